namespace CoinRig.InstrumentFiles;

/// <summary>Neware's columns, matched by the text before the bracket; the unit in the bracket may be any.</summary>
static class NewareColumns
{
    static readonly string[] Known =
    [
        "Spec. Cap.", "Chg. Spec. Cap.", "DChg. Spec. Cap.", "Spec. Energy", "Chg. Spec. Energy", "DChg. Spec. Energy", "dQ/dV", "dQm/dV", "Contact resistance",
        "Module start-stop switch", "Step start and end identification", "DCIR",
    ];

    /// <summary>What a name means. Where there is no total time, the date is the time.</summary>
    public static ColumnSense? Sense(string name, bool isDateTime)
    {
        var open = name.LastIndexOf('(');
        var words = (open > 0 ? name[..open] : name).Trim();
        var unit = open > 0 && name.EndsWith(')') ? name[(open + 1)..^1] : "";
        return words switch
        {
            "DataPoint" or "Record ID" or "Data Point" => ColumnSense.Of(Meaning.RecordIndex, "1"),
            "Cycle Index" or "Cycle ID" or "Cycle" => ColumnSense.Of(Meaning.Cycle, "1"),
            "Step Index" or "Step ID" => ColumnSense.Of(Meaning.StepId, "1"),
            "Step Number" => ColumnSense.Of(Meaning.StepCount, "1"),
            "Step Type" => ColumnSense.Of(Meaning.StepType, "1"),
            "Time" => Of(Meaning.StepTime, unit is "h:min:s.ms" ? "s" : unit),
            "Total Time" or "Cumulative Time" => Of(Meaning.Time, unit),
            "Date" or "Realtime" or "Absolute Time" => ColumnSense.Of(isDateTime ? Meaning.Time : Meaning.WallTime, "s"),
            "Current" => Of(Meaning.Current, unit),
            "Voltage" => Of(Meaning.Voltage, unit),
            "Capacity" => Of(Meaning.AbsoluteCharge, unit, ChargeScope.Step),
            "Chg. Cap." or "Capacitance_Chg" => Of(Meaning.ChargingCharge, unit, ChargeScope.Step),
            "DChg. Cap." or "Capacitance_DChg" => Of(Meaning.DischargingCharge, unit, ChargeScope.Step),
            "Energy" => Of(Meaning.AbsoluteEnergy, unit, ChargeScope.Step),
            "Chg. Energy" or "Engy_Chg" => Of(Meaning.ChargingEnergy, unit, ChargeScope.Step),
            "DChg. Energy" or "Engy_DChg" => Of(Meaning.DischargingEnergy, unit, ChargeScope.Step),
            "Power" => Of(Meaning.Power, unit),
            // The degree sign is lost in some encodings: the place of the unit says enough.
            "T1" or "Temperature" => ColumnSense.Of(Meaning.Temperature, "degC"),
            _ => null,
        };
    }

    /// <summary>Whether a name without a meaning is one of Neware's.</summary>
    public static bool IsKnown(string name)
    {
        var open = name.LastIndexOf('(');
        var words = (open > 0 ? name[..open] : name).Trim();
        return Known.Contains(words) || (words.Length > 1 && words[0] is 'T' or 'V' && words.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0);
    }

    /// <summary>A missing unit is that of the usual export; one that is not known makes the column unknown.</summary>
    static ColumnSense? Of(Meaning meaning, string unit, ChargeScope scope = ChargeScope.Unknown)
    {
        unit = unit.Length > 0 ? unit : meaning switch
        {
            Meaning.Time or Meaning.StepTime => "s",
            Meaning.Current => "A",
            Meaning.Voltage => "V",
            Meaning.Power => "W",
            Meaning.AbsoluteEnergy or Meaning.ChargingEnergy or Meaning.DischargingEnergy => "Wh",
            _ => "Ah",
        };
        return Unit.TryRead(unit, out var read) && read.Fits(meaning) ? new(meaning, unit, read, scope) : null;
    }
}
