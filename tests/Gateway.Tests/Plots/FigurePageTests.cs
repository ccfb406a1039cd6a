using System.Buffers.Binary;
using System.Text.RegularExpressions;

namespace CoinRig.Gateway.Tests;

/// <summary>Sizes on paper, the places of panels and legends, ticks.</summary>
[TestClass]
public sealed partial class FigurePageTests
{
    static readonly FigureContent s_all = new([MadeUpAnalysis.Everything()]);

    [TestMethod]
    [DataRow(FigureWidth.SingleMillimetres)]
    [DataRow(FigureWidth.DoubleMillimetres)]
    public void Svg_Width_IsTheOneAskedFor(double millimetres)
    {
        var svg = FigureFile.Svg(FigureSheet.Of(FigureList.Find("diffusion")!, s_all, millimetres), "");
        var width = double.Parse(SvgWidth.Match(svg).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.AreEqual(millimetres, width, 0.1);
    }

    [TestMethod]
    public void Png_Density_GivesItsSizeOnPaper()
    {
        var png = FigureFile.Png(FigureSheet.Of(FigureList.Find("nyquist")!, s_all, FigureWidth.SingleMillimetres), FigureFile.PixelsInUnitOnPaper);
        var at = png.AsSpan().IndexOf("pHYs"u8);
        var perMetre = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 4));
        using var picture = SkiaSharp.SKBitmap.Decode(png);
        Assert.AreEqual(600 / 0.0254, perMetre, 1);
        Assert.AreEqual(FigureWidth.SingleMillimetres, 1000.0 * picture.Width / perMetre, 0.1);
    }

    /// <summary>The same unit is as long on both axes, or a semicircle is none.</summary>
    [TestMethod]
    public void Nyquist_Scales_AreEqual()
    {
        var panel = Drawn("nyquist")[0].Plot;
        var (frame, limits) = (panel.RenderManager.LastRender.DataRect, panel.Axes.GetLimits());
        Assert.AreEqual(frame.Width / (limits.Right - limits.Left), frame.Height / (limits.Top - limits.Bottom), 1e-3 * frame.Width / (limits.Right - limits.Left));
    }

    [TestMethod]
    [DataRow("time")]
    [DataRow("capacity")]
    [DataRow("bode")]
    [DataRow("interruptions")]
    public void Stacked_Frames_AreAlignedOnOneAxis(string name)
    {
        var panels = Drawn(name);
        Assert.IsGreaterThan(1, panels.Count);
        foreach (var panel in panels)
        {
            Assert.AreEqual(panels[0].Plot.RenderManager.LastRender.DataRect.Left, panel.Plot.RenderManager.LastRender.DataRect.Left, 0.01);
            Assert.AreEqual(panels[0].Plot.RenderManager.LastRender.DataRect.Right, panel.Plot.RenderManager.LastRender.DataRect.Right, 0.01);
            Assert.AreEqual(panels[0].Plot.Axes.GetLimits().Left, panel.Plot.Axes.GetLimits().Left);
            Assert.AreEqual(panels[0].Plot.Axes.GetLimits().Right, panel.Plot.Axes.GetLimits().Right);
        }
    }

    [TestMethod]
    [DynamicData(nameof(FigureTests.Names), typeof(FigureTests))]
    public void Legend_EveryFigure_CoversNoData(string name)
    {
        FigureTests.RequireFont();
        foreach (var panel in Drawn(name).Where(p => p.Plot.Legend.IsVisible))
        {
            var plot = panel.Plot;
            using var paint = ScottPlot.Paint.NewDisposablePaint();
            var (frame, limits) = (plot.RenderManager.LastRender.DataRect, plot.Axes.GetLimits());
            var size = plot.Legend.GetLayout(frame.Size, paint).LegendRect.Size;
            var legend = LegendPlace.Room(frame, size, plot.Legend.Alignment);
            foreach (var drawn in panel.Drawn)
            {
                for (var i = 0; i < drawn.X.Length; i++)
                {
                    var x = frame.Left + (drawn.X[i] - limits.Left) / (limits.Right - limits.Left) * frame.Width;
                    var y = frame.Bottom - (drawn.Y[i] - limits.Bottom) / (limits.Top - limits.Bottom) * frame.Height;
                    Assert.IsFalse(x > legend.Left && x < legend.Right && y > legend.Top && y < legend.Bottom, $"{name}: the legend covers ({drawn.X[i]}, {drawn.Y[i]})");
                }
            }
        }
    }

    [TestMethod]
    [DataRow(0, 1, 5, new[] { "0.0", "0.2", "0.4", "0.6", "0.8", "1.0" })]
    [DataRow(-1.5, 1.2, 4, new[] { "−1", "0", "1" })]
    [DataRow(3.62, 4.18, 3, new[] { "3.8", "4.0" })]
    [DataRow(2e6, 3e6, 2, new[] { "2e6", "2.5e6", "3e6" })]
    public void LinearTicks_Labels_AreRoundWithEqualDecimals(double lowest, double highest, int most, string[] labels)
    {
        CollectionAssert.AreEqual(labels, Ticks(lowest, highest, most, wholeOnly: false).Where(t => t.IsMajor).Select(t => t.Label).ToArray());
    }

    [TestMethod]
    public void LinearTicks_OfCycles_AreWholeNumbers() => Assert.IsTrue(
        Ticks(0.5, 3.5, 10, wholeOnly: true).All(t => t.Position == Math.Round(t.Position)));

    static ScottPlot.Tick[] Ticks(double lowest, double highest, int most, bool wholeOnly)
    {
        var generator = LinearTicks.Between(lowest, highest, most, wholeOnly);
        using var paint = ScottPlot.Paint.NewDisposablePaint();
        generator.Regenerate(new(lowest, highest), ScottPlot.Edge.Bottom, 400, paint, new());
        return generator.Ticks;
    }

    /// <summary>Names in a picture of its own must not meet those of another on the same page.</summary>
    [TestMethod]
    public void Svg_WithPrefix_HasNoNameInCommonWithAnother()
    {
        var sheet = FigureSheet.Of(FigureList.Find("capacity")!, s_all, FigureWidth.SingleMillimetres);
        var (a, b) = (FigureFile.Svg(sheet, "a-"), FigureFile.Svg(sheet, "b-"));
        var names = Id.Matches(a).Select(m => m.Groups[1].Value).ToList();
        Assert.IsNotEmpty(names);
        Assert.IsTrue(names.All(n => !b.Contains($"\"{n}\"", StringComparison.Ordinal) && !b.Contains($"#{n})", StringComparison.Ordinal)));
        Assert.IsTrue(Use.Matches(a).All(m => names.Contains(m.Groups[1].Value)));
    }

    static IReadOnlyList<Panel> Drawn(string name)
    {
        var sheet = FigureSheet.Of(FigureList.Find(name)!, s_all, FigureWidth.SingleMillimetres);
        FigureFile.Svg(sheet, "");
        return sheet.Panels;
    }

    [GeneratedRegex("width=\"([0-9.]+)mm\"")]
    static partial Regex SvgWidth { get; }

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    static partial Regex Id { get; }

    [GeneratedRegex(@"url\(#([^)]+)\)")]
    static partial Regex Use { get; }
}
