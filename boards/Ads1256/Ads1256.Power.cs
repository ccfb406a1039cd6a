using System.Device.Gpio;
using CoinRig.Clock;

namespace Iot.Device.Ads1256;

public sealed partial class Ads1256
{
    /// <summary>SYNC/PDWN must be low for so many results before the chip switches off (SBAS288K, power-down mode).</summary>
    const int PowerDownPeriods = 20;

    /// <summary>Puts the chip to sleep; registers are kept. Anything sent to it, to other chips too while it is selected, wakes it.</summary>
    public void Standby()
    {
        RequireReady();
        Send(Command.Standby);
        _mode = Mode.Standby;
    }

    /// <summary>Ends <see cref="Standby"/> and waits for the first settled result, t18 and 256 clock periods later.</summary>
    /// <exception cref="Ads1256TimeoutException">DRDY does not go low.</exception>
    public void WakeUp()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_mode != Mode.Standby)
        {
            throw new InvalidOperationException("The ADC is not in standby: WakeUp only ends Standby.");
        }
        var before = _clock.Nanoseconds;
        Send(Command.WakeUp);
        var duration = Ads1256Timing.StandbySettlingNanoseconds(DataRate, _masterClockHertz);
        WaitForFall("the end of standby", before, _clock.Nanoseconds, duration, FallTolerance, FallTolerance,
            duration * 3 / 2 + CommunicationNanoseconds, out _);
        _mode = Mode.Ready;
    }

    /// <summary>Switches the chip off by SYNC/PDWN, its clock included.</summary>
    /// <exception cref="InvalidOperationException">SYNC/PDWN is not wired.</exception>
    public void PowerDown()
    {
        RequireReady();
        RequireSyncPin();
        _gpio.Write(_syncPin, PinValue.Low);
        _clock.Wait((PowerDownPeriods + 1) * Ads1256Timing.PeriodNanoseconds(DataRate, _masterClockHertz));
        _mode = Mode.PoweredDown;
    }

    /// <summary>Switches the chip on again, waits for its crystal and checks that it still has its settings.</summary>
    /// <exception cref="Ads1256TimeoutException">DRDY does not go low.</exception>
    /// <exception cref="Ads1256RegisterException">Settings were lost.</exception>
    public void PowerUp()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_mode != Mode.PoweredDown)
        {
            throw new InvalidOperationException("The ADC is not powered down: PowerUp only ends PowerDown.");
        }
        _gpio.Write(_syncPin, PinValue.High);
        _clock.Wait(CrystalStartNanoseconds);
        WaitForLow("power-up", ReadyAfterResetNanoseconds + 2 * _settlingNanoseconds);
        _mode = Mode.Ready;
        ThrowOnMismatch("after power-up");
    }

    /// <summary>Restarts the conversion by a pulse on SYNC/PDWN, so that chips that share the line convert in step.</summary>
    /// <exception cref="InvalidOperationException">SYNC/PDWN is not wired.</exception>
    public void SynchronizeByPin()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_mode is not (Mode.Ready or Mode.FreeRunning or Mode.ContinuousRead))
        {
            throw NotReady();
        }
        RequireSyncPin();
        _gpio.Write(_syncPin, PinValue.Low);
        _clock.Wait(Ads1256Timing.Periods(4, _masterClockHertz));
        _gpio.Write(_syncPin, PinValue.High);
        _nextResultAt = _clock.Nanoseconds + _settlingNanoseconds;
    }

    void RequireSyncPin()
    {
        if (_syncPin < 0)
        {
            throw new InvalidOperationException("SYNC/PDWN of the ADC is not wired: give its pin to the constructor.");
        }
    }
}
