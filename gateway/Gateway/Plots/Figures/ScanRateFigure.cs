using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary>Peak currents over the root of the scan rate with the fitted line, and its intercept and the exponent b in the legend.</summary>
sealed class ScanRateFigure : IFigure
{
    const string Slope = "randles_sevcik_slope", Intercept = "randles_sevcik_intercept", Exponent = "scan_rate_exponent";

    /// <summary>Of a fit, which is thinner than what was measured, units.</summary>
    const float FitWidth = 1.2f;

    public string Name => "scan-rates";

    public string Title => "Peak current over √v";

    public string Caption => "Peak currents over the root of the scan rate. Lines: fits with a free intercept b₀, which is 0 where diffusion alone limits; b is the exponent of the "
        + "scan rate (0.5: diffusion, 1: surface). Bars: one standard uncertainty.";

    public bool IsFor(FigureContent content) => Peaks(content, "").Select(p => p.Result.Number("rate")).Distinct().Count() > 1;

    public IReadOnlyList<Panel> Draw(FigureContent content)
    {
        var all = new[] { "anodic", "cathodic" }.SelectMany(b => Peaks(content, b)).ToList();
        var current = ShownUnit.OfCurrent(ShownUnit.Largest(all.Select(p => p.Result.Value.Value)));
        var panel = new Panel("√v / (mV s⁻¹)⁰·⁵", $"Iₚ / {current.Name}");
        panel.Level(0);
        foreach (var word in new[] { "anodic", "cathodic" })
        {
            foreach (var file in content.Files)
            {
                Draw(panel, content, file, Branch.Of(word), current);
            }
        }
        return [panel];
    }

    static void Draw(Panel panel, FigureContent content, AnalyzedFile file, Branch branch, ShownUnit current)
    {
        var peaks = Peaks(content, branch.Word).Where(p => ReferenceEquals(p.File, file)).Select(p => p.Result).ToList();
        if (peaks.Count == 0)
        {
            return;
        }
        var color = content.Hue(file, branch.Color);
        panel.Points(peaks.Select(p => (Root(p.Number("rate")), p.Value.Value * current.Factor, p.Value.Uncertainty * current.Factor)), color, branch.Shape,
            content.Legend(file, branch.Word), branch.Size);
        if (Study(file, Slope, branch) is not { } slope || Study(file, Intercept, branch) is not { } intercept)
        {
            return;
        }
        double[] ends = [0, peaks.Max(p => p.Number("rate"))];
        panel.Line(ends.Select(v => (Root(v), Signed(slope.Value.Value * Math.Sqrt(v) + intercept.Value.Value, peaks) * current.Factor)), color, Legend(file, branch, intercept, current), FitWidth);
    }

    static string Legend(AnalyzedFile file, Branch branch, Result intercept, ShownUnit current)
    {
        var text = $"b₀ = {Figures.WithUncertainty(intercept.Value.Value * current.Factor, intercept.Value.Uncertainty * current.Factor)} {current.Name}";
        return (Study(file, Exponent, branch) is { } b ? $"{text}, b = {Figures.WithUncertainty(b.Value.Value, b.Value.Uncertainty)}" : text).Replace("+-", "±", StringComparison.Ordinal);
    }

    /// <summary>Lines may be of the currents' size; peaks of the cathodic branch are below zero.</summary>
    static double Signed(double value, List<Result> peaks) => peaks.Average(p => p.Value.Value) < 0 && value > 0 ? -value : value;

    static double Root(double voltsPerSecond) => Math.Sqrt(1e3 * Math.Abs(voltsPerSecond));

    static Result? Study(AnalyzedFile file, string name, Branch branch) =>
        file.Results.FirstOrDefault(r => r.Name == name && r.Word("branch") == branch.Word && Panel.CanBeDrawn(r.Value.Value));

    /// <summary>Heights above the baseline where the study of the scan rates counted from one, or each peak has one; else currents from zero.</summary>
    static IEnumerable<(AnalyzedFile File, Result Result)> Peaks(FigureContent content, string branch)
    {
        foreach (var file in content.Files)
        {
            var study = file.Results.FirstOrDefault(r => r.Name == Slope && (branch.Length == 0 || r.Word("branch") == branch));
            var name = study is not null && study.Word("counted_from") != "zero" ? "peak_height" : "peak_current";
            foreach (var peak in file.Results.Where(r => r.Name == name && (branch.Length == 0 || r.Word("branch") == branch) && r.Number("rate") > 0
                && Panel.CanBeDrawn(r.Value.Value) && r.Flags.All(f => f.Severity != Severity.Invalid)))
            {
                yield return (file, peak);
            }
        }
    }
}
