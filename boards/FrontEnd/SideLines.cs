using System.Device.Gpio;

namespace CoinRig.FrontEnd;

/// <summary>Lines of a board that drive nothing of its own: an input for marks, and outputs that trigger other instruments. Outputs are low at reset and when closed.</summary>
public sealed class SideLines
{
    readonly GpioController _gpio;
    readonly MarkInputProfile? _mark;

    internal SideLines(GpioController gpio, BoardProfile profile)
    {
        _gpio = gpio;
        _mark = profile.Marks;
        Triggers = profile.Triggers;
        if (_mark is { } mark)
        {
            // With the pull away from the edge: a line that nobody drives marks nothing.
            gpio.OpenPin(mark.Pin, mark.IsRising ? PinMode.InputPullDown : PinMode.InputPullUp);
        }
        foreach (var pin in Triggers)
        {
            gpio.OpenPin(pin, PinMode.Output, PinValue.Low);
        }
    }

    /// <summary>The input for marks; null where there is none.</summary>
    public MarkInputProfile? Mark => _mark;

    /// <summary>The lines that may be raised.</summary>
    public IReadOnlyList<int> Triggers { get; }

    /// <summary>Whether the input for marks is at the level after its edge.</summary>
    public bool IsMarked => _mark is { } mark && (_gpio.Read(mark.Pin) == PinValue.High) == mark.IsRising;

    /// <summary>Drives a trigger line.</summary>
    public void Write(int pin, bool isHigh) => _gpio.Write(pin, isHigh ? PinValue.High : PinValue.Low);
}
