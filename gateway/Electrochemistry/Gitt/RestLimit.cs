using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>Aitken's limit of three equally spaced means of a rest, with what the noise of each does to it.</summary>
/// <param name="Volts">The limit; the last mean where nothing moves beyond the noise, V.</param>
/// <param name="LastDifference">The last mean less the one before it, V.</param>
/// <param name="Ratio">The last difference over the one before it.</param>
/// <param name="DifferenceNoise">Noise of the last difference, V.</param>
/// <param name="IsSettled">Whether nothing moves beyond the noise.</param>
/// <param name="Counts">How many readings each of the three means is worth, the first first.</param>
readonly record struct RestLimit(double Volts, double LastDifference, double Ratio, double DifferenceNoise, bool IsSettled, (double First, double Second, double Third) Counts)
{
    const double LargestRatio = 0.8, Significant = 5, LeastNoise = 1e-9;

    /// <summary>Whether the three approach a limit.</summary>
    public bool IsValid => IsSettled || Ratio is > 0 and < LargestRatio;

    /// <summary>The limit of three means, each with its number of readings.</summary>
    public static RestLimit Of((double Volts, double Count) w0, (double Volts, double Count) w1, (double Volts, double Count) w2, double noise)
    {
        var (first, second) = (w1.Volts - w0.Volts, w2.Volts - w1.Volts);
        var sigma = noise * Math.Sqrt(1.0 / w2.Count + 1.0 / w1.Count) + LeastNoise;
        var ratio = second / first;
        // What was still seen to move before tells where it goes to, even if its last part is in the noise.
        var isSettled = Math.Abs(second) <= Significant * sigma && (Math.Abs(first) <= Significant * sigma || ratio is <= 0 or >= LargestRatio);
        return new(isSettled ? w2.Volts : Aitken.Limit(w0.Volts, w1.Volts, w2.Volts), second, ratio, sigma, isSettled, (w0.Count, w1.Count, w2.Count));
    }

    /// <summary>Standard uncertainty from the noise of the readings, V.</summary>
    /// <param name="noise">Of one reading, V.</param>
    public double Noise(double noise)
    {
        var (a, b, c) = Sensitivity;
        return noise * Math.Sqrt(a * a / Counts.First + b * b / Counts.Second + c * c / Counts.Third) + LeastNoise;
    }

    /// <summary>How far noise takes this limit apart from another that has the last mean in common, V.</summary>
    public double NoiseApartFrom(in RestLimit other, double noise)
    {
        var (a, b, c) = Sensitivity;
        var (p, q, r) = other.Sensitivity;
        return Combine.Quadrature(noise * Math.Sqrt(a * a / Counts.First + b * b / Counts.Second + p * p / other.Counts.First + q * q / other.Counts.Second + (c - r) * (c - r) / Counts.Third), LeastNoise);
    }

    /// <summary>d(limit)/d(each mean) of third + second^2/(first - second), the differences named by what they end at.</summary>
    (double First, double Second, double Third) Sensitivity
    {
        get
        {
            var far = Ratio * Ratio / ((1 - Ratio) * (1 - Ratio));
            var near = Ratio * (2 - Ratio) / ((1 - Ratio) * (1 - Ratio));
            return (far, -near - far, 1 + near);
        }
    }
}
