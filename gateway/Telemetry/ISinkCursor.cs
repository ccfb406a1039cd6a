using CoinRig.Runs;

namespace CoinRig.Telemetry;

/// <summary>
/// Where a run's cursors are kept: for each sink how far everything is delivered. A running run's are saved through its
/// recorder, the file's one writer; an old run's into its file. Called from one thread at a time.
/// </summary>
public interface ISinkCursor
{
    /// <summary>How far a sink has got; zeros where it never saved.</summary>
    RunCursor Read(string sink);

    /// <summary>Saves how far a sink has got. A position that is lost costs a repeat, no more.</summary>
    void Save(string sink, RunCursor cursor);
}
