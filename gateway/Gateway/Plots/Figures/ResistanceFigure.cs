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
        var delays = points.OrderBy(p => p.Result.Number("at_seconds")).Select(p => Delay(p.Result)).Distinct().ToList();
        foreach (var series in points.GroupBy(p => (p.File, Delay: Delay(p.Result), p.Result.IsValid)).OrderBy(g => g.Key.IsValid).ThenBy(g => delays.IndexOf(g.Key.Delay)))
        {
            var place = delays.IndexOf(series.Key.Delay);
            var color = series.Key.IsValid ? content.Hue(series.Key.File, Look.Of(place)) : Look.Doubtful;
            panel.Points(series.Select(p => (p.Result.Number("voltage"), p.Result.Value.Value * unit.Factor, p.Result.Value.Uncertainty * unit.Factor)), color,
                Shapes[place % Shapes.Length], !series.Key.IsValid ? "" : content.Legend(series.Key.File, series.Key.Delay), size: 7);
        }
        return [panel];
    }

    /// <summary>The first reading comes a little sooner or later at each step; it is one series nevertheless.</summary>
    static string Delay(Result result) => result.Word("reading") == "first" ? "first reading"
        : FormattableString.Invariant($"after {result.Number("at_seconds"):0.###} s");

    static readonly ScottPlot.MarkerShape[] Shapes =
        [ScottPlot.MarkerShape.OpenCircle, ScottPlot.MarkerShape.OpenSquare, ScottPlot.MarkerShape.OpenTriangleUp, ScottPlot.MarkerShape.OpenDiamond];

    static IEnumerable<(AnalyzedFile File, Result Result)> Points(FigureContent content) =>
        content.Results(Result).Where(r => r.Result.Value.Value > 0 && Panel.CanBeDrawn(r.Result.Number("voltage")));
}
