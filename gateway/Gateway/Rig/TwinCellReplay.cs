using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.Runs;
using CoinRig.Twin;

namespace CoinRig.Gateway;

/// <summary>
/// The twin's cell after an interruption: its true parameters are in no file, but the seed that draws them is, and the recorded charge. The
/// fresh cell of that seed is led through the charge of the run once more, without the chips.
/// </summary>
static class TwinCellReplay
{
    /// <summary>Rows closer together than this go as one with their mean current.</summary>
    const long LongestStretchNanoseconds = 5_000_000_000;

    /// <summary>The cell as it stood, after a time at open circuit.</summary>
    /// <param name="cell">The cell file.</param>
    /// <param name="run">What was recorded.</param>
    /// <param name="point">Where it ended.</param>
    /// <param name="gapSeconds">How long it then rested, s.</param>
    internal static ICellModel Of(Cell cell, RunFileReader run, ResumePoint point, double gapSeconds)
    {
        var model = CellModelFactory.Create(cell, run.Header.Seed);
        var (from, coulombs) = (0L, 0.0);
        var segment = (0, 0);
        foreach (var sample in run.Samples())
        {
            if ((sample.StepCount, sample.SegmentCount) != segment || sample.CurrentNanoseconds - from >= LongestStretchNanoseconds)
            {
                Advance(sample.CurrentNanoseconds, sample.NetCoulombs);
                segment = (sample.StepCount, sample.SegmentCount);
            }
        }
        Advance(Math.Max(from, point.Nanoseconds), point.Last.NetCoulombs);
        if (gapSeconds > 0)
        {
            model.AdvanceCurrent(0, gapSeconds);
        }
        return model;

        void Advance(long to, double net)
        {
            var seconds = (to - from) * 1e-9;
            if (seconds > 0)
            {
                model.AdvanceCurrent((net - coulombs) / seconds, seconds);
                (from, coulombs) = (to, net);
            }
        }
    }
}
