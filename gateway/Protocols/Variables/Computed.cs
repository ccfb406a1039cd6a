using System.Globalization;

namespace CoinRig.Protocols;

/// <summary>A value of an expression.</summary>
/// <param name="Value">In SI; a temperature in degC, a C-rate in multiples of 1C.</param>
/// <param name="Powers">Of what it is made.</param>
readonly record struct Computed(double Value, Powers Powers)
{
    const double SecondsPerHour = 3600;

    /// <summary>Digits that are kept of a computed value: those behind are noise of the arithmetic.</summary>
    const string Digits = "G13";

    internal static Computed Number(double value) => new(value, new());

    internal static Computed Sum(Computed a, Computed b, int sign)
    {
        if (a.Powers != b.Powers)
        {
            throw new ExpressionException($"{a.InWords} {(sign > 0 ? '+' : '-')} {b.InWords}", "two values of the same quantity around + and -");
        }
        return a with { Value = a.Value + sign * b.Value };
    }

    internal static Computed Product(Computed a, Computed b)
    {
        RefuseTemperature(a, b, '*');
        return Of(a.Value * b.Value, a.Powers + b.Powers);
    }

    internal static Computed Quotient(Computed a, Computed b)
    {
        RefuseTemperature(a, b, '/');
        return b.Value == 0 ? throw new ExpressionException($"{a.InWords} divided by 0", "a divisor other than 0") : Of(a.Value / b.Value, a.Powers + -b.Powers);
    }

    /// <summary>1C takes an hour: 1 / (C/10) is a time of 10 h, and C/10 for 5 h is the number 0.5 of the capacity.</summary>
    static Computed Of(double value, Powers powers) => powers.OneC switch
    {
        -1 => new(value * SecondsPerHour, powers with { OneC = 0, Seconds = powers.Seconds + 1 }),
        1 when powers.Seconds > 0 => new(value / SecondsPerHour, powers with { OneC = 0, Seconds = powers.Seconds - 1 }),
        _ => new(value, powers),
    };

    static void RefuseTemperature(Computed a, Computed b, char sign)
    {
        if (a.Powers.Celsius != 0 || b.Powers.Celsius != 0)
        {
            throw new ExpressionException($"{a.InWords} {sign} {b.InWords}", "+ and - with temperatures: degrees Celsius have no multiples");
        }
    }

    /// <summary>With its quantity, for messages: "a voltage (4.2 V)".</summary>
    internal string InWords => ValueKind.Of(Powers) is { } kind ? $"{kind.Name} ({Text(inSentence: false)})" : "a value that is no quantity of protocols";

    /// <summary>As a value of a protocol file, or of a sentence, whose units are fewer.</summary>
    internal string Text(bool inSentence)
    {
        if (ValueKind.Of(Powers) is not { } kind)
        {
            throw new ExpressionException("its value has a unit that no quantity of protocols has", "a product or quotient that is a voltage, a current, a time, a power or another quantity that a key takes");
        }
        if (!double.IsFinite(Value))
        {
            throw new ExpressionException("its value is not finite", "values that can be computed");
        }
        var (value, name) = (Value, kind.Name);
        var units = inSentence ? kind.Units.Where(u => u is not ("uA" or "uW" or "d")).ToArray() : kind.Units;
        if (units.Count == 0)
        {
            return value.ToString(Digits, CultureInfo.InvariantCulture);
        }
        var unit = units.FirstOrDefault(u => Reads(value / kind.Factor(u)!.Value)) ?? units[^1];
        return $"{(value / kind.Factor(unit)!.Value).ToString(Digits, CultureInfo.InvariantCulture)} {(inSentence && unit == "ohm" ? "Ohm" : unit)}";
    }

    /// <summary>Whether a number is short enough to be read in its unit.</summary>
    static bool Reads(double number) => Math.Abs(number) >= 1 && Math.Abs(number * 1e6 - Math.Round(number * 1e6)) <= Math.Abs(number) * 1e-6;
}
