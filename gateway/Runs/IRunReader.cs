using CoinRig.Control;

namespace CoinRig.Runs;

/// <summary>
/// Something that reads a run while it is recorded, in the order of the feed and on the recorder's thread. Whatever it
/// throws is noted as an event and it is not called again; the run goes on.
/// </summary>
public interface IRunReader
{
    /// <summary>Its name, for messages.</summary>
    string Name { get; }

    /// <summary>A sample was recorded.</summary>
    void OnSample(in Sample sample);

    /// <summary>A marker was recorded. What is posted goes into the same transaction.</summary>
    void OnMarker(Marker marker, Action<ResultRow> post);
}
