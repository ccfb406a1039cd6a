using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;
using ScottPlot;

namespace CoinRig.Gateway;

/// <summary>Capacity over the cycle with the law of fade that fits it, and the band in which other measurements would lie.</summary>
sealed class FadeFigure : IFigure
{
    const double CoulombsInAmpereHour = 3600;

    static readonly Color[] Hues = [Look.Vermillion, Look.Green, Look.Purple, Look.Orange, Look.Sky, Look.Ink];

    public string Name => "fade";

    public string Title => "Fade";

    public string Caption => "Capacity over the cycle, the law of fade that fits it best, and the band that holds 95 % of further measurements if the law goes on to hold.";

    public bool IsFor(FigureContent content) => content.Has(CurveKind.Fade);

    public IReadOnlyList<Panel> Draw(FigureContent content)
    {
        var laws = content.Curves(CurveKind.Fade).ToList();
        var capacities = Capacities(content).ToList();
        var unit = ShownUnit.OfCharge(ShownUnit.Largest(laws.SelectMany(c => c.Curve.Y)));
        var panel = new Panel("cycle", $"Q / {unit.Name}", AxisScale.Whole) { IsDense = Panel.AreMany(capacities.Count) };
        for (var i = 0; i < laws.Count; i++)
        {
            var (file, law) = laws[i];
            var color = content.Hue(file, Hues[i % Hues.Length]);
            Band(panel, content, file, law.Label, unit.Factor, color);
            panel.Line(FigureContent.Points(law).Select(p => (p.X, p.Y * unit.Factor)), color, content.Legend(file, law.Label));
        }
        ResultSeries.Draw(panel, content, capacities, r => r.Number("cycle"), CoulombsInAmpereHour * unit.Factor, _ => "");
        return [panel];
    }

    static void Band(Panel panel, FigureContent content, AnalyzedFile file, string label, double factor, Color color)
    {
        Curve? Of(CurveKind kind) => content.Curves(kind).FirstOrDefault(c => ReferenceEquals(c.File, file) && c.Curve.Label == label).Curve;
        if (Of(CurveKind.FadeLower) is { } lower && Of(CurveKind.FadeUpper) is { } upper)
        {
            panel.Band(Enumerable.Range(0, Math.Min(lower.Y.Count, upper.Y.Count)).Select(i => (lower.X[i], lower.Y[i] * factor, upper.Y[i] * factor)), color);
        }
    }

    /// <summary>The capacities that the laws are of: those of the discharge, unless results say another name.</summary>
    static IEnumerable<(AnalyzedFile File, Result Result)> Capacities(FigureContent content)
    {
        var names = content.Results("fade_per_cycle").Select(r => r.Result.Word("of")).Where(n => n.Length > 0).Distinct().ToList();
        return (names.Count > 0 ? names : ["discharge_capacity"]).SelectMany(content.Results).Where(r => Panel.CanBeDrawn(r.Result.Number("cycle")));
    }
}
