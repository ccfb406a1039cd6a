using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Telemetry;

/// <summary>A run file as the publisher reads it, on a reader of its own.</summary>
/// <param name="path">The run file.</param>
/// <exception cref="RunFileException">It is no run file.</exception>
public sealed class RunFileSource(string path) : IRunSource, IDisposable
{
    readonly RunFileReader _reader = RunFileReader.Open(path);
    RunHeader? _header;

    /// <summary>The header; what publishing needs of it changes only where the run was interrupted.</summary>
    public RunHeader Header => _header ??= _reader.Header;

    /// <inheritdoc/>
    public long LastSequence => _reader.LastSequence;

    /// <inheritdoc/>
    public int ReadSamples(long afterSequence, Span<Sample> samples)
    {
        var count = 0;
        try
        {
            foreach (var sample in _reader.Samples(afterSequence))
            {
                samples[count++] = sample;
                if (sample.Flags.HasFlag(SampleFlags.AfterGap))
                {
                    _header = null;
                }
                if (count == samples.Length)
                {
                    break;
                }
            }
        }
        catch (RunFileException) when (count > 0)
        {
            // What comes before the damage is good; the next call begins at the damage and says so.
        }
        return count;
    }

    /// <inheritdoc/>
    public IReadOnlyList<(long Id, ResultRow Row)> ReadResults(long afterId, int most) => [.. _reader.Results(afterId).Take(most)];

    /// <inheritdoc/>
    public IReadOnlyList<(long Id, RigEvent Event)> ReadEvents(long afterId, int most) => [.. _reader.Events(afterId).Take(most)];

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();
}
