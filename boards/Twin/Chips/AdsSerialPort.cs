using System.Runtime.CompilerServices;

namespace CoinRig.Twin;

/// <summary>The serial interface of the ADS1256: framing, commands, t6, t10 and t11 (SBAS288K, serial interface, commands).</summary>
sealed class AdsSerialPort(AdsRegisters registers, AdsConverter converter)
{
    const int ResultBytes = 3;

    enum Phase { Command, ReadCount, Reading, WriteCount, Writing, Result, Continuous }

    Phase _phase;
    byte _command;
    long _lastFall = long.MinValue / 2, _latchedAt;
    bool _isGarbled;
    int _gapClocks, _address, _left, _resultByte, _code;
    bool _owesDataGap, _isSynchronizing, _isStandby, _wasReadCut, _calibratesAfterWrite;

    /// <summary>Whether CS is low.</summary>
    internal bool IsSelected { get; private set; } = true;

    internal void SetChipSelect(bool isHigh, long now)
    {
        if (isHigh == !IsSelected)
        {
            return;
        }
        IsSelected = !isHigh;
        if (!isHigh)
        {
            return;
        }
        var early = now - _lastFall < AdsTiming.SelectGap;
        _wasReadCut = _phase is Phase.ReadCount || (_owesDataGap && _phase is Phase.Reading or Phase.Result);
        _resultByte = 0;
        if (_phase != Phase.Continuous)
        {
            Abort();
        }
        if (early)
        {
            throw AdsTiming.TooEarly("t10", "CS taken high after the last SCLK edge by", now - _lastFall, AdsTiming.SelectHold);
        }
    }

    /// <summary>Drops whatever was begun.</summary>
    internal void Abort() => (_phase, _owesDataGap, _resultByte) = (Phase.Command, false, 0);

    /// <summary>A pin has started the chip again, whatever commands had stopped it.</summary>
    internal void EndSync() => (_isSynchronizing, _isStandby) = (false, false);

    /// <summary>The RESET pin went low.</summary>
    internal void Reset()
    {
        Abort();
        EndSync();
        (_gapClocks, _wasReadCut) = (0, false);
    }

    internal byte Exchange(byte input, long firstRise, long lastFall)
    {
        converter.Update(firstRise);
        CheckBusy(input, firstRise);
        if (_isStandby)
        {
            _isStandby = false;
            converter.Restart(firstRise, AdsTiming.WakeUp);
        }
        var quiet = firstRise - _lastFall;
        if (_phase is not (Phase.Command or Phase.Continuous)
            && quiet > AdsTiming.InterfaceTimeoutPeriods * AdsRate.Period(registers.RateIndex))
        {
            Abort();
        }
        byte output = 0;
        switch (_phase)
        {
            case Phase.Command:
                Execute(input, firstRise, lastFall, quiet);
                break;
            case Phase.ReadCount:
                (_left, _phase, _owesDataGap) = ((input & 15) + 1, Phase.Reading, true);
                break;
            case Phase.Reading:
                output = ReadRegister(firstRise, quiet);
                break;
            case Phase.WriteCount:
                (_left, _phase, _calibratesAfterWrite) = ((input & 15) + 1, Phase.Writing, false);
                break;
            case Phase.Writing:
                WriteRegister(input, lastFall);
                break;
            default:
                output = ReadResult(input, firstRise, lastFall, quiet);
                break;
        }
        _lastFall = lastFall;
        return registers.IsLeastSignificantBitFirst ? Reverse(output) : output;
    }

    void Execute(byte command, long firstRise, long lastFall, long quiet)
    {
        if (_wasReadCut && command == AdsCommand.WakeUp)
        {
            throw Refuse("CS", $"data clocked in a new frame after CS cut {AdsCommand.Name(_command)} off, the data sheet asks that CS stays low for a whole command and its data");
        }
        _wasReadCut = false;
        if (quiet < AdsTiming.Nanoseconds(_gapClocks))
        {
            throw AdsTiming.TooEarly("t11", $"{AdsCommand.Name(command)} sent after {AdsCommand.Name(_command)} by", quiet, _gapClocks);
        }
        if (_isSynchronizing && command is not (AdsCommand.WakeUp or AdsCommand.WakeUpToo or AdsCommand.Reset))
        {
            throw Refuse("SYNC", $"{AdsCommand.Name(command)} sent between SYNC and WAKEUP, the data sheet asks for SYNC, {AdsTiming.Text(AdsTiming.Nanoseconds(AdsTiming.AfterSync))} (24 tau), WAKEUP");
        }
        (_command, _gapClocks) = (command, 0);
        switch (command)
        {
            case AdsCommand.WakeUp or AdsCommand.WakeUpToo:
                WakeUp(firstRise);
                break;
            case AdsCommand.ReadData:
                (_phase, _resultByte, _owesDataGap) = (Phase.Result, 0, true);
                break;
            case AdsCommand.ReadContinuously:
                (_phase, _resultByte, _owesDataGap) = (Phase.Continuous, 0, true);
                _gapClocks = AdsTiming.AfterSync;
                break;
            case AdsCommand.StopReading:
                _gapClocks = AdsTiming.AfterSync;
                break;
            case >= AdsCommand.ReadRegisters and < AdsCommand.ReadRegisters + 16:
                (_phase, _address) = (Phase.ReadCount, Address(command));
                break;
            case >= AdsCommand.WriteRegisters and < AdsCommand.WriteRegisters + 16:
                (_phase, _address) = (Phase.WriteCount, Address(command));
                break;
            case >= AdsCommand.SelfCalibration and <= AdsCommand.SystemGainCalibration:
                converter.Calibrate((AdsCalibrationKind)(command - AdsCommand.SelfCalibration), AdsCommand.Name(command), lastFall);
                break;
            case AdsCommand.Synchronize:
                _isSynchronizing = true;
                _gapClocks = AdsTiming.AfterSync;
                converter.Stop(lastFall);
                break;
            case AdsCommand.Standby:
                _isStandby = true;
                converter.Freeze(lastFall);
                break;
            case AdsCommand.Reset:
                Reset(lastFall);
                break;
            default:
                throw Refuse("command", $"0x{command:X2} is no command of the ADS1256");
        }
    }

    void WakeUp(long firstRise)
    {
        if (_isSynchronizing)
        {
            _isSynchronizing = false;
            converter.Restart(firstRise);
        }
    }

    void Reset(long now)
    {
        Reset();
        registers.Reset(byPin: false);
        converter.InputChanged(now, false);
        converter.Calibrate(AdsCalibrationKind.SelfOffsetAndGain, "RESET", now);
    }

    byte ReadRegister(long firstRise, long quiet)
    {
        CheckDataGap(quiet);
        var value = registers.Read(_address, converter.IsReady(firstRise));
        NextAddress();
        return value;
    }

    void WriteRegister(byte value, long lastFall)
    {
        var before = (registers.RateIndex, registers.Input);
        registers.Write(_address, value);
        if (registers.RateIndex != before.RateIndex)
        {
            converter.RateChanged(lastFall);
        }
        else if (registers.Input != before.Input || _address == AdsRegisters.Mux)
        {
            converter.InputChanged(lastFall, _address == AdsRegisters.Mux);
        }
        _calibratesAfterWrite |= registers.RateIndex != before.RateIndex || registers.Input.GainIndex != before.Input.GainIndex
            || registers.Input.IsBuffered != before.Input.IsBuffered;
        NextAddress();
        if (_phase == Phase.Command && _calibratesAfterWrite && registers.CalibratesItself)
        {
            converter.Calibrate(AdsCalibrationKind.SelfOffsetAndGain, "WREG with ACAL", lastFall);
        }
    }

    byte ReadResult(byte input, long firstRise, long lastFall, long quiet)
    {
        if (_phase == Phase.Continuous && input is AdsCommand.StopReading or AdsCommand.Reset)
        {
            return LeaveContinuous(input, firstRise, lastFall, quiet);
        }
        CheckDataGap(quiet);
        if (_resultByte == 0)
        {
            _latchedAt = firstRise;
            _isGarbled = false;
            _code = converter.Latch(firstRise);
        }
        _isGarbled |= converter.IsGarbled(_latchedAt, lastFall);
        var output = (byte)((_isGarbled ? ~_code : _code) >> (16 - 8 * _resultByte));
        if (++_resultByte == ResultBytes)
        {
            _resultByte = 0;
            converter.MarkRead();
            if (_phase == Phase.Result)
            {
                (_phase, _gapClocks) = (Phase.Command, AdsTiming.AfterRegister);
            }
        }
        return output;
    }

    /// <summary>SDATAC must start after DRDY is low and finish before DRDY goes high.</summary>
    byte LeaveContinuous(byte input, long firstRise, long lastFall, long quiet)
    {
        if (input == AdsCommand.Reset)
        {
            Reset(lastFall);
            return 0;
        }
        if (_owesDataGap && quiet < AdsTiming.Nanoseconds(_gapClocks))
        {
            throw AdsTiming.TooEarly("t11", "SDATAC sent after RDATAC by", quiet, _gapClocks);
        }
        if (!converter.IsReady(firstRise) || lastFall > converter.UpdateStart)
        {
            throw Refuse("SDATAC", "sent while DRDY is high, the data sheet asks that it starts after DRDY is low and ends before DRDY goes high");
        }
        (_command, _gapClocks) = (AdsCommand.StopReading, AdsTiming.AfterSync);
        var output = _owesDataGap ? 0 : (byte)((_resultByte == 0 ? converter.Latch(firstRise) : _code) >> (16 - 8 * _resultByte));
        Abort();
        return (byte)output;
    }

    void CheckBusy(byte input, long firstRise)
    {
        if (converter.BusyWith is { } busy)
        {
            throw Refuse("t11", $"{AdsCommand.Name(input)} sent {AdsTiming.Text(converter.BusyUntil - firstRise)} before {busy} is done, the data sheet asks to wait for DRDY low");
        }
    }

    void CheckDataGap(long quiet)
    {
        if (!_owesDataGap)
        {
            return;
        }
        if (quiet < AdsTiming.DataGap)
        {
            throw AdsTiming.TooEarly("t6", $"data clocked after {AdsCommand.Name(_command)} by", quiet, AdsTiming.CommandToData);
        }
        _owesDataGap = false;
    }

    void NextAddress()
    {
        _address = _address == AdsRegisters.Count - 1 ? 0 : _address + 1;
        if (--_left == 0)
        {
            (_phase, _gapClocks) = (Phase.Command, AdsTiming.AfterRegister);
        }
    }

    TimingViolationException Refuse(string symbol, string message)
    {
        Abort();
        return new(symbol, message);
    }

    static int Address(byte command) => (command & 15) % AdsRegisters.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static byte Reverse(byte value) => (byte)(((value * 0x0202020202UL) & 0x010884422010UL) % 1023);
}
