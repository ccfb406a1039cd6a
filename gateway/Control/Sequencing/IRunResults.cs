namespace CoinRig.Control;

/// <summary>The results of a run that are in its file. The sequencer reads them when a segment has ended, and never waits for them.</summary>
public interface IRunResults
{
    /// <summary>The last valid value of a result, in the unit of its rows; false where there is none yet.</summary>
    /// <param name="name">Its name: "capacity_retention".</param>
    /// <param name="value">The value.</param>
    bool TryRead(string name, out double value);
}
