namespace CoinRig.InstrumentFiles;

/// <summary>How to come from a unit to SI: a power of ten, applied while the digits are read so that nothing is rounded twice, and a factor.</summary>
/// <param name="Kind">The unit without its prefix, such as <c>A</c> or <c>Ah</c>.</param>
/// <param name="Shift">The power of ten.</param>
/// <param name="Factor">The factor after it.</param>
readonly record struct Unit(string Kind, int Shift, double Factor)
{
    const double Minute = 60;
    const double Hour = 3600;

    /// <summary>Longest first, so that Ah is not read as h with a prefix A.</summary>
    static readonly (string Written, string Kind, double Factor)[] Known =
    [
        ("V vs. RHE", "V", 1), ("V vs. Ref.", "V", 1), ("seconds", "s", 1), ("second", "s", 1), ("minutes", "s", Minute), ("hours", "s", Hour),
        ("ampere", "A", 1), ("celsius", "degC", 1), ("hertz", "Hz", 1), ("sec", "s", 1), ("min", "s", Minute), ("hrs", "s", Hour), ("hr", "s", Hour),
        ("A.h", "Ah", Hour), ("Amp-hr", "Ah", Hour), ("W.h", "Wh", Hour), ("Watt-hr", "Wh", Hour), ("Volts", "V", 1), ("volt", "V", 1), ("Amps", "A", 1),
        ("watt", "W", 1), ("degC", "degC", 1), ("deg C", "degC", 1), ("Ohms", "ohm", 1), ("Ohm", "ohm", 1), ("ohm", "ohm", 1), ("\u03A9", "ohm", 1),
        ("degree", "deg", 1), ("deg", "deg", 1), ("V/s", "V/s", 1), ("\u00B0C", "degC", 1), ("\u2103", "degC", 1), ("\uFFFDC", "degC", 1), ("\u00C2\u00B0C", "degC", 1),
        ("\u00B0", "deg", 1), ("Ah", "Ah", Hour), ("Wh", "Wh", Hour), ("Hz", "Hz", 1), ("Pa", "Pa", 1), ("Psi", "Pa", 6894.757293168), ("As", "Ah", 1), ("Ws", "Wh", 1),
        ("C", "C", 1), ("J", "Wh", 1), ("A", "A", 1), ("V", "V", 1), ("W", "W", 1), ("s", "s", 1), ("h", "s", Hour), ("O", "ohm", 1), ("1", "1", 1), ("#", "1", 1), ("%", "1", 0.01),
    ];

    /// <summary>Reads a unit, with or without a prefix.</summary>
    public static bool TryRead(string text, out Unit unit)
    {
        text = text.Trim();
        foreach (var (written, kind, factor) in Known)
        {
            if (!text.EndsWith(written, written.Length > 2 ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
            {
                continue;
            }
            var prefix = text[..^written.Length];
            if (Prefix(prefix) is { } shift && (prefix.Length == 0 || kind is not ("deg" or "degC" or "1")))
            {
                unit = new(kind, shift, factor);
                return true;
            }
        }
        unit = default;
        return false;
    }

    /// <summary>Whether a quantity can be written in this unit.</summary>
    public bool Fits(Meaning meaning) => Kind switch
    {
        "s" => meaning is Meaning.Time or Meaning.StepTime or Meaning.WallTime,
        "V" => meaning is Meaning.Voltage,
        "A" => meaning is Meaning.Current,
        "Ah" => IsCharge(meaning),
        "C" => IsCharge(meaning) || meaning is Meaning.Temperature or Meaning.AmbientTemperature,
        "Wh" => meaning is Meaning.ChargingEnergy or Meaning.DischargingEnergy or Meaning.NetEnergy or Meaning.AbsoluteEnergy,
        "W" => meaning is Meaning.Power,
        "degC" => meaning is Meaning.Temperature or Meaning.AmbientTemperature,
        "Pa" => meaning is Meaning.Pressure,
        "ohm" => meaning is Meaning.Resistance or Meaning.RealImpedance or Meaning.ImaginaryImpedance or Meaning.ImpedanceModulus,
        "Hz" => meaning is Meaning.Frequency,
        "deg" => meaning is Meaning.Phase,
        "V/s" => meaning is Meaning.ScanRate,
        "1" => meaning is Meaning.Cycle or Meaning.StepCount or Meaning.StepId or Meaning.StepType or Meaning.RecordIndex or Meaning.StepRecordIndex,
        _ => false,
    };

    static bool IsCharge(Meaning meaning) =>
        meaning is Meaning.ChargingCharge or Meaning.DischargingCharge or Meaning.NetCharge or Meaning.AbsoluteCharge;

    static int? Prefix(string prefix) => prefix switch
    {
        "" => 0,
        "m" => -3,
        "u" or "\u00B5" or "\u03BC" or "\uFFFD" => -6,
        "n" => -9,
        "k" => 3,
        "M" => 6,
        _ => null,
    };
}
