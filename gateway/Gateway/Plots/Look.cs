using ScottPlot;

namespace CoinRig.Gateway;

/// <summary>Fonts, colours and axes that all panels share.</summary>
static class Look
{
    public const float TextSize = 18;
    const float TitleSize = 20;

    public static readonly Color Voltage = Color.FromHex("#1f4e9c");
    public static readonly Color Current = Color.FromHex("#b5432a");
    public static readonly Color Second = Color.FromHex("#2a7f62");
    public static readonly Color Doubtful = Color.FromHex("#a8a8a8");
    static readonly Color Ink = Color.FromHex("#222222");
    static readonly Color GridInk = Color.FromHex("#e6e6e6");

    /// <summary>Common sans-serif fonts of Linux, best first; a picture looks alike wherever the first is installed.</summary>
    static readonly string[] Fonts = ["DejaVu Sans", "Liberation Sans", "Noto Sans", "Roboto", "Arial", "FreeSans"];

    /// <summary>The font that texts are drawn with; null where the machine has none at all.</summary>
    public static string? Font { get; } = ChooseFont();

    /// <summary>Dresses a panel.</summary>
    public static void Dress(Plot plot, string title, string x, string y)
    {
        plot.Font.Set(Font ?? "");
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.White;
        plot.Grid.MajorLineColor = GridInk;
        plot.Axes.Color(Ink);
        plot.XLabel(x, TextSize);
        plot.YLabel(y, TextSize);
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.Label.Bold = false;
            axis.TickLabelStyle.FontSize = TextSize - 3;
        }
        if (title.Length > 0)
        {
            plot.Title(title, TitleSize);
            plot.Axes.Title.Label.Bold = false;
        }
        plot.Legend.FontSize = TextSize - 4;
        plot.Legend.OutlineColor = GridInk;
        plot.Legend.ShadowColor = Colors.Transparent;
    }

    /// <summary>The unit in which currents up to a size are read, and the factor from A to it.</summary>
    public static (double Factor, string Unit) CurrentUnit(double largestAmperes) =>
        largestAmperes >= 1e-4 ? (1e3, "mA") : largestAmperes >= 1e-7 ? (1e6, "µA") : (1e9, "nA");

    /// <summary>The unit in which a duration is read, and the factor from s to it.</summary>
    public static (double Factor, string Unit) TimeUnit(double seconds) => seconds switch
    {
        < 600 => (1, "s"),
        < 7200 => (1 / 60.0, "min"),
        < 1_000_000 => (1 / 3600.0, "h"),
        _ => (1 / 86_400.0, "d"),
    };

    /// <summary>Labels a logarithmic y axis, whose coordinates are the decimal logarithms.</summary>
    public static void LogarithmicY(Plot plot, double lowest, double highest)
    {
        var ticks = new ScottPlot.TickGenerators.NumericManual();
        int[] labelled = (highest - lowest) switch
        {
            < 0.9 => [1, 2, 3, 4, 5, 7],
            < 2.5 => [1, 2, 5],
            _ => [1],
        };
        for (var decade = (int)Math.Floor(lowest); decade <= Math.Ceiling(highest); decade++)
        {
            for (var digit = 1; digit < 10; digit++)
            {
                var position = decade + Math.Log10(digit);
                if (labelled.Contains(digit))
                {
                    ticks.AddMajor(position, digit == 1 ? $"10{Superscript(decade)}" : $"{digit}·10{Superscript(decade)}");
                }
                else
                {
                    ticks.AddMinor(position);
                }
            }
        }
        plot.Axes.Left.TickGenerator = ticks;
        plot.Axes.SetLimitsY(lowest, highest);
    }

    static string Superscript(int number) => string.Concat($"{number}".Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));

    static string? ChooseFont()
    {
        var installed = SkiaSharp.SKFontManager.Default.FontFamilies.ToList();
        return Fonts.FirstOrDefault(installed.Contains) ?? installed.FirstOrDefault(f => f.Contains("Sans", StringComparison.Ordinal)) ?? installed.FirstOrDefault();
    }
}
