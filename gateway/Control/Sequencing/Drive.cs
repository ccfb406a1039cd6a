using CoinRig.Clock;
using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>
/// Carries set values to the channel: the way from one segment's control mode to the next, the ramp to a voltage, sweeps,
/// and the slow trim. It decides nothing.
/// </summary>
/// <param name="channel">The channel.</param>
/// <param name="clock">The rig's clock.</param>
/// <param name="periodNanoseconds">Time from scan to scan, ns.</param>
/// <param name="limits">A cell that is not within them is not connected.</param>
sealed class Drive(IChannel channel, IRigClock clock, long periodNanoseconds, PlanLimits limits)
{
    /// <summary>Slope of the ramp to a voltage, V/s.</summary>
    const double RampVoltsPerSecond = 0.05;

    /// <summary>The ramp waits while the current is above this part of what the segment expects.</summary>
    const double RampCurrentPart = 0.8;

    /// <summary>Voltage differences below this need no ramp: it is two codes of the DAC, V.</summary>
    const double NoRampVolts = 160e-6;

    /// <summary>A ramp that has stood still for so long will not go on by itself, s.</summary>
    const double LongestStandstillSeconds = 600;

    /// <summary>Scans in which a voltage must have arrived after its set value; what is then still missing is for the checks.</summary>
    const int MostArrivingScans = 40;

    ControlMode _mode = ControlMode.OpenCircuit;
    Waveform _waveform;
    double _set = double.NaN;
    double _target;
    double _rampLimit;
    double _amperes = double.NaN;
    double _volts = double.NaN;
    LoadLaw? _load;
    long _movedAt;
    int _arrivingScans;

    /// <summary>What is set now, V or A (also for a power or a resistance); NaN for open circuit.</summary>
    internal double Set => _set;

    /// <summary>Whether a ramp to the segment's first voltage is under way.</summary>
    internal bool IsApproaching { get; private set; }

    /// <summary>Whether a constant power or resistance asks for more current than it may have.</summary>
    internal bool IsLoadBounded => _load is { IsBounded: true };

    /// <summary>How long the segment's waveform takes, s.</summary>
    internal double DurationSeconds => _waveform.DurationSeconds;

    /// <summary>The set value over the segment's time, its first value known.</summary>
    internal Waveform Waveform => _waveform;

    /// <summary>Takes the current off and opens the relay; the segment may be entered again.</summary>
    /// <returns>When the current ended, ns.</returns>
    internal long Leave()
    {
        IsApproaching = false;
        return EnterOpenCircuit().Off;
    }

    /// <summary>Goes from the present mode to a segment's and writes its first set value, or begins the ramp to it.</summary>
    /// <param name="segment">The segment.</param>
    /// <returns>When the old current ended, and when the new set value was written (the beginning of a ramp), ns.</returns>
    internal (long Off, long On) Enter(Segment segment) => Enter(segment, 0);

    /// <summary>Goes to a time of a segment that was interrupted there.</summary>
    /// <param name="segment">The segment, with its first set value known.</param>
    /// <param name="elapsedSeconds">Its time, s.</param>
    internal (long Off, long On) Enter(Segment segment, double elapsedSeconds)
    {
        IsApproaching = false;
        _waveform = segment.Set;
        _load = segment.Mode is ControlMode.Power or ControlMode.Resistance ? new LoadLaw(segment) : null;
        return segment.Mode switch
        {
            ControlMode.Current or ControlMode.Power or ControlMode.Resistance => EnterCurrent(segment, elapsedSeconds),
            ControlMode.Voltage => EnterVoltage(segment, elapsedSeconds),
            _ => EnterOpenCircuit(),
        };
    }

    /// <summary>One scan's work: a step of the ramp, the next value of a sweep, or the trim.</summary>
    /// <param name="segmentStart">Time zero of the segment, ns.</param>
    /// <param name="volts">Measured, V.</param>
    /// <param name="amperes">Measured, A.</param>
    /// <returns>When the ramp arrived, ns; 0 where it has not or there is none.</returns>
    internal long Update(long segmentStart, double volts, double amperes)
    {
        if (_mode == ControlMode.OpenCircuit)
        {
            return 0;
        }
        (_amperes, _volts) = (amperes, volts);
        if (IsApproaching)
        {
            return Approach(volts, amperes);
        }
        if (_load is not null)
        {
            _set = _load.Next(volts, _set);
        }
        else if (_waveform.SlopePerSecond != 0)
        {
            _set = _waveform.At((clock.Nanoseconds - segmentStart) * 1e-9);
        }
        channel.Regulate(_set, volts, amperes);
        return 0;
    }

    /// <summary>Changes the range of a voltage while it is held or swept.</summary>
    /// <param name="range">The range.</param>
    /// <param name="amperes">The current that flows, A; NaN where it left the range in use.</param>
    internal RangeGap ChangeRange(CurrentRange range, double amperes) =>
        channel.ChangeRange(range, amperes, IsApproaching ? 0 : _waveform.SlopePerSecond);

    (long Off, long On) EnterOpenCircuit()
    {
        if (_mode == ControlMode.OpenCircuit && !channel.IsConnected)
        {
            return (clock.Nanoseconds, clock.Nanoseconds);
        }
        var off = channel.Disconnect();
        _mode = ControlMode.OpenCircuit;
        _set = double.NaN;
        return (off, off);
    }

    (long Off, long On) EnterCurrent(Segment segment, double elapsedSeconds)
    {
        var range = SegmentRange.Of(channel.Reach, segment);
        long off = 0;
        if (_mode == ControlMode.Voltage)
        {
            off = channel.Disconnect();
        }
        if (_mode != ControlMode.Current)
        {
            _volts = OpenCircuitVolts();
            channel.ConnectForCurrent(range);
        }
        else if (!ReferenceEquals(range, channel.Range))
        {
            off = clock.Nanoseconds;
            channel.ChangeRange(range);
        }
        _mode = ControlMode.Current;
        _set = _load?.First(_volts) ?? segment.Set.At(elapsedSeconds);
        var on = channel.WriteCurrent(_set);
        return (off == 0 ? on : off, on);
    }

    (long Off, long On) EnterVoltage(Segment segment, double elapsedSeconds)
    {
        var range = FirstRange(segment);
        long off = 0;
        var isOther = _mode == ControlMode.Voltage && !ReferenceEquals(range, channel.Range);
        if (isOther && Math.Abs(_amperes) <= RampCurrentPart * range.FullScaleAmperes)
        {
            off = channel.ChangeRange(range, _amperes, voltsPerSecond: 0).OffNanoseconds;
        }
        else if (isOther || _mode != ControlMode.Voltage)
        {
            off = channel.IsConnected ? channel.Disconnect() : clock.Nanoseconds;
            // The voltage at which no current flows is the one with the relay open, not the last one under current.
            var volts = OpenCircuitVolts();
            channel.ConnectForVoltage(range, volts);
            _mode = ControlMode.Voltage;
            (_set, _amperes) = (volts, 0);
        }
        _waveform = segment.Set.From(segment.Set.StartsAtMeasured ? _set : segment.Set.Start);
        _target = _waveform.At(elapsedSeconds);
        _rampLimit = RampCurrentPart * Math.Min(Math.Abs(segment.LargestExpectedAmperes), SegmentRange.Of(channel.Reach, segment).FullScaleAmperes);
        IsApproaching = Math.Abs(_target - _set) > NoRampVolts;
        (_movedAt, _arrivingScans) = (clock.Nanoseconds, 0);
        if (!IsApproaching)
        {
            _set = _target;
        }
        var on = channel.WriteVoltage(_set);
        return (off == 0 ? on : off, on);
    }

    /// <summary>
    /// A range that follows the current begins with the one in use where a voltage was held before, with the smallest where it starts at
    /// the cell's own, and else with the one for the largest expected current, which the ramp may need.
    /// </summary>
    CurrentRange FirstRange(Segment segment)
    {
        var largest = SegmentRange.Of(channel.Reach, segment);
        if (!segment.Range.IsAuto)
        {
            return largest;
        }
        if (_mode == ControlMode.Voltage)
        {
            return channel.Range.FullScaleAmperes < largest.FullScaleAmperes ? channel.Range : largest;
        }
        return segment.Set.StartsAtMeasured ? channel.Reach.Ranges[0] : largest;
    }

    /// <summary>The voltage at which the cell is connected; one disturbed reading would drive it there.</summary>
    /// <exception cref="LimitTrippedException">It is beyond the limits; the cell is not the one that was looked at when the run began.</exception>
    double OpenCircuitVolts()
    {
        var volts = channel.ReadMiddleVoltage();
        return volts >= limits.LowestVoltage && volts <= limits.HighestVoltage ? volts : throw new LimitTrippedException("limit-voltage",
            $"Before it was connected the cell read {volts:0.0000} V; the cell and board allow {limits.LowestVoltage:0.###} V to {limits.HighestVoltage:0.###} V. Look at the holder and its leads.");
    }

    long Approach(double volts, double amperes)
    {
        if (Math.Abs(amperes) <= _rampLimit)
        {
            var step = RampVoltsPerSecond * periodNanoseconds * 1e-9;
            _set += Math.Clamp(_target - _set, -step, step);
            _movedAt = clock.Nanoseconds;
        }
        else if (clock.Nanoseconds - _movedAt > LongestStandstillSeconds * 1e9)
        {
            throw new ComplianceException($"Channel {channel.Number}: on the way to {_target:0.0000} V the current has stood at {amperes * 1e3:0.0000} mA for {LongestStandstillSeconds / 60:0} min, with the cell at {volts:0.0000} V; the ramp waits above {_rampLimit * 1e3:0.0000} mA. Give the step a larger 'largest_current', or a voltage nearer to the cell's.");
        }
        // A loop in software is not there yet when its set value is: the small current of a cell below it is not the end of a hold.
        _arrivingScans = _set == _target ? _arrivingScans + 1 : 0;
        IsApproaching = _set != _target || (Math.Abs(volts - _target) > channel.Reach.ArrivalVolts && _arrivingScans < MostArrivingScans);
        var written = channel.Regulate(_set, volts, amperes);
        return IsApproaching ? 0 : written;
    }
}
