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
        Lead(model, run, point);
        if (gapSeconds > 0)
        {
            model.AdvanceCurrent(0, gapSeconds);
        }
        return model;
    }

    /// <summary>The cell as several runs left it, one after another, with the rests between them.</summary>
    /// <param name="cell">The cell file.</param>
    /// <param name="seed">The twin's seed.</param>
    /// <param name="runs">Their files, in their order.</param>
    /// <param name="point">Where the last of them was interrupted; null where it ended.</param>
    /// <exception cref="RunFileException">One of them cannot be read.</exception>
    internal static ICellModel Of(Cell cell, long seed, IReadOnlyList<string> runs, ResumePoint? point)
    {
        var model = CellModelFactory.Create(cell, seed);
        DateTimeOffset? until = null;
        for (var i = 0; i < runs.Count; i++)
        {
            using var run = RunFileReader.Open(runs[i]);
            var header = run.Header;
            if (until < header.StartedUtc)
            {
                model.AdvanceCurrent(0, (header.StartedUtc - until.Value).TotalSeconds);
            }
            until = header.UtcAt(Lead(model, run, i == runs.Count - 1 ? point : null));
        }
        return model;
    }

    /// <summary>Leads the model through a run.</summary>
    /// <returns>Until when, ns of the run.</returns>
    static long Lead(ICellModel model, RunFileReader run, ResumePoint? point)
    {
        var (from, coulombs) = (0L, 0.0);
        Sample last = default;
        var segment = (0, 0);
        foreach (var sample in run.Samples())
        {
            if ((sample.StepCount, sample.SegmentCount) != segment || sample.CurrentNanoseconds - from >= LongestStretchNanoseconds)
            {
                Advance(sample.CurrentNanoseconds, sample.NetCoulombs);
                segment = (sample.StepCount, sample.SegmentCount);
            }
            last = sample;
        }
        Advance(Math.Max(from, point?.Nanoseconds ?? last.CurrentNanoseconds), point?.Last.NetCoulombs ?? last.NetCoulombs);
        return from;

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
