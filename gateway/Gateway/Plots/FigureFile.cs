using System.Text;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace CoinRig.Gateway;

/// <summary>Writes a sheet as a picture whose size on paper is the one that was asked for.</summary>
static partial class FigureFile
{
    /// <summary>Pixels of a PNG in a unit of length, where it is for paper: 600 in an inch.</summary>
    public const double PixelsInUnitOnPaper = 600 / 25.4 / Look.UnitsInMillimetre;

    /// <summary>"png" or "svg" by the ending of a name; null for anything else.</summary>
    public static string? FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".PNG" => "png",
        ".SVG" => "svg",
        _ => null,
    };

    /// <summary>Writes a sheet, PNG or SVG by the ending of the name.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="path">The file.</param>
    /// <param name="pixelsInUnit">Pixels of a PNG in a unit of length.</param>
    public static void Save(FigureSheet sheet, string path, double pixelsInUnit) => OutputFile.Write(path, stream =>
        stream.Write(FormatOf(path) == "svg" ? Encoding.UTF8.GetBytes(Svg(sheet, "")) : Png(sheet, pixelsInUnit)));

    /// <summary>A sheet as SVG.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="prefix">What makes the names in it different from those of other pictures on the same page.</param>
    public static string Svg(FigureSheet sheet, string prefix)
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, sheet.Width, sheet.Height), stream))
        {
            sheet.Render(canvas);
        }
        var svg = Encoding.UTF8.GetString(stream.ToArray());
        svg = SvgHead.Replace(svg, FormattableString.Invariant(
            $"<svg $1width=\"{sheet.Width / Look.UnitsInMillimetre:0.###}mm\" height=\"{sheet.Height / Look.UnitsInMillimetre:0.###}mm\" viewBox=\"0 0 {sheet.Width} {sheet.Height}\">"), 1);
        svg = svg.Replace($"font-family=\"{Look.Font}\"", $"font-family=\"{Look.Font}, Verdana, sans-serif\"", StringComparison.Ordinal);
        return Renamed(svg, prefix);
    }

    /// <summary>Skia counts names through the life of the program; counted from 1, the same sheet gives the same text.</summary>
    static string Renamed(string svg, string prefix)
    {
        var names = new Dictionary<string, string>();
        foreach (Match name in SvgNames.Matches(svg))
        {
            names.TryAdd(name.Groups[2].Value, $"{prefix}c{names.Count + 1}");
        }
        return SvgNames.Replace(svg, m => m.Groups[1].Value + names[m.Groups[2].Value]);
    }

    /// <summary>A sheet as PNG.</summary>
    public static byte[] Png(FigureSheet sheet, double pixelsInUnit)
    {
        using var surface = SKSurface.Create(new SKImageInfo((int)Math.Round(sheet.Width * pixelsInUnit), (int)Math.Round(sheet.Height * pixelsInUnit)));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale((float)pixelsInUnit);
        sheet.Render(surface.Canvas);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        return PngDensity.Set(data.ToArray(), pixelsInUnit * Look.UnitsInMillimetre * 1000);
    }

    [GeneratedRegex("<svg ((?:xmlns[^ >]* ?)*)[^>]*>")]
    static partial Regex SvgHead { get; }

    [GeneratedRegex("""( id="|url\(#|href="#)([^")]+)""")]
    static partial Regex SvgNames { get; }
}
