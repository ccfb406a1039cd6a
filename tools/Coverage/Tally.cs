using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Coverage;

/// <summary>Counts how often reported intervals hold the truth: one row of a table.</summary>
/// <param name="name">What the row is about.</param>
sealed class Tally(string name)
{
    /// <summary>Half of a 95 % interval in standard uncertainties.</summary>
    public const double CoverageFactor = 1.96;

    readonly List<(double Value, double Uncertainty, double Truth)> _valid = [];
    readonly Dictionary<string, int> _flags = [];

    /// <summary>Results taken in.</summary>
    public int Count { get; private set; }

    /// <summary>Those without a flag that is invalid or biased.</summary>
    public int Valid => _valid.Count;

    /// <summary>Share of valid results.</summary>
    public double ValidShare => (double)Valid / Count;

    /// <summary>Share of the valid results whose 95 % interval holds the truth.</summary>
    public double Coverage => (double)_valid.Count(v => Math.Abs(v.Value - v.Truth) <= CoverageFactor * v.Uncertainty) / Valid;

    /// <summary>Mean error of the valid results in units of their standard uncertainty, positive where they are too far from zero.</summary>
    public double BiasInUncertainties => _valid.Average(v => Math.Sign(v.Truth) * (v.Value - v.Truth) / v.Uncertainty);

    /// <summary>Mean error of the valid results relative to the truth.</summary>
    public double RelativeBias => _valid.Average(v => v.Value / v.Truth - 1);

    /// <summary>Median relative standard uncertainty of the valid results.</summary>
    public double RelativeUncertainty => TitrationTable.Median(_valid.Select(v => Math.Abs(v.Uncertainty / v.Value)));

    /// <summary>Takes in a result.</summary>
    /// <param name="value">What was reported.</param>
    /// <param name="uncertainty">Its standard uncertainty.</param>
    /// <param name="truth">What was true.</param>
    /// <param name="isValid">Whether it was reported valid.</param>
    /// <param name="flags">The names of its flags.</param>
    public void Add(double value, double uncertainty, double truth, bool isValid, params IEnumerable<string> flags)
    {
        Count++;
        if (isValid)
        {
            _valid.Add((value, uncertainty, truth));
        }
        foreach (var flag in flags)
        {
            _flags[flag] = _flags.GetValueOrDefault(flag) + 1;
        }
    }

    /// <summary>Takes in a result.</summary>
    public void Add(Result result, double truth) => Add(result.Value.Value, result.Value.Uncertainty, truth, result.IsValid, result.Flags.Names());

    /// <summary>Takes in a result as it would be if some of its inputs were known.</summary>
    /// <param name="result">The result.</param>
    /// <param name="truth">What was true.</param>
    /// <param name="factor">What the result is to be multiplied by for them.</param>
    /// <param name="inputs">The inputs; at least one.</param>
    public void AddWithout(Result result, double truth, double factor, params IReadOnlyList<string> inputs) =>
        Add(factor * result.Value.Value, factor * result.Budget.Where(b => !inputs.Contains(b.Input)).ToArray().Total(), truth, result.IsValid, result.Flags.Names());

    /// <summary>The heading of <see cref="ToString"/>.</summary>
    public const string Heading = "  what                                        judged   valid  coverage   bias in u   bias        u rel      flags";

    /// <summary>The row.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"  {name,-42} {Count,7} {ValidShare,7:P1} {Coverage,9:P1} {BiasInUncertainties,11:+0.000;-0.000} {RelativeBias,10:P3} {RelativeUncertainty,10:P3}   {Flags}");

    string Flags => string.Join(", ", _flags.OrderByDescending(f => f.Value).Select(f => FormattableString.Invariant($"{f.Key} {(double)f.Value / Count:P0}")));
}
