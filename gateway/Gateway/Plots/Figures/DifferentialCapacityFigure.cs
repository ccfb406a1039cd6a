using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary>dQ/dV over voltage, a colour for each cycle.</summary>
sealed class DifferentialCapacityFigure : IFigure
{
    const double CoulombsInAmpereHour = 3600;

    public string Name => "dqdv";

    public string Title => "Differential capacity";

    public string Caption => "dQ/dV over voltage, coloured by the cycle. Where a few points stand far above all others, the frame cuts them off. Open circles: peaks that were found.";

    public bool IsFor(FigureContent content) => content.Has(CurveKind.DifferentialCapacity);

    public IReadOnlyList<Panel> Draw(FigureContent content)
    {
        var curves = content.Curves(CurveKind.DifferentialCapacity).ToList();
        var charge = ShownUnit.OfCharge(ShownUnit.Usual(curves.SelectMany(c => c.Curve.Y)));
        var panel = new Panel(content.VoltageLabel, $"dQ/dV / {charge.Name} V⁻¹") { CutsSpikes = true };
        panel.Level(0);
        OrderedCurves.Draw(panel, content, curves, 1, charge.Factor, OrderedCurves.Cycle);
        Peaks(panel, content, curves, charge.Factor);
        return [panel];
    }

    /// <summary>Heights have no sign; where discharges are drawn below zero, so are their peaks.</summary>
    static void Peaks(Panel panel, FigureContent content, List<(AnalyzedFile File, Curve Curve)> curves, double factor)
    {
        var isSigned = curves.Any(c => c.Curve.Y.Where(Panel.CanBeDrawn).DefaultIfEmpty(0).Min() < -0.5 * c.Curve.Y.Where(Panel.CanBeDrawn).Select(Math.Abs).DefaultIfEmpty(0).Max());
        panel.Points(content.Results("dqdv_peak_height").Select(r => (r.Result.Number("voltage"),
            CoulombsInAmpereHour * factor * r.Result.Value.Value * (isSigned && r.Result.Word("branch") == "discharge" ? -1 : 1), 0.0)), Look.Ink, ScottPlot.MarkerShape.OpenCircle, "peaks", 7);
    }
}
