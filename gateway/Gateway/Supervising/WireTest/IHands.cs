namespace CoinRig.Gateway;

/// <summary>Who pulls the wires: a person, or the twin itself.</summary>
interface IHands
{
    /// <summary>Whether the gateway's lines to the relays can be driven.</summary>
    bool HasRelays { get; }

    /// <summary>Does it.</summary>
    void Do(WireStep step);

    /// <summary>Makes it good.</summary>
    void Undo(WireStep step);

    /// <summary>Puts 1.5 V into the holder of a channel, or takes it out.</summary>
    void Fill(int channel, bool isFilled);

    /// <summary>Drives the gateway's line to a relay.</summary>
    void Drive(int channel, bool isOn);

    /// <summary>Looks whether a relay is as it should be.</summary>
    bool IsRelay(int channel, bool isClosed);
}
