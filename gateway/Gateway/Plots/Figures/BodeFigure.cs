using CoinRig.Analysis;

namespace CoinRig.Gateway;

/// <summary>Modulus, phase and residuals of the impedance over frequency.</summary>
sealed class BodeFigure : IFigure
{
    const double Percent = 100;

    public string Name => "bode";

    public string Title => "Impedance over frequency";

    public string Caption => "Modulus and phase of the impedance over frequency with the fitted circuit, and residuals relative to the modulus: of the fit where there is one, "
        + "else of the Kramers-Kronig test.";

    public double Slenderness => 1.15;

    public bool IsFor(FigureContent content) => content.Has(CurveKind.Modulus) || content.Has(CurveKind.Phase);

    public IReadOnlyList<Panel> Draw(FigureContent content)
    {
        var panels = new List<Panel>();
        var moduli = Shown(content, CurveKind.Modulus);
        var unit = ShownUnit.OfResistance(ShownUnit.Largest(moduli.SelectMany(c => c.Curve.Y)));
        Add(panels, content, moduli, new(Frequency, $"|Z| / {unit.Name}", AxisScale.Logarithmic, AxisScale.Logarithmic) { Share = 0.38 }, unit.Factor);
        Add(panels, content, Shown(content, CurveKind.Phase), new(Frequency, "φ(Z) / °", AxisScale.Logarithmic) { Share = 0.34 }, 1);
        if (Residuals(content) is { } residuals)
        {
            panels.Add(residuals);
        }
        return panels;
    }

    const string Frequency = "f / Hz";

    static List<(AnalyzedFile File, Curve Curve)> Shown(FigureContent content, CurveKind kind) => [.. content.Curves(kind).Where(c => c.Curve.Role != CurveRole.Tested)];

    static void Add(List<Panel> panels, FigureContent content, List<(AnalyzedFile File, Curve Curve)> curves, Panel panel, double factor)
    {
        if (curves.Count > 0)
        {
            SpectrumCurves.Draw(panel, content, curves, factor, overFrequency: true);
            panels.Add(panel);
        }
    }

    static Panel? Residuals(FigureContent content)
    {
        var all = new[] { (Kind: CurveKind.RealResidual, Word: "Re"), (Kind: CurveKind.ImaginaryResidual, Word: "Im") }
            .SelectMany(k => content.Curves(k.Kind).Select(c => (c.File, c.Curve, k.Word))).ToList();
        var ofFit = all.Where(r => r.Curve.Role == CurveRole.Fitted).ToList();
        var shown = ofFit.Count > 0 ? ofFit : all;
        if (shown.Count == 0)
        {
            return null;
        }
        var isOne = shown.Select(r => (r.File, r.Curve.Label)).Distinct().Count() == 1;
        var panel = new Panel(Frequency, "Δ / %", AxisScale.Logarithmic) { Share = 0.28 };
        panel.Level(0);
        foreach (var (file, curve, word) in shown)
        {
            var points = FigureContent.Points(curve).Select(p => (p.X, p.Y * Percent, 0.0));
            var index = shown.Select(r => (r.File, r.Curve.Label)).Distinct().ToList().IndexOf((file, curve.Label));
            var shape = word == "Re" ? ScottPlot.MarkerShape.FilledCircle : ScottPlot.MarkerShape.OpenCircle;
            panel.Points(points, isOne ? (word == "Re" ? Look.Blue : Look.Vermillion) : Look.Of(index), shape, isOne ? word : "", size: 6);
        }
        return panel;
    }
}
