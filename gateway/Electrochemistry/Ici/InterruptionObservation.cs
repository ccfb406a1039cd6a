using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Ici;

/// <summary>What was measured of one interruption of a constant current. Time zero is the moment at which the current ended.</summary>
public sealed record InterruptionObservation
{
    /// <summary>Number in the file, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The moment at which the current ended, s.</summary>
    public required double Seconds { get; init; }

    /// <summary>Standard uncertainty of that moment, s.</summary>
    public double TimeZeroUncertaintySeconds { get; init; }

    /// <summary>The current before, A.</summary>
    public required double Amperes { get; init; }

    /// <summary>How long it flowed since the interruption before, s.</summary>
    public required double OnSeconds { get; init; }

    /// <summary>How long the current stayed away, s.</summary>
    public required double OffSeconds { get; init; }

    /// <summary>Time on current since the last rest from which all starts anew (or the first row), s.</summary>
    public required double TotalOnSeconds { get; init; }

    /// <summary>Net charge since the measurement began, C.</summary>
    public required double Coulombs { get; init; }

    /// <summary>The last voltage on current, V.</summary>
    public required double LastVolts { get; init; }

    /// <summary>The line of the voltage over the root of time, 1 s to 10 s.</summary>
    public required CoMoments Line { get; init; }

    /// <summary>Where that window ended, s.</summary>
    public required double LastSeconds { get; init; }

    /// <summary>Voltage over time since the current ended.</summary>
    public required Block[] Rest { get; init; }

    /// <summary>The voltage that the line has at the moment of the interruption, V.</summary>
    public Estimate Intercept => new(Line.Intercept, Line.InterceptUncertainty);

    /// <summary>dV/d sqrt(t), V/s^0.5.</summary>
    public Estimate Slope => new(Line.Slope, Line.SlopeUncertainty);
}
