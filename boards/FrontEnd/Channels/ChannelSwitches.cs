using System.Device.Gpio;
using CoinRig.Clock;

namespace CoinRig.FrontEnd;

/// <summary>The GPIO lines of one channel. A line is written only when it changes: the library allocates at each write.</summary>
sealed class ChannelSwitches
{
    readonly GpioController _gpio;
    readonly IRigClock _clock;
    readonly BoardTurns _turns;
    readonly ChannelProfile _profile;
    readonly long _settleNanoseconds;
    readonly Dictionary<int, bool> _levels = [];

    /// <summary>Takes the lines, all low: relay open, output off, galvanostat, smallest range.</summary>
    internal ChannelSwitches(GpioController gpio, IRigClock clock, BoardTurns turns, ChannelProfile profile, double relaySettleSeconds)
    {
        _gpio = gpio;
        _clock = clock;
        _turns = turns;
        _profile = profile;
        _settleNanoseconds = (long)(relaySettleSeconds * 1e9);
        foreach (var pin in (int[])[profile.Pins.CellRelay, .. ((int?[])[profile.Pins.OutputEnable, profile.Pins.Potentiostat, .. profile.Ranges.Select(r => r.SelectPin)]).OfType<int>()])
        {
            gpio.OpenPin(pin, PinMode.Output, PinValue.Low);
            _levels[pin] = false;
        }
    }

    /// <summary>Whether the cell relay is driven closed.</summary>
    internal bool IsRelayDriven => _levels[_profile.Pins.CellRelay];

    /// <summary>Whether the output stage is on.</summary>
    internal bool IsOutputOn => _levels[_profile.Pins.OutputEnable!.Value];

    /// <summary>Whether the voltage amplifier closes the loop.</summary>
    internal bool IsPotentiostat => _levels[_profile.Pins.Potentiostat!.Value];

    /// <summary>Drives the cell relay and waits until its contact has settled.</summary>
    internal void SetRelay(bool closed) => SetAndSettle(_profile.Pins.CellRelay, closed);

    /// <summary>Lets the relay go whatever was believed of its line before, and waits until its contact has settled.</summary>
    internal void ReleaseRelay()
    {
        _gpio.Write(_profile.Pins.CellRelay, PinValue.Low);
        _levels[_profile.Pins.CellRelay] = false;
        _clock.Wait(_settleNanoseconds);
    }

    /// <summary>Switches the output stage.</summary>
    internal void SetOutput(bool on) => Set(_profile.Pins.OutputEnable!.Value, on);

    /// <summary>Chooses which amplifier closes the loop.</summary>
    internal void SetPotentiostat(bool on) => Set(_profile.Pins.Potentiostat!.Value, on);

    /// <summary>Puts a range's shunt in: the new one before the old one goes, so that the path is never open.</summary>
    internal void SelectRange(int index)
    {
        var changed = false;
        if (_profile.Ranges[index].SelectPin is { } wanted)
        {
            changed = Set(wanted, true);
        }
        for (var i = 0; i < _profile.Ranges.Count; i++)
        {
            if (i != index && _profile.Ranges[i].SelectPin is { } other && _levels[other])
            {
                if (changed)
                {
                    _turns.Wait(_settleNanoseconds);
                }
                changed |= Set(other, false);
            }
        }
        if (changed)
        {
            _turns.Wait(_settleNanoseconds);
        }
    }

    void SetAndSettle(int pin, bool high)
    {
        if (Set(pin, high))
        {
            _turns.Wait(_settleNanoseconds);
        }
    }

    bool Set(int pin, bool high)
    {
        if (_levels[pin] == high)
        {
            return false;
        }
        _gpio.Write(pin, high ? PinValue.High : PinValue.Low);
        _levels[pin] = high;
        return true;
    }
}
