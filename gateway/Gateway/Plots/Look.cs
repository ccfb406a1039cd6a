using ScottPlot;

namespace CoinRig.Gateway;

/// <summary>
/// Fonts, colours and sizes that all figures share. Lengths are in units of which 6.4 make a millimetre on paper: texts of 18 units are 8 point.
/// The colours are those of Okabe and Ito, which people with any colour vision tell apart.
/// </summary>
static class Look
{
    /// <summary>Units of length on a figure in a millimetre of paper.</summary>
    public const double UnitsInMillimetre = 6.4;

    /// <summary>Size of axis labels, units.</summary>
    public const float TextSize = 18;

    /// <summary>Size of tick labels, units.</summary>
    public const float TickSize = 16;

    /// <summary>Size of texts in legends, units.</summary>
    public const float LegendSize = 15;

    /// <summary>Width of a line, units.</summary>
    public const float LineWidth = 1.8f;

    /// <summary>Size of a marker, units.</summary>
    public const float MarkerSize = 9;

    const float TitleSize = 19;

    public static readonly Color Blue = Color.FromHex("#0072B2");
    public static readonly Color Vermillion = Color.FromHex("#D55E00");
    public static readonly Color Green = Color.FromHex("#009E73");
    public static readonly Color Purple = Color.FromHex("#AA4499");
    public static readonly Color Orange = Color.FromHex("#E69F00");
    public static readonly Color Sky = Color.FromHex("#56B4E9");
    public static readonly Color Doubtful = Color.FromHex("#A0A0A0");
    public static readonly Color Ink = Color.FromHex("#222222");

    /// <summary>Colours of what has no order, such as files.</summary>
    static readonly Color[] Palette = [Blue, Vermillion, Green, Purple, Orange, Sky, Ink];

    /// <summary>Common sans-serif fonts of Linux, best first; a picture looks alike wherever the first is installed.</summary>
    static readonly string[] Fonts = ["DejaVu Sans", "Liberation Sans", "Noto Sans", "Roboto", "Arial", "FreeSans"];

    /// <summary>The font that texts are drawn with; null where the machine has none at all.</summary>
    public static string? Font { get; } = ChooseFont();

    /// <summary>What texts need; null where a font is installed.</summary>
    public static string? FontAdvice => Font is null
        ? "No font is installed on this machine, so the picture has no texts: install one (Debian: apt-get install fonts-dejavu-core)." : null;

    /// <summary>The colour of the n-th thing without an order.</summary>
    public static Color Of(int index) => Palette[index % Palette.Length];

    /// <summary>The colour of something in an order.</summary>
    /// <param name="place">From 0, the first, to 1, the last.</param>
    public static Color Along(double place) =>
        // Viridis ends in a yellow that is too bright on white.
        new ScottPlot.Colormaps.Viridis().GetColor(0.08 + 0.74 * Math.Clamp(place, 0, 1));

    /// <summary>Dresses the axes of a plot.</summary>
    public static void Dress(Plot plot, string x, string y)
    {
        plot.Font.Set(Font ?? "");
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.White;
        plot.HideGrid();
        plot.Axes.Color(Ink);
        plot.XLabel(x, TextSize);
        plot.YLabel(y, TextSize);
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.Label.Bold = false;
            axis.TickLabelStyle.FontSize = TickSize;
        }
        plot.Legend.FontSize = LegendSize;
        plot.Legend.OutlineColor = Colors.Transparent;
        plot.Legend.ShadowColor = Colors.Transparent;
    }

    /// <summary>Puts a title above a plot.</summary>
    public static void Title(Plot plot, string title)
    {
        plot.Title(title, TitleSize);
        plot.Axes.Title.Label.Bold = false;
    }

    static string? ChooseFont()
    {
        var installed = SkiaSharp.SKFontManager.Default.FontFamilies.ToList();
        return Fonts.FirstOrDefault(installed.Contains) ?? installed.FirstOrDefault(f => f.Contains("Sans", StringComparison.Ordinal)) ?? installed.FirstOrDefault();
    }
}
