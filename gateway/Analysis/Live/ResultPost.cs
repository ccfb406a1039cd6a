using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;
using CoinRig.Runs;

namespace CoinRig.Analysis;

/// <summary>Posts results as rows; a value that is not a number is not a result and is left out.</summary>
/// <param name="post">Where rows go.</param>
/// <param name="gaps">Times in the run at which it was interrupted, s.</param>
sealed class ResultPost(Action<ResultRow> post, IReadOnlyList<double> gaps)
{
    /// <summary>Posts a result of the library; what each input costs stands among its details, relative to the value.</summary>
    public void Add(Result result, Place place) => Add(result.Name, result.Value, result.Unit, result.Flags, place,
    [
        .. result.Details.Where(d => d.Key is not ("cycle" or "seconds")).Select(d => (d.Key, d.Value)),
        .. result.Budget.Count == 0 ? [] : new[] { ("relative_uncertainty", (object)result.Value.Relative) },
        .. result.Budget.Where(b => b.Uncertainty != 0).Select(b => ($"relative_uncertainty_{b.Input}", (object)(b.Uncertainty / Math.Abs(result.Value.Value)))),
    ]);

    /// <summary>Posts a result.</summary>
    public void Add(string name, Estimate value, string unit, IReadOnlyList<Flag> flags, Place place, params ReadOnlySpan<(string Name, object Value)> details)
    {
        if (!double.IsFinite(value.Value))
        {
            return;
        }
        if (place.Spans(gaps))
        {
            flags = [.. flags, place.IsSum ? Flag.SpansGapOfSum : Flag.SpansGap];
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
readonly record struct Place(int Cycle, int Step, double Seconds)
{
    /// <summary>When the first and the last of the readings were taken that it is made of, s.</summary>
    public (double From, double To) Readings { get; init; } = (Seconds, Seconds);

    /// <summary>Whether it is a sum over the time, or a last reading, to which a gap matters little; or the shape of what happened in it.</summary>
    public bool IsSum { get; init; }

    /// <summary>Whether the run was interrupted between the first and the last reading.</summary>
    public bool Spans(IReadOnlyList<double> gaps)
    {
        for (var i = 0; i < gaps.Count; i++)
        {
            if (gaps[i] > Readings.From && gaps[i] < Readings.To)
            {
                return true;
            }
        }
        return false;
    }
}
