using CoinRig.Electrochemistry.Numerics;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>What was measured of one titration pulse and the rest after it. Time zero is the write of the current.</summary>
public sealed record PulseObservation
{
    /// <summary>Number of the pulse in its titration, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The particle's shape that is assumed.</summary>
    public required ConstantFlux Shape { get; init; }

    /// <summary>tau: from the write of the current to the write that ended it, s.</summary>
    public required double PulseSeconds { get; init; }

    /// <summary>Mean current, A; positive charges.</summary>
    public required double CurrentAmperes { get; init; }

    /// <summary>Charge of the pulse with its sign, C.</summary>
    public required double ChargeCoulombs { get; init; }

    /// <summary>Voltage over the time since the pulse began.</summary>
    public required Block[] Pulse { get; init; }

    /// <summary>Voltage over the time since the pulse ended.</summary>
    public required Block[] Rest { get; init; }

    /// <summary>The last voltage of the pulse, V.</summary>
    public required double LastVolts { get; init; }

    /// <summary>Where the rest before the pulse goes to.</summary>
    public required Equilibrium Before { get; init; }

    /// <summary>Where the rest after the pulse goes to.</summary>
    public required Equilibrium After { get; init; }

    /// <summary>Standard deviation of a voltage reading, V.</summary>
    public required double NoiseVolts { get; init; }

    /// <summary>Time of the first voltage reading of the pulse, s.</summary>
    public required double FirstReadingSeconds { get; init; }

    /// <summary>Whether a reading of pulse or rest was at the end of its scale, or the current range changed within the pulse.</summary>
    public bool IsClippedOrRangeChanged { get; init; }

    /// <summary>Whether the rest before the pulse is not there, or rows of pulse or rests are missing.</summary>
    public bool IsStepMissing { get; init; }

    /// <summary>Standard uncertainty of time zero, s: where rows are coarse the moment of the current step is known from the voltage only.</summary>
    public double TimeZeroUncertaintySeconds { get; init; }

    /// <summary>Whether the current stayed at its set value.</summary>
    public bool IsCurrentConstant { get; init; } = true;
}
