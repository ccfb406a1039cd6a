using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Analysis;

/// <summary>Two readers of one pass over a run.</summary>
sealed class BothReaders(IRunReader first, IRunReader second) : IRunReader
{
    /// <inheritdoc/>
    public string Name => $"{first.Name} and {second.Name}";

    /// <inheritdoc/>
    public void OnSample(in Sample sample)
    {
        first.OnSample(sample);
        second.OnSample(sample);
    }

    /// <inheritdoc/>
    public void OnMarker(Marker marker, Action<ResultRow> post)
    {
        first.OnMarker(marker, post);
        second.OnMarker(marker, post);
    }
}
