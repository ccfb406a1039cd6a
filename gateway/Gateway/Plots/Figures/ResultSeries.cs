using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;
using ScottPlot;

namespace CoinRig.Gateway;

/// <summary>Draws results as points with error bars: by file and branch; those that are not valid grey, those that must not be compared open.</summary>
static class ResultSeries
{
    /// <summary>Draws what <paramref name="results"/> gives.</summary>
    /// <param name="panel">Where.</param>
    /// <param name="content">What the results are of.</param>
    /// <param name="results">Results with their files.</param>
    /// <param name="place">Abscissa of a result.</param>
    /// <param name="factor">From the result's unit to the axis's.</param>
    /// <param name="word">What the legend calls results of a branch; the branch by default.</param>
    public static void Draw(Panel panel, FigureContent content, IEnumerable<(AnalyzedFile File, Result Result)> results, Func<Result, double> place, double factor,
        Func<Branch, string>? word = null)
    {
        var all = results.ToList();
        // What is grey lies below what can be used.
        var doubtful = all.Where(r => !r.Result.IsValid).ToList();
        foreach (var (shape, some) in doubtful.GroupBy(r => Branch.Of(r.Result).OpenShape).Select((g, i) => (g.Key, g.ToList())))
        {
            panel.Points(Points(some, place, factor), Look.Doubtful, shape, ReferenceEquals(some[0].Result, doubtful[0].Result) ? "flagged" : "");
        }
        foreach (var series in all.Where(r => r.Result.IsValid).GroupBy(r => (r.File, Branch.Of(r.Result).Word)))
        {
            var (file, branch) = (series.Key.File, Branch.Of(series.Key.Word));
            var color = content.Hue(file, branch.Color);
            var legend = content.Legend(file, word is null ? branch.Word : word(branch));
            var open = series.Where(r => IsIncomplete(r.Result)).ToList();
            panel.Points(Points(open, place, factor), color, branch.OpenShape, open.Count == series.Count() ? legend : "", branch.Size);
            panel.Points(Points(series.Where(r => !IsIncomplete(r.Result)), place, factor), color, branch.Shape, legend, branch.Size);
        }
    }

    /// <summary>Whether a result must not be compared with others of its kind.</summary>
    static bool IsIncomplete(Result result) => result.Flags.Any(f => f == Flag.Incomplete || f == Flag.UnknownStart || f == Flag.FirstCycle);

    static IEnumerable<(double X, double Y, double Uncertainty)> Points(IEnumerable<(AnalyzedFile File, Result Result)> results, Func<Result, double> place, double factor) =>
        results.Select(r => (place(r.Result), r.Result.Value.Value * factor, Math.Abs(r.Result.Value.Uncertainty * factor)));
}
