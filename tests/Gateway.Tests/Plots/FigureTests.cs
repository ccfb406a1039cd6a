using System.Xml.Linq;
using CoinRig.Analysis;

namespace CoinRig.Gateway.Tests;

/// <summary>Every figure, of a file with everything and of files with what nobody expects.</summary>
[TestClass]
public sealed class FigureTests
{
    static readonly FigureContent s_all = new([MadeUpAnalysis.Everything()]);

    public static IEnumerable<object[]> Names => FigureList.All.Select(f => new object[] { f.Name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Figure_OfEverything_HasInk(string name)
    {
        var figure = FigureList.Find(name)!;
        Assert.IsTrue(figure.IsFor(s_all));
        using var picture = SkiaSharp.SKBitmap.Decode(FigureFile.Png(FigureSheet.Of(figure, s_all, FigureWidth.SingleMillimetres), 1));
        Assert.AreEqual(550, picture.Width);
        Assert.IsGreaterThan(20, picture.Pixels.Distinct().Count());
    }

    [TestMethod]
    [DataRow("time", "E / V vs. Li/Li⁺", "I / µA", "t / h")]
    [DataRow("half-cycles", "E / V vs. Li/Li⁺", "Q / mAh", "cycle 1", "cycle 30")]
    [DataRow("capacity", "Q / mAh", "CE / %", "cycle", "charge", "discharge")]
    [DataRow("fade", "Q / mAh", "cycle", "linear")]
    [DataRow("dqdv", "dQ/dV / mAh V⁻¹", "cycle 10")]
    [DataRow("dvdq", "dV/dQ / V mAh⁻¹", "Q / mAh")]
    [DataRow("voltammogram", "I / mA", "0.05 mV s⁻¹", "1 mV s⁻¹")]
    [DataRow("scan-rates", "√v / (mV s⁻¹)⁰·⁵", "anodic, b = 0.520 ± 0.010", "b₀ = 0.0100 ± 0.0020 mA")]
    [DataRow("diffusion", "D / cm² s⁻¹", "flagged", "10⁻¹¹", "charge")]
    [DataRow("polarization", "η / mV", "state of charge / %", "total", "diffusion", "instant")]
    [DataRow("interruptions", "R / Ω", "k / Ω s⁻⁰·⁵")]
    [DataRow("resistance", "R / Ω", "after 1 s", "after 10 s")]
    [DataRow("nyquist", "−Im(Z) / Ω", "Re(Z) / Ω", "measured", "fit")]
    [DataRow("bode", "|Z| / Ω", "φ(Z) / °", "Δ / %", "f / Hz")]
    [DataRow("drt", "g(ln τ) / Ω", "τ / s")]
    public void Svg_OfEverything_SaysQuantitiesAndUnits(string name, params string[] texts)
    {
        RequireFont();
        var svg = Svg(FigureList.Find(name)!, s_all);
        foreach (var text in texts)
        {
            Assert.IsTrue(svg.Contains(text), $"'{text}' is not in: {string.Join(" | ", svg)}");
        }
    }

    /// <summary>Rates are measured: 99.997 and 100.029 mV/s are one setting, with one colour, one entry, and nothing to draw over the rate.</summary>
    [TestMethod]
    public void Svg_SweepsOfOneSetting_BelongTogether()
    {
        RequireFont();
        var file = MadeUpAnalysis.Everything();
        double[] rates = [0.0999973, 0.1000293];
        var two = new FigureContent([file with
        {
            Curves = [.. file.Curves.Where(c => c.Kind == CurveKind.Sweep).Take(2).Select((c, i) => c with { Order = rates[i] })],
            Results = [.. file.Results.Where(r => r.Name == "peak_current").Take(2).Select((r, i) => r with { Details = [new("rate", rates[i]), new("branch", "anodic")] })],
        }]);
        Assert.HasCount(1, Svg(FigureList.Find("voltammogram")!, two).Where(t => t == "100 mV s⁻¹"));
        Assert.IsFalse(FigureList.Find("scan-rates")!.IsFor(two));
    }

    [TestMethod]
    public void Svg_ScanRates_NegativeNumbersHaveAMinusSign()
    {
        RequireFont();
        var svg = Svg(FigureList.Find("voltammogram")!, s_all);
        Assert.IsTrue(svg.Any(t => t.StartsWith('−')));
        Assert.IsFalse(svg.Any(t => t.StartsWith('-')));
    }

    /// <summary>Files lie over each other: the legend tells cells, colours are theirs.</summary>
    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Figure_OfTwoFiles_NamesBothCells(string name)
    {
        RequireFont();
        var two = new FigureContent([MadeUpAnalysis.Everything(), MadeUpAnalysis.Everything("ncm523-pristine")]);
        var svg = string.Join('|', Svg(FigureList.Find(name)!, two));
        StringAssert.Contains(svg, "ncm523-lpo");
        StringAssert.Contains(svg, "ncm523-pristine");
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Figure_OfNothing_IsNotOffered(string name) =>
        Assert.IsFalse(FigureList.Find(name)!.IsFor(new([new AnalyzedFile("empty.csv", "CSV") { CellName = "empty" }])));

    /// <summary>One point, holes, numbers of no measurement, and more rows than a picture has pixels: drawn, or not offered, but never a crash.</summary>
    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Figure_OfStrangeData_IsDrawnOrNotOffered(string name)
    {
        foreach (var (what, change) in Strange)
        {
            var content = new FigureContent([Changed(change)]);
            var figure = FigureList.Find(name)!;
            if (figure.IsFor(content))
            {
                var svg = FigureFile.Svg(FigureSheet.Of(figure, content, FigureWidth.SingleMillimetres), "");
                Assert.DoesNotContain("NaN", svg, what);
                Assert.IsLessThan(8_000_000, svg.Length, what);
            }
        }
    }

    static readonly (string What, Func<IReadOnlyList<double>, IReadOnlyList<double>> Change)[] Strange =
    [
        ("one point", v => [v[0]]),
        ("none", _ => []),
        ("holes", v => [.. v.Select((x, i) => i % 3 == 0 ? double.NaN : x)]),
        ("holes only", v => [.. v.Select(_ => double.NaN)]),
        ("infinite", v => [.. v.Select((x, i) => i % 5 == 0 ? double.PositiveInfinity : i % 7 == 0 ? double.MaxValue : x)]),
        ("all the same", v => [.. v.Select(_ => 3.7)]),
        ("zero", v => [.. v.Select(_ => 0.0)]),
        ("large and small", v => [.. v.Select((x, i) => x * Math.Pow(10, i % 40 - 20))]),
    ];

    [TestMethod]
    public void Figure_OfAMillionRows_IsThinnedButKeepsSpikes()
    {
        const int rows = 1_000_000;
        double[] t = [.. Enumerable.Range(0, rows).Select(i => (double)i)], e = [.. t.Select(x => 3.7 + 1e-4 * Math.Sin(x))];
        e[777_777] = 4.5;
        var panel = new Panel("t / s", "E / V");
        panel.Line(t.Zip(e), Look.Blue);
        Assert.IsLessThanOrEqualTo(4000, panel.Drawn[0].X.Length);
        Assert.AreEqual(4.5, panel.Drawn[0].Y.Max());
        Assert.AreEqual(0, panel.Drawn[0].X[0]);
        Assert.AreEqual(rows - 1, panel.Drawn[0].X[^1]);
    }

    static AnalyzedFile Changed(Func<IReadOnlyList<double>, IReadOnlyList<double>> change)
    {
        var file = MadeUpAnalysis.Everything();
        var values = change([.. file.Results.Select(r => r.Value.Value)]);
        return file with
        {
            Curves = [.. file.Curves.Select(c => c with { X = change(c.X), Y = change(c.Y) })],
            Results = [.. file.Results.Take(values.Count).Select((r, i) => r with { Value = new(values[i], i % 2 == 0 ? double.NaN : values[i]) })],
        };
    }

    internal static void RequireFont()
    {
        if (Look.Font is null)
        {
            Assert.Inconclusive("No font is installed.");
        }
    }

    /// <summary>The texts of a figure.</summary>
    static List<string> Svg(IFigure figure, FigureContent content) =>
        [.. XDocument.Parse(FigureFile.Svg(FigureSheet.Of(figure, content, FigureWidth.SingleMillimetres), "")).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value.Trim())];
}
