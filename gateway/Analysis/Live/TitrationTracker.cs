using CoinRig.Control;
using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Numerics;
using CoinRig.Protocols;

namespace CoinRig.Analysis;

/// <summary>
/// Follows titrations: each pulse with the rest after it gives an estimate, which is posted when the next one is there (or there will be none).
/// </summary>
sealed class TitrationTracker(ParticleGeometry geometry, MeasurementUncertainty uncertainty, RestTracker rests) : IResultTracker
{
    const double LargestCurrentSpread = 0.01;
    const double LargestCurrentError = 0.05;
    const double SettledSeconds = 1;

    readonly PulseRows _rows = new(geometry, uncertainty);
    readonly LogBlocks _pulse = new();
    readonly LogBlocks _rest = new();
    CoMoments _current;
    bool _clipped;
    double _lastNetCoulombs;
    double _startNetCoulombs;
    Equilibrium? _before;
    SegmentStarted? _pulseStarted;
    SegmentEnded? _pulseEnded;
    SegmentRole? _role;
    int _number;
    PulseEntry? _posted;
    PulseEntry? _pending;

    /// <inheritdoc/>
    public void OnStepStarted(StepStarted step, ResultPost post)
    {
        Flush(post);
        _number = 0;
    }

    /// <inheritdoc/>
    public void OnSegmentStarted(SegmentStarted segment, ResultPost post)
    {
        _role = segment.Segment.Role;
        switch (_role)
        {
            case SegmentRole.Pulse:
                _before = rests.Last ?? new(segment.VoltsBefore, rests.NoiseVolts, EquilibriumKind.Unsettled, segment.VoltsBefore, double.NaN, 0);
                (_pulseStarted, _pulseEnded, _current, _clipped, _startNetCoulombs) = (segment, null, default, false, _lastNetCoulombs);
                _pulse.Clear();
                _number++;
                break;
            case SegmentRole.Relaxation when _pulseEnded is not null:
                _rest.Clear();
                break;
            default:
                _pulseStarted = null;
                break;
        }
    }

    /// <inheritdoc/>
    public void OnSample(in Sample sample, double seconds)
    {
        _lastNetCoulombs = sample.NetCoulombs;
        if (_pulseStarted is null)
        {
            return;
        }
        _clipped |= sample.Flags.HasFlag(SampleFlags.Clipped);
        if (_role == SegmentRole.Pulse)
        {
            _pulse.Add(seconds, sample.Volts);
            if (seconds >= SettledSeconds && double.IsFinite(sample.Amperes))
            {
                _current.Add(seconds, sample.Amperes);
            }
        }
        else if (_role == SegmentRole.Relaxation)
        {
            _rest.Add(seconds, sample.Volts);
        }
    }

    /// <inheritdoc/>
    public void OnSegmentEnded(SegmentStarted started, SegmentEnded ended, ResultPost post)
    {
        if (_role == SegmentRole.Pulse && _pulseStarted is not null)
        {
            _pulseEnded = ended;
        }
        else if (_role == SegmentRole.Relaxation && _pulseStarted is { } pulse && _pulseEnded is { } pulseEnded)
        {
            (_pulseStarted, _pulseEnded) = (null, null);
            if (rests.Last is { } after)
            {
                var entry = new PulseEntry(PulseEstimate.Of(Observe(pulse, pulseEnded, started, after)), pulse, (ended.Nanoseconds - started.Nanoseconds) * 1e-9,
                    0.5 * (_startNetCoulombs + _lastNetCoulombs), started.Nanoseconds * 1e-9);
                Advance(entry, post);
            }
        }
    }

    /// <inheritdoc/>
    public void OnStepEnded(long nanoseconds, ResultPost post) => Flush(post);

    /// <inheritdoc/>
    public void OnRunEnded(long nanoseconds, ResultPost post) => Flush(post);

    PulseObservation Observe(SegmentStarted pulse, SegmentEnded ended, SegmentStarted rest, Equilibrium after)
    {
        var seconds = (rest.Nanoseconds - pulse.Nanoseconds) * 1e-9;
        var charge = ended.Integrals.ChargeCoulombs - ended.Integrals.DischargeCoulombs;
        var spread = _current.Count > 1 ? Math.Sqrt(_current.VarianceY) : 0;
        var mean = _current.Count > 0 ? _current.MeanY : charge / seconds;
        return new()
        {
            Number = _number,
            Shape = geometry.Shape,
            PulseSeconds = seconds,
            CurrentAmperes = mean,
            ChargeCoulombs = charge != 0 ? charge : mean * seconds,
            Pulse = _pulse.Between(0, seconds),
            Rest = _rest.Between(0, double.PositiveInfinity),
            LastVolts = ended.LastVolts,
            Before = _before!,
            After = after,
            NoiseVolts = rests.NoiseVolts,
            FirstReadingSeconds = _pulse.EarliestSeconds,
            IsClippedOrRangeChanged = _clipped,
            IsCurrentConstant = spread <= LargestCurrentSpread * Math.Abs(mean) && Math.Abs(mean / pulse.SetValue - 1) <= LargestCurrentError,
        };
    }

    void Advance(PulseEntry next, ResultPost post)
    {
        var belongs = _pending is { } p && p.Started.StepCount == next.Started.StepCount && p.Started.SetValue > 0 == next.Started.SetValue > 0;
        if (!belongs)
        {
            Flush(post);
        }
        else
        {
            _rows.Post(_pending!, _posted, next, post);
            _posted = _pending;
        }
        _pending = next;
    }

    void Flush(ResultPost post)
    {
        if (_pending is { } pending)
        {
            _rows.Post(pending, _posted, null, post);
        }
        (_posted, _pending) = (null, null);
    }
}
