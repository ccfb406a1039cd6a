using System.Device.Gpio;

namespace CoinRig.Firmware.Esp32;

/// <summary>The button: it opens when it goes down, and begins or ends maintenance when it stays down. A press is one that lasts two loops.</summary>
public sealed class PushButton
{
    const int LoopsToPress = 2, LoopsToHold = 150;

    readonly GpioPin _pin;
    int _loopsDown;

    /// <param name="gpio">The pins.</param>
    public PushButton(GpioController gpio) => _pin = gpio.OpenPin(Pins.Button, PinMode.InputPullUp);

    /// <summary>Looks at it, once a loop.</summary>
    public void Read(long now, Supervisor supervisor)
    {
        if (_pin.Read() == PinValue.High)
        {
            _loopsDown = 0;
            return;
        }
        if (_loopsDown <= LoopsToHold)
        {
            _loopsDown++;
        }
        if (_loopsDown == LoopsToPress)
        {
            supervisor.PressButton(now);
        }
        else if (_loopsDown == LoopsToHold)
        {
            supervisor.HoldButton();
        }
    }
}
