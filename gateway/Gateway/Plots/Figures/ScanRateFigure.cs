using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

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

    public bool IsFor(FigureContent content) => Peaks(content, "").Select(p => NominalRate.Of(p.Result.Number("rate"))).Distinct().Count() > 1;

    public IReadOnlyList<Panel> Draw(FigureContent content)
    {
        content = Together(content);
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

    /// <summary>Files of one rate each are one study; files of several rates each are studies to be compared.</summary>
    static FigureContent Together(FigureContent content)
    {
        int Rates(AnalyzedFile file) => Peaks(new([file]), "").Select(p => NominalRate.Of(p.Result.Number("rate"))).Distinct().Count();
        return !content.IsOverlay || content.Files.Any(f => Rates(f) != 1) ? content : new([content.Files[0] with
        {
            Results = [.. content.Files.SelectMany(f => f.Results), .. ScanRates.Of([.. content.Files.SelectMany(f => f.Voltammograms)], cell: null)],
        }]);
    }

    static void Draw(Panel panel, FigureContent content, AnalyzedFile file, Branch branch, ShownUnit current)
    {
        var peaks = Peaks(content, branch.Word).Where(p => ReferenceEquals(p.File, file)).Select(p => p.Result).ToList();
        if (peaks.Count == 0)
        {
            return;
        }
        var color = content.Hue(file, branch.Color);
        var exponent = Study(file, Exponent, branch) is { } b ? $", b = {Rounded(b.Value, 1)}" : "";
        panel.Points(peaks.Select(p => (Root(p.Number("rate")), p.Value.Value * current.Factor, p.Value.Uncertainty * current.Factor)), color, branch.Shape,
            content.Legend(file, branch.Word) + exponent, branch.Size);
        if (Study(file, Slope, branch) is not { } slope || Study(file, Intercept, branch) is not { } intercept)
        {
            return;
        }
        double[] ends = [0, peaks.Max(p => p.Number("rate"))];
        var shown = new Estimate(intercept.Value.Value * current.Factor, intercept.Value.Uncertainty * current.Factor);
        panel.Line(ends.Select(v => (Root(v), Signed(slope.Value.Value * Math.Sqrt(v) + intercept.Value.Value, peaks) * current.Factor)), color,
            $"b₀ = {Rounded(shown, 0.1 * ShownUnit.Largest(peaks.Select(p => p.Value.Value)) * current.Factor)} {current.Name}", FitWidth);
    }

    /// <summary>A value with its uncertainty; what is known better than a thousandth of the scale is shown to that alone.</summary>
    static string Rounded(Estimate value, double scale)
    {
        var least = 1e-3 * scale;
        return value.Uncertainty >= least ? Figures.WithUncertainty(value.Value, value.Uncertainty).Replace("+-", "±", StringComparison.Ordinal).Replace('-', '−')
            : value.Value.ToString($"F{Math.Clamp((int)Math.Ceiling(-Math.Log10(least)), 0, 9)}", System.Globalization.CultureInfo.InvariantCulture).Replace('-', '−');
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
