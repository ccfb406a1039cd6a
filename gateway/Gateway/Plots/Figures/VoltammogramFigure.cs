using CoinRig.Analysis;

namespace CoinRig.Gateway;

/// <summary>Current over potential of the sweeps, a colour for each rate.</summary>
sealed class VoltammogramFigure : IFigure
{
    public string Name => "voltammogram";

    public string Title => "Voltammogram";

    public string Caption => "Current over potential of the sweeps, coloured by their rate.";

    public bool IsFor(FigureContent content) => content.Has(CurveKind.Sweep);

    public IReadOnlyList<Panel> Draw(FigureContent content)
    {
        var curves = content.Curves(CurveKind.Sweep).Select(c => (c.File, Curve: c.Curve with { Order = NominalRate.Of(c.Curve.Order) })).ToList();
        var current = ShownUnit.OfCurrent(ShownUnit.Largest(curves.SelectMany(c => c.Curve.Y)));
        var panel = new Panel(content.VoltageLabel, $"I / {current.Name}");
        panel.Level(0);
        OrderedCurves.Draw(panel, content, curves, 1, current.Factor, c => double.IsFinite(c.Order) ? FormattableString.Invariant($"{c.Order * 1e3:0.####} mV s⁻¹") : c.Label);
        return [panel];
    }
}
