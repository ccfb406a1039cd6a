namespace CoinRig.Control;

/// <summary>
/// How long until the next scan of a run whose cell is only computed: long where nothing happens. A run that measures has none; its scans come at
/// their period.
/// </summary>
public interface IScanPace
{
    /// <summary>Time from the scan that was just done to the next one, ns.</summary>
    long NextNanoseconds();
}
