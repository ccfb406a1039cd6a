using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.KillRuns;

/// <summary>The charge of a run from its rows alone, in decimal arithmetic, by the rule of the scan: trapezoids between readings, rectangles at a write of the set value.</summary>
static class ChargeOracle
{
    const SampleFlags Begins = SampleFlags.AfterStep | SampleFlags.RangeChanged | SampleFlags.AfterGap;

    /// <summary>The difference from what the run says, as a part of the throughput.</summary>
    internal static double Of(RunFileReader run, Sample[] samples)
    {
        decimal difference = 0;
        decimal throughput = 0;
        for (var i = 1; i < samples.Length; i++)
        {
            var (a, b) = (samples[i - 1], samples[i]);
            var recorded = (decimal)b.NetCoulombs - (decimal)a.NetCoulombs;
            throughput += Math.Abs(recorded);
            if ((b.Flags & Begins) != 0 || (a.StepCount, a.SegmentCount) != (b.StepCount, b.SegmentCount))
            {
                // What flowed between the last reading and the write is in the marker of the segment, and judged below.
                continue;
            }
            var isOpen = (a.Flags & b.Flags & SampleFlags.OpenCircuit) != 0;
            difference += recorded - (isOpen ? 0 : ((decimal)a.Amperes + (decimal)b.Amperes) / 2 * (b.CurrentNanoseconds - a.CurrentNanoseconds) / 1_000_000_000m);
        }
        var segments = run.Segments().Sum(s => (decimal)s.Ended!.Integrals.ChargeCoulombs - (decimal)s.Ended.Integrals.DischargeCoulombs);
        var whole = Math.Abs((decimal)samples[^1].NetCoulombs - segments);
        return throughput == 0 ? 0 : (double)(Math.Max(Math.Abs(difference), whole) / throughput);
    }
}
