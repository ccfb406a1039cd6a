using System.Globalization;

namespace CoinRig.Gateway;

/// <summary>Numbers as a person reads them.</summary>
public static class Figures
{
    /// <summary>With more doubt, relative to the value, digits to the same place would show a 0; with less, only zeros behind it.</summary>
    const double MostDoubt = 100, LeastDoubt = 1e-8;

    /// <summary>A value with its standard uncertainty, both to the uncertainty's second digit: "4.53 +- 0.12"; "(3.12 +- 0.05)e-11".</summary>
    public static string WithUncertainty(double value, double uncertainty)
    {
        if (!double.IsFinite(value))
        {
            return "-";
        }
        if (!(uncertainty > 0) || !double.IsFinite(uncertainty))
        {
            return Plain(value);
        }
        var size = Math.Max(Math.Abs(value), uncertainty);
        var exponent = (int)Math.Floor(Math.Log10(size));
        var isPlain = exponent is >= -3 and < 5;
        if ((!isPlain && value != 0 && uncertainty > MostDoubt * Math.Abs(value)) || uncertainty < LeastDoubt * Math.Abs(value))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{value.ToString(uncertainty > Math.Abs(value) ? "G5" : "G9", CultureInfo.InvariantCulture)} +- {uncertainty:0.0e+00}");
        }
        var scale = isPlain ? 1 : Math.Pow(10, exponent);
        var decimals = Math.Clamp(1 - (int)Math.Floor(Math.Log10(uncertainty / scale)), 0, 9);
        var text = $"{Fixed(value / scale, decimals)} +- {Fixed(uncertainty / scale, decimals)}";
        return isPlain ? text : $"({text})e{exponent:+00;-00}";
    }

    /// <summary>A value alone, to five digits.</summary>
    public static string Plain(double value) => double.IsFinite(value) ? (value + 0.0).ToString("G5", CultureInfo.InvariantCulture) : "-";

    /// <summary>A duration: "2 min 05 s", "3 h 12 min", "4 d 03 h".</summary>
    public static string Duration(double seconds) => seconds switch
    {
        double.NaN => "-",
        < 60 => $"{seconds:0.#} s",
        < 3600 => $"{(int)(seconds / 60)} min {(int)(seconds % 60):00} s",
        < 172_800 => $"{(int)(seconds / 3600)} h {(int)(seconds % 3600 / 60):00} min",
        _ => $"{(int)(seconds / 86_400)} d {(int)(seconds % 86_400 / 3600):00} h",
    };

    /// <summary>Bytes: "1.2 MB".</summary>
    public static string Bytes(long bytes) => bytes < 1_000_000 ? $"{bytes / 1e3:0} kB" : $"{bytes / 1e6:0.0} MB";

    /// <summary>What rounds to zero has no sign.</summary>
    static string Fixed(double value, int decimals) => (Math.Round(value, decimals) + 0.0).ToString($"F{decimals}", CultureInfo.InvariantCulture);
}
