namespace CoinRig.Firmware;

/// <summary>The two lines of the monostable: its clear input, and the trigger that must keep toggling.</summary>
public sealed class Monostable
{
    /// <summary>Whether the clear input is released; low takes the coils' supply at once.</summary>
    public bool IsReleased { get; private set; }

    /// <summary>Level of the trigger.</summary>
    public bool Trigger { get; private set; }

    /// <summary>Clears it.</summary>
    public void Clear()
    {
        IsReleased = false;
        Trigger = false;
    }

    /// <summary>Holds the coils' supply for one loop more.</summary>
    public void Toggle()
    {
        // It is released before the first edge, which would be lost otherwise.
        Trigger = IsReleased && !Trigger;
        IsReleased = true;
    }
}
