using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary>Resistance at steps of the current over the voltage before them, by how long after the step it was read.</summary>
sealed class ResistanceFigure : IFigure
{
    const string Result = "step_resistance";

    public string Name => "resistance";

    public string Title => "Step resistance";

    public string Caption => "Voltage step over current step, over the voltage before the step; colours say how long after the step it was read.";

    public bool IsFor(FigureContent content) => Points(content).Any();

    public IReadOnlyList<Panel> Draw(FigureContent content)
    {
        var points = Points(content).ToList();
        var unit = ShownUnit.OfResistance(ShownUnit.Largest(points.Select(p => p.Result.Value.Value)));
        var panel = new Panel(content.VoltageLabel, $"R / {unit.Name}", y: AxisScale.Logarithmic) { IsDense = Panel.AreMany(points.Count) };
        var delays = points.Select(p => p.Result.Number("at_seconds")).Where(double.IsFinite).Distinct().Order().ToList();
        foreach (var series in points.GroupBy(p => (p.File, At: p.Result.Number("at_seconds"), p.Result.IsValid)).OrderBy(g => g.Key.IsValid))
        {
            var place = Math.Max(delays.IndexOf(series.Key.At), 0);
            var color = series.Key.IsValid ? content.Hue(series.Key.File, Look.Of(place)) : Look.Doubtful;
            panel.Points(series.Select(p => (p.Result.Number("voltage"), p.Result.Value.Value * unit.Factor, p.Result.Value.Uncertainty * unit.Factor)), color,
                Shapes[place % Shapes.Length], !series.Key.IsValid ? "" : content.Legend(series.Key.File, FormattableString.Invariant($"after {series.Key.At:0.###} s")), size: 7);
        }
        return [panel];
    }

    static readonly ScottPlot.MarkerShape[] Shapes =
        [ScottPlot.MarkerShape.OpenCircle, ScottPlot.MarkerShape.OpenSquare, ScottPlot.MarkerShape.OpenTriangleUp, ScottPlot.MarkerShape.OpenDiamond];

    static IEnumerable<(AnalyzedFile File, Result Result)> Points(FigureContent content) =>
        content.Results(Result).Where(r => r.Result.Value.Value > 0 && Panel.CanBeDrawn(r.Result.Number("voltage")));
}
