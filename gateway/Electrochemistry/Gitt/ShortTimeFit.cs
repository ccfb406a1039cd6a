using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>
/// The voltage just after a change of current, less the double layer's part: V = c0 + c1 sqrt(t) + c2 t over 1 to 10 s, at t = 0. (The straight line in sqrt(t) alone leaves
/// 4 to 9 % of the diffusion in the jump on a coated NCM cell.)
/// </summary>
public static class ShortTimeFit
{
    /// <summary>First and last time that is fitted, s.</summary>
    public const double FirstSeconds = 1, LastSeconds = 10;

    const int FewestBlocks = 6;

    /// <summary>Whether these blocks can be extrapolated.</summary>
    public static bool CanFit(Block[] blocks) => blocks.Count(b => b.Seconds is >= FirstSeconds and <= LastSeconds) >= FewestBlocks;

    /// <summary>The voltage at t = 0, V; null where there are too few readings.</summary>
    public static Estimate? AtZero(Block[] blocks) => AtZero(blocks, 3);

    /// <summary>The same by c0 + c1 sqrt(t) alone, for what another curve leaves.</summary>
    public static Estimate? LineAtZero(Block[] blocks) => AtZero(blocks, 2);

    static Estimate? AtZero(Block[] blocks, int terms)
    {
        var used = blocks.Where(b => b.Seconds is >= FirstSeconds and <= LastSeconds).ToArray();
        if (used.Length < FewestBlocks)
        {
            return null;
        }
        double[][] columns = [[.. used.Select(_ => 1.0)], [.. used.Select(b => Math.Sqrt(b.Seconds))], [.. used.Select(b => b.Seconds)]];
        return LinearFit.Solve(columns[..terms], [.. used.Select(b => b.Value)], [.. used.Select(b => b.Weight)]) is { } fit
            ? new Estimate(fit.Coefficients[0], fit.Uncertainties[0])
            : null;
    }
}
