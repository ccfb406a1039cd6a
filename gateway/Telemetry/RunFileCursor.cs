using CoinRig.Runs;

namespace CoinRig.Telemetry;

/// <summary>The cursors of a run file.</summary>
/// <param name="path">The run file.</param>
/// <param name="recorder">Who records the run; null for one from the shelf.</param>
public sealed class RunFileCursor(string path, Recorder? recorder = null) : ISinkCursor
{
    /// <inheritdoc/>
    public RunCursor Read(string sink)
    {
        using var reader = RunFileReader.Open(path);
        return reader.Cursor(sink);
    }

    /// <inheritdoc/>
    public void Save(string sink, RunCursor cursor)
    {
        if (recorder is not null)
        {
            recorder.SaveCursor(sink, cursor);
            return;
        }
        RunCursors.Save(path, sink, cursor);
    }
}
