using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Analysis;

/// <summary>Collects the columns of a run. Readings on the way to a set voltage are left out: they belong to no step's time.</summary>
sealed class RunColumns : IRunReader
{
    const double NanosecondsInSecond = 1e9;
    readonly List<double> _seconds = [], _volts = [], _amperes = [], _coulombs = [];

    /// <inheritdoc/>
    public string Name => "columns";

    /// <summary>What was collected.</summary>
    public Recording Recording => new([.. _seconds], [.. _volts], [.. _amperes]) { NetCoulombs = [.. _coulombs] };

    /// <inheritdoc/>
    public void OnSample(in Sample sample)
    {
        if ((sample.Flags & SampleFlags.Approach) != 0 || !double.IsFinite(sample.Volts) || !double.IsFinite(sample.Amperes))
        {
            return;
        }
        _seconds.Add(sample.VoltageNanoseconds / NanosecondsInSecond);
        _volts.Add(sample.Volts);
        // The relay is open: what is read then is the offset, and the current is 0 by definition.
        _amperes.Add((sample.Flags & SampleFlags.OpenCircuit) != 0 ? 0 : sample.Amperes);
        _coulombs.Add(sample.NetCoulombs);
    }

    /// <inheritdoc/>
    public void OnMarker(Marker marker, Action<ResultRow> post)
    {
    }
}
