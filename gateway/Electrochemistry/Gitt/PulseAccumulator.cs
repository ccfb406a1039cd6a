using CoinRig.Electrochemistry.Numerics;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>A pulse and the rest after it, reading by reading in constant memory.</summary>
public sealed class PulseAccumulator
{
    const double LargestCurrentSpread = 0.01, LargestCurrentError = 0.05;
    const double SettledSeconds = 1;
    readonly LogBlocks _pulse = new();
    readonly LogBlocks _rest = new();
    CoMoments _current;
    bool _isClipped;

    /// <summary>A pulse begins.</summary>
    public void Begin()
    {
        _pulse.Clear();
        _rest.Clear();
        (_current, _isClipped) = (default, false);
    }

    /// <summary>Takes in a reading of the pulse.</summary>
    /// <param name="seconds">Time since the current was written, s.</param>
    /// <param name="volts">Voltage, V.</param>
    /// <param name="amperes">Current, A; NaN where it was not read.</param>
    public void AddPulse(double seconds, double volts, double amperes)
    {
        _pulse.Add(seconds, volts);
        if (seconds >= SettledSeconds && double.IsFinite(amperes))
        {
            _current.Add(seconds, amperes);
        }
    }

    /// <summary>Takes in a reading of the rest.</summary>
    /// <param name="seconds">Time since the current ended, s.</param>
    /// <param name="volts">Voltage, V.</param>
    public void AddRest(double seconds, double volts) => _rest.Add(seconds, volts);

    /// <summary>Notes that a reading was at the end of its scale, or that the range changed.</summary>
    public void Clip() => _isClipped = true;

    /// <summary>What was measured.</summary>
    /// <param name="place">Number, duration, charge, last voltage.</param>
    /// <param name="shape">The particle's shape.</param>
    /// <param name="before">Where the rest before goes to.</param>
    /// <param name="after">Where the rest after goes to.</param>
    /// <param name="noiseVolts">Standard deviation of a voltage reading, V.</param>
    public PulseObservation Observe(in PulsePlace place, ConstantFlux shape, Equilibrium before, Equilibrium after, double noiseVolts)
    {
        var spread = _current.Count > 1 ? Math.Sqrt(_current.VarianceY) : 0;
        var mean = _current.Count > 0 ? _current.MeanY : place.ChargeCoulombs / place.Seconds;
        return new()
        {
            Number = place.Number,
            Shape = shape,
            PulseSeconds = place.Seconds,
            CurrentAmperes = mean,
            ChargeCoulombs = place.ChargeCoulombs != 0 ? place.ChargeCoulombs : mean * place.Seconds,
            Pulse = _pulse.Between(0, place.Seconds),
            Rest = _rest.Between(0, double.PositiveInfinity),
            LastVolts = place.LastVolts,
            Before = before,
            After = after,
            NoiseVolts = noiseVolts,
            FirstReadingSeconds = _pulse.EarliestSeconds,
            IsClippedOrRangeChanged = _isClipped,
            IsCurrentConstant = spread <= LargestCurrentSpread * Math.Abs(mean)
                && (double.IsNaN(place.SetAmperes) || Math.Abs(mean / place.SetAmperes - 1) <= LargestCurrentError),
        };
    }
}

/// <summary>What is known of a pulse besides its readings.</summary>
/// <param name="Number">In its titration, from 1.</param>
/// <param name="Seconds">From the write of the current to the write that ended it, s.</param>
/// <param name="ChargeCoulombs">With its sign, C; 0 where it was not counted.</param>
/// <param name="LastVolts">Its last voltage, V.</param>
/// <param name="SetAmperes">The current that was set, A; NaN where it is not known.</param>
public readonly record struct PulsePlace(int Number, double Seconds, double ChargeCoulombs, double LastVolts, double SetAmperes);
