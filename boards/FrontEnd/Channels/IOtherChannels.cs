namespace CoinRig.FrontEnd;

/// <summary>The other channels of a board that run, as one of them sees them in the middle of something long.</summary>
public interface IOtherChannels
{
    /// <summary>Lets each of them that is due before a time have its turn once.</summary>
    /// <param name="nanoseconds">When the part that comes next would be over, on the rig's clock.</param>
    void GoFirst(long nanoseconds);

    /// <summary>Returns at a time or later; they go on meanwhile.</summary>
    /// <param name="nanoseconds">On the rig's clock.</param>
    void GoOnUntil(long nanoseconds);
}
