using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>
/// Fits c + response(t, k) to blocks of a series by variable projection: for every k the best c is the weighted mean of the rest,
/// so that only ln k is searched.
/// </summary>
/// <param name="blocks">The series.</param>
/// <param name="response">The response in V at a time in s for a rate k in 1/s, for the step dEs that it is made with.</param>
sealed class ResponseFit(Block[] blocks, Func<double, double, double> response)
{
    /// <summary>Fewer blocks determine nothing.</summary>
    public const int FewestBlocks = 6;

    const double LowestTheta = 1e-7;
    const double HighestTheta = 30;
    const int FirstLook = 33, Sparse = 3;
    readonly double _weight = blocks.Sum(b => b.Weight);

    /// <summary>The rate that fits best; NaN where none does.</summary>
    public double BestRate(double pulseSeconds)
    {
        var (low, high) = (Math.Log(LowestTheta / pulseSeconds), Math.Log(HighestTheta / pulseSeconds));
        var best = Minimum.Find(x => SumOfSquares(Math.Exp(x), blocks.Length > 2 * Sparse * FewestBlocks ? Sparse : 1), x => SumOfSquares(Math.Exp(x), 1), low, high, FirstLook, 1e-9, out var atEnd);
        return atEnd ? double.NaN : Math.Exp(best);
    }

    /// <summary>The free constant for a rate, V.</summary>
    public double Offset(double rate)
    {
        var sum = 0.0;
        foreach (var block in blocks)
        {
            sum += block.Weight * (block.Value - response(block.Seconds, rate));
        }
        return sum / _weight;
    }

    /// <summary>
    /// Relative standard uncertainty of the rate: covariance from the two columns of the Jacobian (1, dV/d ln k), with the variance of
    /// the residuals enlarged for their correlation from block to block, n_eff = n (1 - r1)/(1 + r1).
    /// </summary>
    public FitSpread Uncertainty(double rate)
    {
        const double step = 1e-4;
        var offset = Offset(rate);
        double jj = 0, j1 = 0, squares = 0, plain = 0, lagged = 0, before = 0;
        foreach (var block in blocks)
        {
            var jacobian = (response(block.Seconds, rate * (1 + step)) - response(block.Seconds, rate * (1 - step))) / (2 * step);
            var residual = block.Value - response(block.Seconds, rate) - offset;
            var scaled = residual * Math.Sqrt(block.Weight);
            j1 += block.Weight * jacobian;
            jj += block.Weight * jacobian * jacobian;
            squares += scaled * scaled;
            plain += residual * residual;
            lagged += scaled * before;
            before = scaled;
        }
        var correlation = squares > 0 ? Math.Clamp(lagged / squares, 0, 0.95) : 0;
        var variance = squares / (blocks.Length - 2);
        var relative = Math.Sqrt(variance * (1 + correlation) / (1 - correlation) / (jj - j1 * j1 / _weight));
        return new(relative, Math.Sqrt(plain / blocks.Length), Math.Sqrt(variance), Math.Sqrt((1 + correlation) / (1 - correlation)));
    }

    /// <summary>d ln(rate)/d ln(scale of the response): how the rate answers to dEs, to first order in the residuals.</summary>
    public double ScaleSensitivity(double rate)
    {
        const double step = 1e-4;
        double jj = 0, j1 = 0, jm = 0, m1 = 0;
        foreach (var block in blocks)
        {
            var model = response(block.Seconds, rate);
            var jacobian = (response(block.Seconds, rate * (1 + step)) - response(block.Seconds, rate * (1 - step))) / (2 * step);
            (j1, m1) = (j1 + block.Weight * jacobian, m1 + block.Weight * model);
            (jj, jm) = (jj + block.Weight * jacobian * jacobian, jm + block.Weight * jacobian * model);
        }
        return -(jm - j1 * m1 / _weight) / (jj - j1 * j1 / _weight);
    }

    /// <summary>The smoothed last voltage, V: the mean of the last blocks, and what the model rises by from there to the end.</summary>
    public Estimate End(double rate, double endSeconds, FitSpread spread)
    {
        var (volts, weight) = LastBlocks(rate, endSeconds);
        var moved = LastBlocks(rate * (1 + spread.Relative), endSeconds).Volts - volts;
        return new(volts, Combine.Quadrature(spread.ReadingVolts / Math.Sqrt(weight), moved));
    }

    /// <summary>The voltage of the model at time zero with its uncertainty: that of the mean of all blocks, and what the rate does to the way from there to zero.</summary>
    public Estimate Start(double rate, FitSpread spread)
    {
        var volts = Offset(rate) + response(0, rate);
        var other = rate * (1 + spread.Relative);
        return new(volts, Combine.Quadrature(spread.ReadingVolts * spread.Correlated / Math.Sqrt(_weight), Offset(other) + response(0, other) - volts));
    }

    (double Volts, double Weight) LastBlocks(double rate, double endSeconds)
    {
        double sum = 0, weight = 0;
        foreach (var block in blocks.AsSpan(Math.Max(0, blocks.Length - 3)))
        {
            sum += block.Weight * (block.Value - response(block.Seconds, rate));
            weight += block.Weight;
        }
        return (sum / weight + response(endSeconds, rate), weight);
    }

    double SumOfSquares(double rate, int stride)
    {
        double mean = 0, squares = 0, weight = 0;
        for (var i = 0; i < blocks.Length; i += stride)
        {
            var block = blocks[i];
            var difference = block.Value - response(block.Seconds, rate);
            var away = difference - mean;
            weight += block.Weight;
            var share = away * (block.Weight / weight);
            mean += share;
            squares += block.Weight * away * (away - share);
        }
        return squares;
    }
}
