namespace CoinRig.Faults;

/// <summary>What a seed came to.</summary>
/// <param name="scenario">What happened.</param>
sealed class Judgement(Scenario scenario)
{
    const int MostOfAKind = 3;

    readonly Dictionary<string, int> _counts = [];

    /// <summary>The scenario.</summary>
    internal Scenario Scenario => scenario;

    /// <summary>Broken promises, each in words; empty where none is.</summary>
    internal List<string> Wrong { get; } = [];

    /// <summary>How the run ended: "done", "failed", "running" where it waits for a person, "none" where no run began.</summary>
    internal string State { get; set; } = "none";

    /// <summary>Why.</summary>
    internal string Message { get; set; } = "";

    /// <summary>The longest time from beyond a hard limit to the relay's line, ns, less what the program was held up.</summary>
    internal long LongestBeyondNanoseconds { get; set; }

    /// <summary>Samples in the file.</summary>
    internal long Rows { get; set; }

    /// <summary>Samples that were found among the ADC's results.</summary>
    internal long Matched { get; set; }

    /// <summary>The largest difference of the recorded charge from the integral of the rows, part of the throughput.</summary>
    internal double ChargeOfRows { get; set; }

    /// <summary>The largest difference of the recorded charge from the true one, part of what is stated; NaN where it was not judged.</summary>
    internal double ChargeOfTruth { get; set; } = double.NaN;

    /// <summary>Notes a broken promise where something is not so.</summary>
    internal void Check(bool isKept, string promise, FormattableString what)
    {
        if (isKept)
        {
            return;
        }
        var count = _counts[promise] = _counts.GetValueOrDefault(promise) + 1;
        if (count <= MostOfAKind)
        {
            Wrong.Add($"{promise}: {FormattableString.Invariant(what)}");
        }
    }
}
