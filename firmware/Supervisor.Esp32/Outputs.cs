using System.Device.Gpio;

namespace CoinRig.Firmware.Esp32;

/// <summary>Writes the monostable's lines and the LED.</summary>
public sealed class Outputs
{
    const int Slow = 25, Fast = 5;

    readonly GpioPin _release;
    readonly GpioPin _trigger;
    readonly GpioPin _led;
    int _loops;

    /// <param name="gpio">The pins.</param>
    public Outputs(GpioController gpio)
    {
        _release = gpio.OpenPin(Pins.Release, PinMode.Output);
        _release.Write(PinValue.Low);
        _trigger = gpio.OpenPin(Pins.Trigger, PinMode.Output);
        _trigger.Write(PinValue.Low);
        _led = gpio.OpenPin(Pins.Led, PinMode.Output);
    }

    /// <summary>Opening comes first: the clear input before anything else.</summary>
    public void Write(Supervisor supervisor)
    {
        _release.Write(supervisor.Monostable.IsReleased ? PinValue.High : PinValue.Low);
        _trigger.Write(supervisor.Monostable.Trigger ? PinValue.High : PinValue.Low);
        _loops++;
        if (_loops == 2 * Slow)
        {
            _loops = 0;
        }
        var isLit = supervisor.State switch
        {
            SupervisorState.Closed => true,
            SupervisorState.Armed => _loops < Slow,
            SupervisorState.Tripped => _loops % (2 * Fast) < Fast,
            SupervisorState.Maintenance => _loops < 2 * Slow - Fast,
            _ => _loops < 2,
        };
        _led.Write(isLit ? PinValue.High : PinValue.Low);
    }
}
