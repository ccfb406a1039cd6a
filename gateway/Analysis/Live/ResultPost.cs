using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;
using CoinRig.Runs;

namespace CoinRig.Analysis;

/// <summary>Posts results as rows; a value that is not a number is not a result and is left out.</summary>
/// <param name="post">Where rows go.</param>
sealed class ResultPost(Action<ResultRow> post)
{
    /// <summary>Posts a result.</summary>
    public void Add(string name, Estimate value, string unit, IReadOnlyList<Flag> flags, Place place, params ReadOnlySpan<(string Name, object Value)> details)
    {
        if (!double.IsFinite(value.Value))
        {
            return;
        }
        var all = new Dictionary<string, object>(details.Length + 1) { ["valid"] = flags.IsValid() ? 1.0 : 0.0 };
        foreach (var (key, detail) in details)
        {
            if (detail is not double number || double.IsFinite(number))
            {
                all[key] = detail;
            }
        }
        post(new(name, value.Value, unit, value.Uncertainty, flags.Names(), place.Cycle, place.Step, place.Seconds, all));
    }
}

/// <summary>Where in the run a result comes from.</summary>
/// <param name="Cycle">Cycle, from 1.</param>
/// <param name="Step">Count of the step.</param>
/// <param name="Seconds">Time in the run, s.</param>
readonly record struct Place(int Cycle, int Step, double Seconds);
