namespace CoinRig.Protocols;

/// <summary>Values in the words of the bench, for messages.</summary>
static class Readable
{
    internal static string Volts(double volts) => $"{volts:0.######} V";

    internal static string Amperes(double amperes) => Math.Abs(amperes) switch
    {
        < 0.9995e-6 => $"{amperes * 1e9:0.####} nA",
        < 0.9995e-3 => $"{amperes * 1e6:0.####} uA",
        < 0.9995 => $"{amperes * 1e3:0.####} mA",
        _ => $"{amperes:0.####} A",
    };

    internal static string Watts(double watts) => Math.Abs(watts) < 0.9995e-3 ? $"{watts * 1e6:0.####} uW" : $"{watts * 1e3:0.####} mW";

    internal static string Duration(double seconds) => Math.Abs(seconds) switch
    {
        double.PositiveInfinity => "without end",
        < 120 => $"{seconds:0.###} s",
        < 7200 => $"{seconds / 60:0.#} min",
        < 200 * 3600.0 => $"{seconds / 3600:0.#} h",
        < 2 * 365.25 * 86400 => $"{seconds / 86400:0.#} d",
        _ => $"{seconds / (365.25 * 86400):0.#} years",
    };
}
