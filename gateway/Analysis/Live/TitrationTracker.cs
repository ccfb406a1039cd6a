using CoinRig.Control;
using CoinRig.Electrochemistry.Gitt;
using CoinRig.Protocols;

namespace CoinRig.Analysis;

/// <summary>
/// Follows titrations: each pulse with the rest after it gives an estimate, which is posted when the next one is there (or there will be none).
/// </summary>
sealed class TitrationTracker(ParticleGeometry geometry, MeasurementUncertainty uncertainty, RestTracker rests) : IResultTracker
{
    readonly PulseRows _rows = new(geometry, uncertainty);
    readonly PulseAccumulator _readings = new();
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
                (_pulseStarted, _pulseEnded, _startNetCoulombs) = (segment, null, _lastNetCoulombs);
                _readings.Begin();
                _number++;
                break;
            case SegmentRole.Relaxation when _pulseEnded is not null:
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
        if ((sample.Flags & (SampleFlags.Clipped | SampleFlags.Paused)) != 0)
        {
            _readings.Clip();
        }
        if (_role == SegmentRole.Pulse)
        {
            _readings.AddPulse(seconds, sample.Volts, sample.Amperes);
        }
        else if (_role == SegmentRole.Relaxation)
        {
            _readings.AddRest(seconds, sample.Volts);
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
        return _readings.Observe(new(_number, seconds, charge, ended.LastVolts, pulse.SetValue), geometry.Shape, _before!, after, rests.NoiseVolts);
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
