using CoinRig.Control;
using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Gateway;

/// <summary>Times and samples of a plan by the model that the cell file names, which knows what no nominal capacity tells: where a sweep begins, how a hold decays, how capacity fades.</summary>
static class ModelEstimate
{
    /// <summary>So many take a few seconds; what needs more is estimated by the nominal capacity.</summary>
    const long MostScans = 1_000_000;

    /// <summary>The estimate, better where the cell file states a model.</summary>
    internal static PlanEstimate Of(Plan plan, PlanEstimate estimate, BoardProfile profile, Screen screen)
    {
        if (!plan.Cell.StatesTwin || estimate.Duration.Certainty == Certainty.Exact)
        {
            return estimate;
        }
        var preview = Preview.Of(plan, profile, 1, seed: null, MostScans);
        if (preview.Scans > MostScans)
        {
            return estimate;
        }
        if (preview.State != RunState.Done)
        {
            screen.Warn($"By the cell's model the run would not be done: {preview.Message} 'coinrig preview' shows where. (a warning)");
        }
        // Nobody knows how long a person takes; the model waits for nobody.
        var waits = plan.Steps.Any(s => s.Segments.Any(g => g.Wait is not null));
        return estimate.With(new(preview.Seconds, waits ? Certainty.Unknown : Certainty.About), preview.Samples,
            waits ? "by the cell's model, without the waits" : "by the cell's model");
    }
}
