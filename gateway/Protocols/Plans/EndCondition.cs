using System.Text.Json.Serialization;

namespace CoinRig.Protocols;

/// <summary>A condition that ends a segment or a step.</summary>
/// <param name="Quantity">What it looks at.</param>
/// <param name="Above">True: met at or above the threshold; false: at or below.</param>
/// <param name="Threshold">The threshold in SI (degC for temperature; a result's in the unit of its rows).</param>
/// <param name="Text">The condition in the words of the file.</param>
public sealed record EndCondition(Measured Quantity, bool Above, double Threshold, string Text)
{
    const double WindowVolts = 100e-6;
    const double ShortestWindowSeconds = 5;
    const double LongestWindowSeconds = 300;

    /// <summary>The conditions that must hold together, where it is <see cref="Measured.All"/>; else null.</summary>
    public IReadOnlyList<EndCondition>? Terms { get; init; }

    /// <summary>The name of the result, where it looks at one.</summary>
    public string? Result { get; init; }

    /// <summary>The number of the jump that is made when it is met; null goes on with what comes next.</summary>
    public int? Jump { get; init; }

    /// <summary>Whether the threshold is a C-rate that follows the last measured capacity.</summary>
    public bool FollowsCapacity { get; init; }

    /// <summary>It and, where it is several, each of them.</summary>
    [JsonIgnore]
    public IEnumerable<EndCondition> Parts => Terms is null ? [this] : Terms;

    /// <summary>Whether it looks at results, which it does when a segment has ended, not while it runs.</summary>
    public bool LooksAtResults => Quantity == Measured.Result || (Terms is not null && Terms.Any(t => t.Quantity == Measured.Result));

    /// <summary>
    /// Over how long a slope is measured, s: as long as a voltage at the threshold takes for 0.1 mV, which noise does not reach, but 5 s to 5 min.
    /// 0 where it looks at no slope.
    /// </summary>
    public double WindowSeconds => Quantity is Measured.VoltageSlope or Measured.AbsoluteVoltageSlope
        ? Math.Clamp(WindowVolts / Math.Abs(Threshold), ShortestWindowSeconds, LongestWindowSeconds) : 0;
}
