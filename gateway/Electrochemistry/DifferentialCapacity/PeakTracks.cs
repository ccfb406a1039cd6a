namespace CoinRig.Electrochemistry.DifferentialCapacity;

/// <summary>A peak of one cycle.</summary>
/// <param name="Curve">The curve that it is on.</param>
/// <param name="Peak">The peak.</param>
public sealed record TrackedPeak(DifferentialCurve Curve, DifferentialPeak Peak);

/// <summary>One peak followed over the cycles.</summary>
/// <param name="Number">From 1, in the order of voltage where it was first seen.</param>
/// <param name="Peaks">The peak in each cycle in which it was found.</param>
public sealed record PeakTrack(int Number, IReadOnlyList<TrackedPeak> Peaks);

/// <summary>
/// Follows peaks of dQ/dV from cycle to cycle, charge and discharge apart: each belongs to the track whose last peak is nearest, no two to the same. One
/// that has none near begins a track.
/// </summary>
public static class PeakTracks
{
    /// <summary>The tracks of curves in the order of cycles.</summary>
    /// <param name="curves">Curves, all of charges or all of discharges.</param>
    /// <param name="farthestVolts">A peak that moved further from one cycle to the next is another one, V.</param>
    public static IReadOnlyList<PeakTrack> Follow(IEnumerable<DifferentialCurve> curves, double farthestVolts = 0.04)
    {
        var tracks = new List<List<TrackedPeak>>();
        foreach (var curve in curves)
        {
            var peaks = DifferentialPeaks.Of(curve).OrderBy(p => p.Volts.Value).Select(p => new TrackedPeak(curve, p)).ToList();
            var known = tracks.Count;
            var pairs = from track in Enumerable.Range(0, known)
                        from peak in Enumerable.Range(0, peaks.Count)
                        let distance = Math.Abs(tracks[track][^1].Peak.Volts.Value - peaks[peak].Peak.Volts.Value)
                        where distance <= farthestVolts
                        orderby distance
                        select (track, peak);
            var (takenTracks, takenPeaks) = (new HashSet<int>(), new HashSet<int>());
            foreach (var (track, peak) in pairs.ToList())
            {
                if (!takenTracks.Contains(track) && takenPeaks.Add(peak))
                {
                    takenTracks.Add(track);
                    tracks[track].Add(peaks[peak]);
                }
            }
            tracks.AddRange(peaks.Where((_, i) => !takenPeaks.Contains(i)).Select(p => new List<TrackedPeak> { p }));
        }
        return [.. tracks.Select((peaks, i) => new PeakTrack(i + 1, peaks))];
    }
}
