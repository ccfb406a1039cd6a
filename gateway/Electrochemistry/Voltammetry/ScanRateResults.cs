using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>Studies over scan rates as results.</summary>
public static class ScanRateResults
{
    /// <summary>Of one branch.</summary>
    public static IReadOnlyList<Result> Results(this RateStudy study)
    {
        List<KeyValuePair<string, object>> details =
        [
            new("branch", study.IsAnodic ? "anodic" : "cathodic"), new("rates", (double)study.Points.Count), new("slowest_rate", study.Points[0].RateVoltsPerSecond),
            new("fastest_rate", study.Points[^1].RateVoltsPerSecond), new("counted_from", VoltammetryResults.Word(study.CountedFrom)),
        ];
        if (study.PeakLine.Bend is { } bend)
        {
            details.Add(new("bend", bend.Value));
        }
        if (study.LargestDepth is { } depth)
        {
            details.Add(new("depth_over_length", depth));
        }
        List<Result> results =
        [
            Make("randles_sevcik_slope", study.PeakLine.Slope, "A (s/V)^0.5"), Make("randles_sevcik_intercept", study.PeakLine.Intercept, "A"), Make("scan_rate_exponent", study.Exponent, "1"),
        ];
        if (study.ApparentDiffusion is { } diffusion)
        {
            results.Add(Make("diffusion_coefficient_apparent", diffusion, "m2/s") with { Budget = [.. study.Budget.Where(b => b.Uncertainty > 0)] });
        }
        if (study.Separation is { } separation)
        {
            foreach (var point in study.Points)
            {
                var share = separation.LinearShareAt(point.Potential.Value, point.RateVoltsPerSecond);
                if (double.IsFinite(share.Value))
                {
                    results.Add(new("linear_current_share", share, "1")
                    {
                        Flags = [.. study.Flags.Where(f => f == Flag.ResistanceNotCorrected)],
                        Details = [.. details, new("rate", point.RateVoltsPerSecond), new("voltage", point.Potential.Value), new("share_of_area", separation.LinearShareOfArea(point.RateVoltsPerSecond))],
                    });
                }
            }
        }
        return results;

        Result Make(string name, Estimate value, string unit) => new(name, value, unit) { Flags = study.Flags, Details = details };
    }
}
