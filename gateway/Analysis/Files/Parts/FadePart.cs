using CoinRig.Electrochemistry.Fade;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Analysis;

/// <summary>The laws of fade through the capacities of all cycles, as curves with their prediction bands.</summary>
static class FadePart
{
    const double CoulombsInAmpereHour = 3600;

    /// <summary>Points of a curve; a knee is seen with so many.</summary>
    const int Points = 200;

    /// <summary>How far beyond the last cycle the law is drawn, of the cycles seen.</summary>
    const double Beyond = 0.25;

    /// <summary>The curves of the laws that <see cref="FadeResults"/> finds, one label for each rate.</summary>
    public static IEnumerable<Curve> Curves(IReadOnlyList<Result> results, string name)
    {
        var models = FadeResults.Models(results, name).ToList();
        foreach (var (model, current) in models)
        {
            var law = model.Law.ToString().ToLowerInvariant();
            var label = models.Count == 1 ? law : FormattableString.Invariant($"{law}, {1e3 * Math.Abs(current):G3} mA");
            var span = (model.LastCycle - model.FirstCycle) * (1 + Beyond);
            double[] cycles = [.. Enumerable.Range(0, Points).Select(i => model.FirstCycle + span * i / (Points - 1))];
            yield return Of(CurveKind.Fade, label, cycles, model.Value);
            yield return Of(CurveKind.FadeLower, label, cycles, n => model.Prediction(n) is var p ? p.Value - model.CoverageFactor * p.Uncertainty : 0);
            yield return Of(CurveKind.FadeUpper, label, cycles, n => model.Prediction(n) is var p ? p.Value + model.CoverageFactor * p.Uncertainty : 0);
        }
    }

    static Curve Of(CurveKind kind, string label, double[] cycles, Func<double, double> ampereHours) =>
        new(kind, label, cycles, [.. cycles.Select(n => CoulombsInAmpereHour * ampereHours(n))]) { Role = CurveRole.Fitted };
}
