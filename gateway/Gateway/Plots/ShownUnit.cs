namespace CoinRig.Gateway;

/// <summary>The unit in which something is read on an axis.</summary>
/// <param name="Factor">From SI to it.</param>
/// <param name="Name">Its symbol.</param>
readonly record struct ShownUnit(double Factor, string Name)
{
    /// <summary>Milliampere hours of a coulomb.</summary>
    public const double MilliampereHoursInCoulomb = 1 / 3.6;

    const double UsualShare = 0.98;

    /// <summary>For currents up to a size, A.</summary>
    public static ShownUnit OfCurrent(double largestAmperes) =>
        largestAmperes >= 1 ? new(1, "A") : largestAmperes >= 1e-4 ? new(1e3, "mA") : largestAmperes >= 1e-7 ? new(1e6, "µA") : new(1e9, "nA");

    /// <summary>For durations, s.</summary>
    public static ShownUnit OfTime(double seconds) => seconds switch
    {
        < 600 => new(1, "s"),
        < 7200 => new(1 / 60.0, "min"),
        < 1_000_000 => new(1 / 3600.0, "h"),
        _ => new(1 / 86_400.0, "d"),
    };

    /// <summary>For charges, C.</summary>
    public static ShownUnit OfCharge(double largestCoulombs) =>
        largestCoulombs >= 360 ? new(1 / 3600.0, "Ah") : largestCoulombs >= 0.0036 ? new(MilliampereHoursInCoulomb, "mAh") : new(1e3 * MilliampereHoursInCoulomb, "µAh");

    /// <summary>For differences of voltage, V.</summary>
    public static ShownUnit OfOverpotential(double largestVolts) => largestVolts >= 1 ? new(1, "V") : largestVolts >= 1e-4 ? new(1e3, "mV") : new(1e6, "µV");

    /// <summary>For impedances and resistances, ohm.</summary>
    public static ShownUnit OfResistance(double largestOhms) =>
        largestOhms >= 1e6 ? new(1e-6, "MΩ") : largestOhms >= 1e4 ? new(1e-3, "kΩ") : largestOhms >= 0.1 ? new(1, "Ω") : new(1e3, "mΩ");

    /// <summary>The largest size among values; 0 for none.</summary>
    public static double Largest(IEnumerable<double> values) => values.Where(Panel.CanBeDrawn).Select(Math.Abs).DefaultIfEmpty(0).Max();

    /// <summary>The size that all but a fiftieth of values do not exceed; 0 for none.</summary>
    public static double Usual(IEnumerable<double> values)
    {
        var sizes = values.Where(Panel.CanBeDrawn).Select(Math.Abs).Order().ToList();
        return sizes.Count == 0 ? 0 : sizes[(int)(UsualShare * (sizes.Count - 1))];
    }
}
