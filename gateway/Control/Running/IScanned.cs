namespace CoinRig.Control;

/// <summary>Something that is a step function: it does one scan when it is due, and says when the next one is.</summary>
public interface IScanned
{
    /// <summary>When the next scan is due on the rig's clock, ns.</summary>
    long NextDue { get; }

    /// <summary>Whether there is nothing more to do.</summary>
    bool HasEnded { get; }

    /// <summary>Does one scan. Never throws: a fault ends the run in the idle state.</summary>
    void Scan();
}
