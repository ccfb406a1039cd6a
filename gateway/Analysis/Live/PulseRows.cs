using CoinRig.Control;
using CoinRig.Electrochemistry.Gitt;

namespace CoinRig.Analysis;

/// <summary>A pulse with where in the run it was.</summary>
/// <param name="Estimate">What it says by itself.</param>
/// <param name="Started">Its beginning.</param>
/// <param name="RestSeconds">How long the rest after it was, s.</param>
/// <param name="MiddleCoulombs">Net charge since the run's start at its middle, C.</param>
/// <param name="EndSeconds">Time in the run of its end, s.</param>
sealed record PulseEntry(PulseEstimate Estimate, SegmentStarted Started, double RestSeconds, double MiddleCoulombs, double EndSeconds);

/// <summary>Posts the rows of a pulse.</summary>
sealed class PulseRows(ParticleGeometry geometry, MeasurementUncertainty uncertainty)
{
    readonly PulseProjection _projection = new(geometry, uncertainty.VoltageGainRelative);

    /// <summary>Posts what a pulse gives with its neighbours.</summary>
    public void Post(PulseEntry entry, PulseEntry? before, PulseEntry? after, ResultPost post)
    {
        var result = PulseEvaluation.Of(entry.Estimate, before?.Estimate, after?.Estimate);
        var place = new Place(entry.Started.Cycle, entry.Started.StepCount, entry.EndSeconds) { Readings = (entry.Started.Nanoseconds * 1e-9, entry.EndSeconds + entry.RestSeconds) };
        foreach (var row in _projection.Of(result, entry.EndSeconds - entry.Estimate.Observation.PulseSeconds, entry.RestSeconds, entry.MiddleCoulombs))
        {
            post.Add(row, place);
        }
    }
}
