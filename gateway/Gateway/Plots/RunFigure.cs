using CoinRig.Cells;
using CoinRig.Documents;
using CoinRig.Runs;
using ScottPlot;
using SkiaSharp;

namespace CoinRig.Gateway;

/// <summary>
/// A run as a picture. Voltage and current over time are always there; below them stands what the run holds: voltammograms,
/// capacities, diffusion coefficients.
/// </summary>
public static class RunFigure
{
    const int Width = 1600;
    const int Height = 1200;

    /// <summary>What texts need; null where a font is installed.</summary>
    public static string? FontAdvice => Look.Font is null
        ? "No font is installed on this machine, so the picture has no texts: install one (Debian: apt-get install fonts-dejavu-core)." : null;

    /// <summary>"png" or "svg" by the ending of a name; null for anything else.</summary>
    public static string? FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".PNG" => "png",
        ".SVG" => "svg",
        _ => null,
    };

    /// <summary>Draws a run into a file, PNG or SVG by its ending.</summary>
    /// <exception cref="RunFileException">The run file is damaged.</exception>
    public static void Save(RunFileReader run, string path)
    {
        var figure = Draw(run);
        var rectangle = new PixelRect(0, Width, Height, 0);
        OutputFile.Write(path, stream =>
        {
            if (FormatOf(path) == "svg")
            {
                using var canvas = SKSvgCanvas.Create(new SKRect(0, 0, Width, Height), stream);
                figure.Render(canvas, rectangle);
            }
            else
            {
                using var surface = SKSurface.Create(new SKImageInfo(Width, Height));
                surface.Canvas.Clear(SKColors.White);
                figure.Render(surface.Canvas, rectangle);
                using var image = surface.Snapshot();
                using var data = image.Encode(SKEncodedImageFormat.Png, quality: 100);
                data.SaveTo(stream);
            }
        });
    }

    static Multiplot Draw(RunFileReader run)
    {
        var summary = RunSummary.Of(run);
        var series = RunSeries.Read(run, summary);
        var voltageLabel = VoltageLabel(summary.Header);
        var panels = new List<Action<Plot>>();
        if (VoltammogramPanel.IsFor(series))
        {
            panels.Add(p => VoltammogramPanel.Draw(p, series, voltageLabel));
        }
        if (CapacityPanel.IsFor(series))
        {
            panels.Add(p => CapacityPanel.Draw(p, series));
        }
        if (DiffusionPanel.IsFor(series))
        {
            panels.Add(p => DiffusionPanel.Draw(p, series, voltageLabel));
        }
        var figure = new Multiplot { Layout = new FigureLayout() };
        figure.AddPlots(2 + panels.Count);
        TimePanels.Draw(figure.GetPlot(0), figure.GetPlot(1), series,
            $"{summary.Header.ProtocolName}: {summary.Header.CellName} ({summary.Header.RunId})", voltageLabel);
        AlignLeft(figure.GetPlot(0), figure.GetPlot(1));
        for (var i = 0; i < panels.Count; i++)
        {
            panels[i](figure.GetPlot(2 + i));
        }
        return figure;
    }

    /// <summary>The two panels over time share their axis, so their left edges must lie above each other.</summary>
    static void AlignLeft(params Plot[] plots)
    {
        const float width = 110;
        foreach (var plot in plots)
        {
            plot.Axes.Left.MinimumSize = width;
            plot.Axes.Left.MaximumSize = width;
        }
    }

    /// <summary>A dummy has no reference electrode; the cells that are known are half cells against lithium.</summary>
    static string VoltageLabel(RunHeader header)
    {
        try
        {
            return CellFile.Read(Document.Parse(header.CellText, header.CellName)).IsDummy ? "E / V" : "E / V vs. Li/Li⁺";
        }
        catch (DocumentException)
        {
            return "E / V";
        }
    }
}
