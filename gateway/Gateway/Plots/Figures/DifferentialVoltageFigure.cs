using CoinRig.Analysis;

namespace CoinRig.Gateway;

/// <summary>dV/dQ over charge, a colour for each cycle.</summary>
sealed class DifferentialVoltageFigure : IFigure
{
    public string Name => "dvdq";

    public string Title => "Differential voltage";

    public string Caption => "dV/dQ over the charge that passed since the beginning of each half cycle, coloured by the cycle. Where a few points stand far above all others, the frame cuts them off.";

    public bool IsFor(FigureContent content) => content.Has(CurveKind.DifferentialVoltage);

    public IReadOnlyList<Panel> Draw(FigureContent content)
    {
        var curves = content.Curves(CurveKind.DifferentialVoltage).ToList();
        var charge = ShownUnit.OfCharge(ShownUnit.Largest(curves.SelectMany(c => c.Curve.X)));
        var panel = new Panel($"Q / {charge.Name}", $"dV/dQ / V {charge.Name}⁻¹") { CutsSpikes = true };
        OrderedCurves.Draw(panel, content, curves, charge.Factor, 1 / charge.Factor, OrderedCurves.Cycle);
        return [panel];
    }
}
