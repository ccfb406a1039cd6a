using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary>Polarization of the pulses of a titration, and its two parts, over the state of charge.</summary>
sealed class PolarizationFigure : IFigure
{
    const string Total = "total_polarization";

    static readonly (string Name, string Word, ScottPlot.Color Color, ScottPlot.MarkerShape Shape)[] Parts =
    [
        (Total, "total", Look.Ink, ScottPlot.MarkerShape.FilledCircle),
        ("diffusion_overpotential", "diffusion", Look.Blue, ScottPlot.MarkerShape.OpenTriangleUp),
        ("instant_overpotential", "instant", Look.Vermillion, ScottPlot.MarkerShape.OpenSquare),
    ];

    public string Name => "polarization";

    public string Title => "Polarization";

    public string Caption => "Polarization at the end of each pulse, and its two parts: the jump that the fit extrapolates to the switching of the current (instant: ohmic and charge "
        + "transfer), and the remainder (diffusion). Several files are drawn with their total only.";

    public bool IsFor(FigureContent content) => content.Results(Total).Any();

    public IReadOnlyList<Panel> Draw(FigureContent content)
    {
        var axis = TitrationAxis.Of(content, Total);
        var shown = content.IsOverlay ? Parts[..1] : Parts;
        var unit = ShownUnit.OfOverpotential(ShownUnit.Largest(shown.SelectMany(p => content.Results(p.Name)).Select(r => r.Result.Value.Value)));
        var panel = new Panel(axis.Label, $"η / {unit.Name}") { ShowsZero = true, IsDense = Panel.AreMany(content.Results(Total).Count()) };
        foreach (var part in shown)
        {
            foreach (var series in content.Results(part.Name).GroupBy(r => (r.File, r.Result.IsValid)).OrderBy(g => g.Key.IsValid))
            {
                var color = series.Key.IsValid ? content.Hue(series.Key.File, part.Color) : Look.Doubtful;
                panel.Points(series.Select(r => (axis.Place(r.Result), r.Result.Value.Value * unit.Factor, r.Result.Value.Uncertainty * unit.Factor)), color, part.Shape,
                    series.Key.IsValid ? content.Legend(series.Key.File, content.IsOverlay ? "" : part.Word)
                        : content.Results(part.Name).Any(r => r.Result.IsValid) ? "" : content.Legend(series.Key.File, $"{part.Word}, flagged"), size: 8);
            }
        }
        return [panel];
    }
}
