namespace CoinRig.InstrumentFiles;

/// <summary>The columns of EC-Lab: the unit is part of the name, after its last slash.</summary>
static class EcLabColumns
{
    static readonly Dictionary<string, ColumnSense> Senses = new()
    {
        ["time/s"] = ColumnSense.Of(Meaning.Time, "s"),
        ["step time/s"] = ColumnSense.Of(Meaning.StepTime, "s"),
        ["Ewe/V"] = ColumnSense.Of(Meaning.Voltage, "V"),
        ["<Ewe>/V"] = ColumnSense.Of(Meaning.Voltage, "V"),
        ["<Ewe/V>"] = ColumnSense.Of(Meaning.Voltage, "V"),
        ["Ecell/V"] = ColumnSense.Of(Meaning.Voltage, "V"),
        ["<Ecell>/V"] = ColumnSense.Of(Meaning.Voltage, "V"),
        ["I/mA"] = ColumnSense.Of(Meaning.Current, "mA"),
        ["<I>/mA"] = ColumnSense.Of(Meaning.Current, "mA"),
        ["<I/mA>"] = ColumnSense.Of(Meaning.Current, "mA"),
        ["cycle number"] = ColumnSense.Of(Meaning.Cycle, "1"),
        ["Ns"] = ColumnSense.Of(Meaning.StepId, "1"),
        ["(Q-Qo)/mA.h"] = ColumnSense.Of(Meaning.NetCharge, "mA.h", ChargeScope.Test),
        ["(Q-Qo)/C"] = ColumnSense.Of(Meaning.NetCharge, "C", ChargeScope.Test),
        ["Q charge/mA.h"] = ColumnSense.Of(Meaning.ChargingCharge, "mA.h"),
        ["Q discharge/mA.h"] = ColumnSense.Of(Meaning.DischargingCharge, "mA.h"),
        ["Capacity/mA.h"] = ColumnSense.Of(Meaning.AbsoluteCharge, "mA.h"),
        ["Energy charge/W.h"] = ColumnSense.Of(Meaning.ChargingEnergy, "W.h"),
        ["Energy discharge/W.h"] = ColumnSense.Of(Meaning.DischargingEnergy, "W.h"),
        ["|Energy|/W.h"] = ColumnSense.Of(Meaning.AbsoluteEnergy, "W.h"),
        ["P/W"] = ColumnSense.Of(Meaning.Power, "W"),
        ["Pwe/W"] = ColumnSense.Of(Meaning.Power, "W"),
        ["Temperature/\u00B0C"] = ColumnSense.Of(Meaning.Temperature, "\u00B0C"),
        ["Temperature/\u00C2\u00B0C"] = ColumnSense.Of(Meaning.Temperature, "\u00B0C"),
        ["Temperature/\uFFFDC"] = ColumnSense.Of(Meaning.Temperature, "\u00B0C"),
        ["freq/Hz"] = ColumnSense.Of(Meaning.Frequency, "Hz"),
        ["Re(Z)/Ohm"] = ColumnSense.Of(Meaning.RealImpedance, "Ohm"),
        ["-Im(Z)/Ohm"] = ColumnSense.Of(Meaning.ImaginaryImpedance, "Ohm", isNegated: true),
        ["|Z|/Ohm"] = ColumnSense.Of(Meaning.ImpedanceModulus, "Ohm"),
        ["Phase(Z)/deg"] = ColumnSense.Of(Meaning.Phase, "deg"),
    };

    /// <summary>Names that are known and have no meaning here; without the unit where it may be mis-decoded.</summary>
    static readonly HashSet<string> Known =
    [
        "mode", "ox/red", "error", "control changes", "Ns changes", "counter inc.", "I Range", "half cycle", "z cycle", "x", "Efficiency/%", "control/V/mA", "control/V",
        "control/mA", "dq/mA.h", "dQ/mA.h", "dQ/C", "Q charge/discharge/mA.h", "<Ece>/V", "Ece/V", "Ewe-Ece/V", "R/Ohm", "Rcmp/Ohm", "|Ewe|/V", "|Ece|/V", "|I|/A",
        "Re(Y)/Ohm-1", "Im(Y)/Ohm-1", "|Y|/Ohm-1", "Phase(Y)/deg", "THD Ewe/%", "THD I/%",
    ];

    /// <summary>Whether a line's fields are EC-Lab's names: several of them are known.</summary>
    public static bool AreNames(IReadOnlyList<string> names) => names.Count(n => Senses.ContainsKey(n.Trim())) >= 3 && (names.Count(static n => n.Contains('/', StringComparison.Ordinal)) > 2);

    /// <summary>What a name means.</summary>
    public static ColumnSense? Sense(string name) => Senses.GetValueOrDefault(name);

    /// <summary>Whether a name without a meaning is one of EC-Lab's.</summary>
    public static bool IsKnown(string name) => Known.Contains(name)
        || name.StartsWith("Capacitance charge/", StringComparison.Ordinal) || name.StartsWith("Capacitance discharge/", StringComparison.Ordinal)
        || name.StartsWith("Cs/", StringComparison.Ordinal) || name.StartsWith("Cp/", StringComparison.Ordinal);
}
