using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Comparisons;

/// <summary>What is compared: a result by its name, of one branch, at one place or as the mean over cycles.</summary>
/// <param name="Name">The result's name.</param>
public sealed record Quantity(string Name)
{
    /// <summary>Flags that make a result stand outside of a mean.</summary>
    static readonly Flag[] NotMeant = [Flag.FirstCycle, Flag.Incomplete, Flag.UnknownStart];

    /// <summary>charge, discharge, anodic, ...; null: whatever the results say.</summary>
    public string? Branch { get; init; }

    /// <summary>The detail that results must be at: state_of_charge (interpolated between neighbours), or cycle, at_seconds (equal); null: the mean of all.</summary>
    public string? AtDetail { get; init; }

    /// <summary>Where.</summary>
    public double At { get; init; } = double.NaN;

    /// <summary>A quantity at a state of charge.</summary>
    /// <param name="name">The result's name.</param>
    /// <param name="stateOfCharge">0 to 1.</param>
    public static Quantity AtCharge(string name, double stateOfCharge) => new(name) { AtDetail = Profile.StateOfCharge, At = stateOfCharge };

    /// <summary>The value of a cell; null where it has none.</summary>
    public Estimate? Of(IReadOnlyList<Result> results)
    {
        var meant = results.Where(r => r.Name == Name && r.IsValid && double.IsFinite(r.Value.Value) && !r.Flags.Any(NotMeant.Contains) && (Branch is null || r.Word("branch") == Branch)).ToList();
        return AtDetail == Profile.StateOfCharge ? Profile.Of(meant).At(At)
            : Mean(AtDetail is null ? meant : [.. meant.Where(r => Math.Abs(r.Number(AtDetail) - At) <= 1e-9 + 1e-3 * Math.Abs(At))]);
    }

    /// <summary>The mean; all share the instrument's calibration, so that their uncertainties do not average, their scatter does.</summary>
    static Estimate? Mean(List<Result> results)
    {
        if (results.Count == 0)
        {
            return null;
        }
        var moments = new CoMoments();
        foreach (var result in results)
        {
            moments.Add(0, result.Value.Value);
        }
        var scatter = results.Count > 1 ? moments.VarianceY / results.Count : 0;
        return new(moments.MeanY, Math.Sqrt(scatter + Math.Pow(results.Average(r => double.IsFinite(r.Value.Uncertainty) ? r.Value.Uncertainty : 0), 2)));
    }

    /// <summary>The quantity in words: "total polarization at 80 % charge".</summary>
    public string InWords
    {
        get
        {
            var at = AtDetail switch
            {
                null => "",
                Profile.StateOfCharge => FormattableString.Invariant($" at {100 * At:0.#} % charge"),
                "cycle" => FormattableString.Invariant($" in cycle {At:0}"),
                "at_seconds" => FormattableString.Invariant($" at {At:0.###} s"),
                _ => FormattableString.Invariant($" at {AtDetail.Replace('_', ' ')} {At:0.###}"),
            };
            return Name.Replace('_', ' ') + at + (Branch is null || Name.Contains(Branch, StringComparison.Ordinal) ? "" : $" on {Branch}");
        }
    }
}
