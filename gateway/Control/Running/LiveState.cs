using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>What a channel is doing, for screens and telemetry. Each value is whole; two of them may be of neighbouring scans.</summary>
public sealed class LiveState
{
    /// <summary>How the run stands.</summary>
    public RunState State { get => (RunState)Volatile.Read(ref _state); internal set => Volatile.Write(ref _state, (int)value); }

    /// <summary>The step that is run; null before the first.</summary>
    public Step? Step { get => Volatile.Read(ref _step); internal set => Volatile.Write(ref _step, value); }

    /// <summary>How many steps were begun.</summary>
    public int StepCount { get => Volatile.Read(ref _stepCount); internal set => Volatile.Write(ref _stepCount, value); }

    /// <summary>The cycle, from 1.</summary>
    public int Cycle { get => Volatile.Read(ref _cycle); internal set => Volatile.Write(ref _cycle, value); }

    /// <summary>Time since the run's start, s.</summary>
    public double Seconds { get => Volatile.Read(ref _seconds); internal set => Volatile.Write(ref _seconds, value); }

    /// <summary>Cell voltage, V.</summary>
    public double Volts { get => Volatile.Read(ref _volts); internal set => Volatile.Write(ref _volts, value); }

    /// <summary>Cell current, A.</summary>
    public double Amperes { get => Volatile.Read(ref _amperes); internal set => Volatile.Write(ref _amperes, value); }

    /// <summary>Net charge since the run's start, C.</summary>
    public double NetCoulombs { get => Volatile.Read(ref _netCoulombs); internal set => Volatile.Write(ref _netCoulombs, value); }

    /// <summary>Temperature, degC; NaN where there is none.</summary>
    public double DegreesCelsius { get => Volatile.Read(ref _degrees); internal set => Volatile.Write(ref _degrees, value); }

    /// <summary>Samples recorded.</summary>
    public long Samples { get => Volatile.Read(ref _samples); internal set => Volatile.Write(ref _samples, value); }

    /// <summary>Scans done.</summary>
    public long Scans { get => Volatile.Read(ref _scans); internal set => Volatile.Write(ref _scans, value); }

    /// <summary>Scans that came late.</summary>
    public long LateScans { get => Volatile.Read(ref _lateScans); internal set => Volatile.Write(ref _lateScans, value); }

    /// <summary>Scans that were left out because they were a whole period behind.</summary>
    public long MissedScans { get => Volatile.Read(ref _missedScans); internal set => Volatile.Write(ref _missedScans, value); }

    /// <summary>Whether the run is paused: the relay is open, or holds zero current, and the time of the step stands still.</summary>
    public bool IsPaused { get => Volatile.Read(ref _isPaused); internal set => Volatile.Write(ref _isPaused, value); }

    int _state;
    bool _isPaused;
    Step? _step;
    int _stepCount;
    int _cycle = 1;
    double _seconds;
    double _volts = double.NaN;
    double _amperes = double.NaN;
    double _netCoulombs;
    double _degrees = double.NaN;
    long _samples;
    long _scans;
    long _lateScans;
    long _missedScans;
}
