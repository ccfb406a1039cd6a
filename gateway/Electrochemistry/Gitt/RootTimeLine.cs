using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>The part of a pulse or a rest that is straight over the root of time, and its slope.</summary>
/// <param name="Slope">dV/d sqrt(t), V/s^0.5: noise with its correlation, and the curvature that is left in the window.</param>
/// <param name="Intercept">The line at t = 0, V.</param>
/// <param name="FromSeconds">Where the window begins, s.</param>
/// <param name="ToSeconds">Where it ends, s.</param>
/// <param name="Curvature">By how much of itself the slope changes within the window: c2 (x_end - x_0)/c1 of c0 + c1 x + c2 x^2, x = sqrt(t).</param>
/// <param name="IsStraight">Whether that is within 5 %, or within its own noise.</param>
public sealed record RootTimeLine(Estimate Slope, Estimate Intercept, double FromSeconds, double ToSeconds, double Curvature, bool IsStraight)
{
    /// <summary>Largest curvature of a line, relative to its slope.</summary>
    public const double LargestCurvature = 0.05;

    const int FewestBlocks = 8;
    const double Significant = 2;

    /// <summary>The longest window from the first block on whose curvature is small; null where there are too few blocks.</summary>
    /// <param name="blocks">Voltage over the time since the current changed, the double layer's part left out.</param>
    public static RootTimeLine? Of(Block[] blocks)
    {
        RootTimeLine? best = null;
        var fit = new RootTimeParabola();
        for (var end = 0; end < blocks.Length; end++)
        {
            fit.Add(blocks[end]);
            if (end + 1 >= FewestBlocks && fit.Curvature(blocks[0].Seconds, blocks[end].Seconds) is { } curvature
                && (best is null || Math.Abs(curvature.Value) <= Math.Max(LargestCurvature, Significant * curvature.Uncertainty)))
            {
                best = Line(blocks.AsSpan(0, end + 1), curvature);
            }
        }
        return best;
    }

    static RootTimeLine Line(ReadOnlySpan<Block> blocks, Estimate curvature)
    {
        double weight = 0, mx = 0, my = 0, sxx = 0, sxy = 0;
        foreach (var block in blocks)
        {
            var x = Math.Sqrt(block.Seconds);
            weight += block.Weight;
            var share = block.Weight / weight;
            var (dx, dy) = (x - mx, block.Value - my);
            (mx, my) = (mx + dx * share, my + dy * share);
            (sxx, sxy) = (sxx + block.Weight * dx * (x - mx), sxy + block.Weight * dx * (block.Value - my));
        }
        var slope = sxy / sxx;
        double squares = 0, lagged = 0, before = 0;
        foreach (var block in blocks)
        {
            var residual = (block.Value - my - slope * (Math.Sqrt(block.Seconds) - mx)) * Math.Sqrt(block.Weight);
            squares += residual * residual;
            lagged += residual * before;
            before = residual;
        }
        var correlation = squares > 0 ? Math.Clamp(lagged / squares, 0, 0.95) : 0;
        var variance = squares / (blocks.Length - 2) * (1 + correlation) / (1 - correlation);
        var noise = Math.Sqrt(variance / sxx);
        // The line's slope is that of its middle; the formula wants that at the beginning.
        var bent = curvature.Value * slope / Math.Sqrt(3);
        return new(new(slope, Combine.Quadrature(noise, bent)), new(my - slope * mx, Combine.Quadrature(Math.Sqrt(variance / weight), mx * noise, mx * bent)),
            blocks[0].Seconds, blocks[^1].Seconds, curvature.Value, Math.Abs(curvature.Value) <= Math.Max(LargestCurvature, Significant * curvature.Uncertainty));
    }
}
