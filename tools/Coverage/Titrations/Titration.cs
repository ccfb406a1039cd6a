namespace CoinRig.Coverage;

/// <summary>A titration on charge: how it is driven and when it is read.</summary>
/// <param name="PulseSeconds">Length of a pulse, s.</param>
/// <param name="RestSeconds">Length of a rest, s.</param>
/// <param name="RestIntervalSeconds">Most time between two samples of a rest, s.</param>
sealed record Titration(double PulseSeconds, double RestSeconds, double RestIntervalSeconds)
{
    /// <summary>The rest before the first pulse, s.</summary>
    public const double FirstRestSeconds = 1800;

    /// <summary>Most time between two samples of a pulse, s.</summary>
    public const double PulseIntervalSeconds = 10;

    /// <summary>Where the titration ends, V.</summary>
    public const double EndVolts = 4.2;

    /// <summary>Noise of a voltage reading, V.</summary>
    public const double NoiseVolts = 1e-6;

    /// <summary>The shipped gitt-accurate.</summary>
    public static Titration Accurate { get; } = new(300, 14400, 60);

    /// <summary>The shipped gitt, as in the paper.</summary>
    public static Titration PaperLike { get; } = new(600, 3600, 10);

    /// <summary>Times of the samples of a segment: dense after the change and thinning out by a twentieth of the time, at ten scans a second.</summary>
    public static double[] Times(double duration, double largestInterval)
    {
        const double scan = 0.1, part = 0.05;
        var times = new List<double>();
        for (var t = 0.06; t < duration; t += Math.Max(scan, Math.Ceiling(Math.Min(largestInterval, part * t) / scan - 1e-9) * scan))
        {
            times.Add(t);
        }
        return [.. times];
    }
}
