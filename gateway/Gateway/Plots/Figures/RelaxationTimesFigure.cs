using CoinRig.Analysis;

namespace CoinRig.Gateway;

/// <summary>Distribution of relaxation times.</summary>
sealed class RelaxationTimesFigure : IFigure
{
    public string Name => "drt";

    public string Title => "Relaxation times";

    public string Caption => "Distribution of relaxation times: g(ln τ), whose area under a peak is that process's resistance.";

    public bool IsFor(FigureContent content) => content.Has(CurveKind.RelaxationTimes);

    public IReadOnlyList<Panel> Draw(FigureContent content)
    {
        var curves = content.Curves(CurveKind.RelaxationTimes).ToList();
        var unit = ShownUnit.OfResistance(ShownUnit.Largest(curves.SelectMany(c => c.Curve.Y)));
        var panel = new Panel("τ / s", $"g(ln τ) / {unit.Name}", AxisScale.Logarithmic) { ShowsZero = true };
        OrderedCurves.Draw(panel, content, curves, 1, unit.Factor);
        return [panel];
    }
}
