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
            throughput += Math.Abs((decimal)samples[i].NetCoulombs - (decimal)samples[i - 1].NetCoulombs);
            difference += Difference(samples[i - 1], samples[i]);
        }
        return throughput == 0 ? 0 : (double)(Math.Max(Math.Abs(difference), Math.Abs(Whole(run, samples))) / throughput);
    }

    /// <summary>Where it differs most, for who looks for the cause.</summary>
    internal static string Largest(RunFileReader run, Sample[] samples)
    {
        var at = Enumerable.Range(1, samples.Length - 1).MaxBy(i => Math.Abs(Difference(samples[i - 1], samples[i])));
        var (a, b) = (samples[at - 1], samples[at]);
        return $"Most of it ({(double)Difference(a, b):0.0E+0} C) between the samples {a.Sequence} ({a.Flags}) and {b.Sequence} ({b.Flags}), {(b.CurrentNanoseconds - a.CurrentNanoseconds) * 1e-6:0.000} ms apart, in segment {b.SegmentCount} of step {b.StepCount}; "
            + $"the segments' charge is {(double)Whole(run, samples):0.0E+0} C off the run's.";
    }

    /// <summary>By how much the charge between two neighbouring rows is off what their readings say, C.</summary>
    static decimal Difference(in Sample a, in Sample b)
    {
        if ((b.Flags & Begins) != 0 || (a.StepCount, a.SegmentCount) != (b.StepCount, b.SegmentCount))
        {
            // What flowed between the last reading and the write is in the marker of the segment, and judged with the whole.
            return 0;
        }
        var isOpen = (a.Flags & b.Flags & SampleFlags.OpenCircuit) != 0;
        return (decimal)b.NetCoulombs - (decimal)a.NetCoulombs - (isOpen ? 0 : ((decimal)a.Amperes + (decimal)b.Amperes) / 2 * (b.CurrentNanoseconds - a.CurrentNanoseconds) / 1_000_000_000m);
    }

    /// <summary>By how much the charge of all segments is off the run's, C.</summary>
    static decimal Whole(RunFileReader run, Sample[] samples) =>
        (decimal)samples[^1].NetCoulombs - run.Segments().Sum(s => (decimal)s.Ended!.Integrals.ChargeCoulombs - (decimal)s.Ended.Integrals.DischargeCoulombs);
}
