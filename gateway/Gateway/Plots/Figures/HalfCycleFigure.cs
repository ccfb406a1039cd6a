using CoinRig.Analysis;

namespace CoinRig.Gateway;

/// <summary>Voltage over the charge that passed in each half cycle.</summary>
sealed class HalfCycleFigure : IFigure
{
    public string Name => "half-cycles";

    public string Title => "Half cycles";

    public string Caption => "Voltage over the charge that passed since the beginning of each half cycle.";

    public bool IsFor(FigureContent content) => content.Has(CurveKind.HalfCycle);

    public IReadOnlyList<Panel> Draw(FigureContent content)
    {
        var curves = content.Curves(CurveKind.HalfCycle).ToList();
        var charge = ShownUnit.OfCharge(ShownUnit.Largest(curves.SelectMany(c => c.Curve.X)));
        var panel = new Panel($"Q / {charge.Name}", content.VoltageLabel);
        OrderedCurves.Draw(panel, content, curves, charge.Factor, 1, OrderedCurves.Cycle);
        return [panel];
    }
}
