namespace CoinRig.Twin;

/// <summary>RESET and SYNC/PDWN of the ADS1256, and the start of its crystal (SBAS288K, reset, synchronization, power-down).</summary>
sealed class AdsControlPins(AdsConverter converter, AdsSerialPort port, long powerUp)
{
    long _crystalReady = powerUp + AdsTiming.CrystalStart;
    long _resetFell = powerUp, _syncFell = powerUp;
    bool _isResetHigh, _isSyncHigh, _owesCalibration = true;

    /// <summary>Whether RESET or SYNC/PDWN holds the chip.</summary>
    internal bool IsHeld => !_isResetHigh || !_isSyncHigh;

    internal void CheckListening()
    {
        if (!_isResetHigh)
        {
            throw new TimingViolationException("RESET", "clocked while the RESET pin is low; the chip does not listen, take RESET high first");
        }
        if (!_isSyncHigh)
        {
            throw new TimingViolationException("SYNC/PDWN", "clocked while the SYNC/PDWN pin is low; the data sheet allows no communication then");
        }
    }

    internal void SetReset(bool isHigh, long now)
    {
        if (isHigh == _isResetHigh)
        {
            return;
        }
        _isResetHigh = isHigh;
        if (!isHigh)
        {
            _resetFell = now;
            _owesCalibration = true;
            port.Reset();
            converter.Clear();
            return;
        }
        CheckWidth("RESET", now - _resetFell);
        StartOwedCalibration(now);
    }

    internal void SetSync(bool isHigh, long now, long period)
    {
        if (isHigh == _isSyncHigh)
        {
            return;
        }
        _isSyncHigh = isHigh;
        if (!isHigh)
        {
            _syncFell = now;
            converter.Update(now);
            _owesCalibration |= converter.BusyWith is not null;
            converter.Stop(now);
            return;
        }
        CheckWidth("SYNC/PDWN", now - _syncFell);
        port.EndSync();
        var wasPoweredDown = now - _syncFell >= AdsTiming.PowerDownPeriods * period;
        if (wasPoweredDown)
        {
            _crystalReady = Math.Max(_crystalReady, now + AdsTiming.CrystalStart);
        }
        if (_owesCalibration)
        {
            StartOwedCalibration(now);
        }
        else if (wasPoweredDown)
        {
            converter.Restart(now, AdsTiming.WakeUp, AdsTiming.CrystalStart);
        }
        else
        {
            converter.Restart(now);
        }
    }

    static void CheckWidth(string pin, long width)
    {
        if (width < AdsTiming.Nanoseconds(AdsTiming.PinLow))
        {
            throw AdsTiming.TooEarly("t16", $"{pin} was low for", width, AdsTiming.PinLow);
        }
    }

    void StartOwedCalibration(long now)
    {
        if (!IsHeld)
        {
            _owesCalibration = false;
            converter.Calibrate(AdsCalibrationKind.SelfOffsetAndGain, "RESET", Math.Max(now, _crystalReady));
        }
    }
}
