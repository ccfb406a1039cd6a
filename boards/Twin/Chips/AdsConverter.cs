namespace CoinRig.Twin;

/// <summary>
/// When the ADS1256 converts, calibrates and has data, in exact virtual time (SBAS288K, settling time, DRDY, standby, calibration).
/// Nothing happens between touches: what the time in between has done is worked out when somebody asks.
/// </summary>
sealed class AdsConverter(AdsRegisters registers, InputTimeline timeline, AdsResults results)
{
    const long Never = long.MaxValue;

    long _origin, _conversion = -1, _end, _nextEnd = Never, _window;
    long _startedAt, _busyUntil, _calibrationStart;
    bool _isUnread, _isMuxWritten, _isSuperseded, _isRetained;
    long _retainedEnd, _retainedWindow;
    AdsCalibrationKind _calibration;

    /// <summary>What keeps the chip busy, for a message: "SELFCAL", "RESET"; null when it listens.</summary>
    internal string? BusyWith { get; private set; }

    /// <summary>When <see cref="BusyWith"/> ends, ns.</summary>
    internal long BusyUntil => _busyUntil;

    /// <summary>Brings everything up to a time.</summary>
    internal void Update(long now)
    {
        if (BusyWith is not null && now >= _busyUntil)
        {
            FinishCalibration();
        }
        if (now < _nextEnd)
        {
            return;
        }
        var clocks = AdsRate.PeriodClocks(registers.RateIndex);
        _conversion = Math.Max(_conversion + 1, AdsTiming.Clocks(now - _origin) / clocks);
        while (EndOf(_conversion + 1, clocks) <= now)
        {
            _conversion++;
        }
        _end = EndOf(_conversion, clocks);
        _nextEnd = EndOf(_conversion + 1, clocks);
        (_isUnread, _isMuxWritten, _isSuperseded, _isRetained) = (true, false, false, false);
    }

    /// <summary>Whether DRDY is low.</summary>
    internal bool IsReady(long now)
    {
        Update(now);
        return _conversion >= 0 && _isUnread && now < _nextEnd - AdsTiming.UpdatePulse;
    }

    /// <summary>When DRDY falls next, ns; <see cref="long.MaxValue"/> where it does not by itself.</summary>
    internal long NextReady(long now)
    {
        Update(now);
        return BusyWith is null ? _nextEnd : _busyUntil;
    }

    /// <summary>When the update of the data register begins that ends the life of the present result, ns.</summary>
    internal long UpdateStart => _nextEnd == Never ? Never : _nextEnd - AdsTiming.UpdatePulse;

    /// <summary>Conversion stops (SYNC); a result that was not read yet stays readable when only the mux was changed since it came.</summary>
    internal void Stop(long now)
    {
        Update(now);
        if (_conversion >= 0)
        {
            _isRetained = _isUnread && _isMuxWritten && !_isSuperseded;
            (_retainedEnd, _retainedWindow) = (_end, _window);
        }
        (_conversion, _nextEnd, _isUnread) = (-1, Never, false);
    }

    /// <summary>Conversion stops but the last result and DRDY stay (STANDBY).</summary>
    internal void Freeze(long now)
    {
        Update(now);
        _nextEnd = Never;
    }

    /// <summary>Conversion starts afresh; the first result comes after the settling time.</summary>
    internal void Restart(long start, long extraClocks = 0, long extraNanoseconds = 0)
    {
        _startedAt = start;
        _window = AdsRate.Settling(registers.RateIndex);
        var clocks = AdsRate.SettlingClocks(registers.RateIndex) + extraClocks;
        _origin = start + extraNanoseconds + AdsTiming.Nanoseconds(clocks);
        (_conversion, _nextEnd, _isUnread) = (-1, _origin, false);
    }

    /// <summary>Forgets every result; nothing converts until the next start.</summary>
    internal void Clear()
    {
        (_conversion, _nextEnd, _isUnread, _isRetained, BusyWith) = (-1, Never, false, false, null);
    }

    /// <summary>A calibration begins; DRDY is high until it is done.</summary>
    internal void Calibrate(AdsCalibrationKind kind, string because, long start)
    {
        Clear();
        (_calibration, BusyWith, _calibrationStart) = (kind, because, start);
        _busyUntil = start + AdsCalibration.Duration(kind, registers.RateIndex, registers.GainIndex);
    }

    /// <summary>The mux, gain or buffer is set differently from now on; the running conversion goes on and gives a mix.</summary>
    internal void InputChanged(long now, bool isMuxOnly)
    {
        Update(now);
        timeline.Change(registers.Input, registers.RateIndex, now);
        _isMuxWritten |= isMuxOnly;
        _isSuperseded |= !isMuxOnly;
        _isRetained &= isMuxOnly;
    }

    /// <summary>The data rate is another from now on; without a SYNC the next result comes one new period later.</summary>
    internal void RateChanged(long now)
    {
        InputChanged(now, false);
        _window = AdsRate.Settling(registers.RateIndex);
        if (_nextEnd == Never)
        {
            return;
        }
        if (_conversion < 0)
        {
            Restart(now);
            return;
        }
        (_origin, _conversion) = (now, 0);
        _nextEnd = EndOf(1, AdsRate.PeriodClocks(registers.RateIndex));
    }

    /// <summary>Whether a read-out that meets the update of the data register gives wrong bits in place of an exception.</summary>
    internal bool IsUpdateGarbling { get; set; }

    /// <summary>The code that a read-out beginning now shifts out.</summary>
    /// <exception cref="TimingViolationException">There is no valid result, or it is being updated.</exception>
    internal int Latch(long now)
    {
        Update(now);
        if (_conversion < 0)
        {
            return _isRetained ? results.Form(_retainedEnd, _retainedWindow) : throw NotSettled(now);
        }
        return now < UpdateStart || IsUpdateGarbling ? results.Form(_end, _window) : throw BeingUpdated(now);
    }

    /// <summary>Whether a byte of a read-out is wrong because the read-out runs into the update of the data register.</summary>
    /// <exception cref="TimingViolationException">It is, and such a byte is refused.</exception>
    internal bool IsGarbled(long latchedAt, long now)
    {
        var isGarbled = now > UpdateStart && (latchedAt < UpdateStart || IsUpdateGarbling);
        return isGarbled && !IsUpdateGarbling ? throw BeingUpdated(now) : isGarbled;
    }

    /// <summary>All 24 bits were read: DRDY goes high.</summary>
    internal void MarkRead() => (_isUnread, _isRetained) = (false, false);

    /// <summary>Works out what was seen so far on these pins, because the signal behind them is about to change.</summary>
    internal void SignalWillChange(int pins, long now)
    {
        Update(now);
        if (!timeline.IsOpenOn(pins))
        {
            return;
        }
        if (_isRetained)
        {
            results.Form(_retainedEnd, _retainedWindow);
        }
        if (_conversion >= 0 && _isUnread)
        {
            results.Form(_end, _window);
        }
        if (BusyWith is not null)
        {
            timeline.Evaluate(_calibrationStart, now, _busyUntil - _calibrationStart);
        }
        else if (_nextEnd != Never)
        {
            timeline.Evaluate(_nextEnd - _window, now, _window);
        }
    }

    long EndOf(long conversion, long periodClocks) => _origin + AdsTiming.Nanoseconds(conversion * periodClocks);

    void FinishCalibration()
    {
        results.Calibrate(_calibration, _calibrationStart, _busyUntil);
        BusyWith = null;
        _window = AdsRate.Settling(registers.RateIndex);
        (_origin, _conversion, _end, _startedAt) = (_busyUntil, 0, _busyUntil, _calibrationStart);
        _nextEnd = EndOf(1, AdsRate.PeriodClocks(registers.RateIndex));
        (_isUnread, _isMuxWritten, _isSuperseded) = (true, false, false);
    }

    TimingViolationException NotSettled(long now) => _nextEnd == Never
        ? new("t18", "data read although no conversion was started; send SYNC and WAKEUP and wait for DRDY low")
        : new("t18", $"data read {AdsTiming.Text(now - _startedAt)} after the conversion started, the data sheet asks to wait for DRDY low, "
            + $"{AdsTiming.Text(_nextEnd - _startedAt)} ({AdsTiming.Clocks(_nextEnd - _startedAt)} tau) at {AdsRate.SamplesPerSecond[registers.RateIndex]} SPS");

    TimingViolationException BeingUpdated(long now) => new("t17",
        $"data clocked {AdsTiming.Text(Math.Max(0, _nextEnd - now))} before DRDY falls, the data sheet calls data invalid for the last "
        + $"{AdsTiming.Text(AdsTiming.UpdatePulse)} ({AdsTiming.Update} tau) of a conversion");
}
