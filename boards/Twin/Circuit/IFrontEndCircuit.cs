namespace CoinRig.Twin;

/// <summary>
/// The electronics of one topology, from DAC and relays to the cell and to the ADC's inputs. Relays, timing, filters and windows are the same for all
/// and not in it: it is told how the channel is set, and takes the steps that it is given.
/// </summary>
interface IFrontEndCircuit
{
    /// <summary>Voltage at the cell's terminals, V.</summary>
    double Volts { get; }

    /// <summary>Current through the cell, A; positive charges.</summary>
    double Amperes { get; }

    /// <summary>What the anti-alias filters get now.</summary>
    SignalPair Signals { get; }

    /// <summary>Whether the contacts of the range relays bounce in a way that is felt.</summary>
    bool DoRangeRelaysBounce { get; }

    /// <summary>The inputs of the ADC whose voltage this channel moves, one bit each.</summary>
    int MovingPins { get; }

    /// <summary>The channel is set differently from now on.</summary>
    /// <param name="state">How.</param>
    /// <returns>Whether voltage or current jumped, so that what follows must be looked at closely.</returns>
    bool Drive(in ChannelState state);

    /// <summary>Goes on in time.</summary>
    /// <param name="seconds">How long, s.</param>
    void Step(double seconds);

    /// <summary>Whether nothing but an event can change a signal, so that it is known without a step.</summary>
    bool IsHeld(PinSignal signal);

    /// <summary>What this channel has on an input of the ADC.</summary>
    /// <param name="pin">0 to 7 for AIN0 to AIN7, 8 for AINCOM.</param>
    PinSignal On(int pin);

    /// <summary>Voltage of an input against analog ground, V.</summary>
    /// <param name="signal">What is on it.</param>
    /// <param name="filtered">What the filters give.</param>
    double PinVolts(PinSignal signal, in SignalPair filtered);

    /// <summary>Resistance of the source behind an input, ohm.</summary>
    /// <param name="signal">What is on it.</param>
    double SourceOhms(PinSignal signal);
}
