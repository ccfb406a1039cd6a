namespace CoinRig.Control;

/// <summary>
/// Who watches a run from outside and gives the relay's coil its supply. The scan tells it of every reading, and it tells when it has opened the relay. None of
/// its calls during a scan waits or allocates.
/// </summary>
public interface ISupervision
{
    /// <summary>Has it watch. The relay is open, and may close once this returns.</summary>
    /// <param name="read">Reads the cell once: each reading proves that somebody measures.</param>
    /// <returns>Who watches, and by which limits, for the record.</returns>
    /// <exception cref="SupervisionException">It does not answer, refuses, or does not hold what it was told.</exception>
    string Begin(Action read);

    /// <summary>A scan's conversions begin.</summary>
    void Senses();

    /// <summary>A scan's conversions are done, which proves that the scan before was carried through.</summary>
    /// <exception cref="SupervisionException">It has opened the relay, or does not answer any more.</exception>
    void Sensed();

    /// <summary>The run is over and its relay open. Nothing is to be watched any more.</summary>
    /// <returns>What it did on its own; null where it did nothing.</returns>
    SupervisionException? End();
}
