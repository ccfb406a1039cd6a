namespace CoinRig.InstrumentFiles;

/// <summary>The columns of Maccor's exports; what has no unit in its name depends on the dialect.</summary>
/// <param name="timeUnit">Unit of a time that is written as a bare number.</param>
/// <param name="voltUnit">Unit of the voltage, V or mV.</param>
sealed class MaccorColumns(string timeUnit, string voltUnit)
{
    static readonly string[] Known = ["ES", "Cycle P", "ACImp/Ohms", "DCIR/Ohms", "WF Chg Cap", "WF Dis Cap", "WF Chg E", "WF Dis E", "Range", "Unnamed: 12", "Units"];

    /// <summary>What a name means.</summary>
    public ColumnSense? Sense(string name) => name switch
    {
        "Rec#" or "Rec" => ColumnSense.Of(Meaning.RecordIndex, "1"),
        "Cyc#" or "Cycle C" => ColumnSense.Of(Meaning.Cycle, "1"),
        "Step" => ColumnSense.Of(Meaning.StepId, "1"),
        "TestTime" => ColumnSense.Of(Meaning.Time, timeUnit),
        "StepTime" => ColumnSense.Of(Meaning.StepTime, timeUnit),
        "Test (Sec)" or "Test Time (sec)" => ColumnSense.Of(Meaning.Time, "s"),
        "Step (Sec)" or "Step Time (sec)" => ColumnSense.Of(Meaning.StepTime, "s"),
        "Amp-hr" or "Cap. [Ah]" => ColumnSense.Of(Meaning.AbsoluteCharge, "Ah", ChargeScope.Step),
        "mAmp-hr" or "Capacity" => ColumnSense.Of(Meaning.AbsoluteCharge, "mAh", ChargeScope.Step),
        "Watt-hr" or "Ener. [Wh]" => ColumnSense.Of(Meaning.AbsoluteEnergy, "Wh", ChargeScope.Step),
        "mWatt-hr" or "Energy" => ColumnSense.Of(Meaning.AbsoluteEnergy, "mWh", ChargeScope.Step),
        "Amps" or "Current [A]" => ColumnSense.Of(Meaning.Current, "A"),
        "mAmps" or "Current" => ColumnSense.Of(Meaning.Current, "mA"),
        "Volts" or "Voltage [V]" or "Voltage" => ColumnSense.Of(Meaning.Voltage, voltUnit),
        "State" or "Md" => ColumnSense.Of(Meaning.StepType, "1"),
        "DPt Time" or "DPT Time" => ColumnSense.Of(Meaning.WallTime, "s"),
        "Temp 1" => ColumnSense.Of(Meaning.Temperature, "degC"),
        _ => null,
    };

    /// <summary>Whether a name without a meaning is one of Maccor's.</summary>
    public static bool IsKnown(string name) => Known.Contains(name)
        || ((name.StartsWith("VAR", StringComparison.Ordinal) || name.StartsWith("Loop", StringComparison.Ordinal) || name.StartsWith("Aux #", StringComparison.Ordinal)) && char.IsDigit(name[^1]));
}
