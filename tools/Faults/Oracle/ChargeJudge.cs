using CoinRig.FrontEnd;

namespace CoinRig.Faults;

/// <summary>The recorded charge is the integral of the recorded scans, and the true charge within what is stated.</summary>
static class ChargeJudge
{
    const string Promise = "charge";

    const double MostOfRows = 1e-12;

    /// <summary>So many standard uncertainties, and a nanocoulomb for noise.</summary>
    const double Coverage = 6, LeastCoulombs = 1e-9;

    /// <summary>How well the time of a change of current is known, and for how long a loop in software is not where it should be, s.</summary>
    const double ChangeSeconds = 0.02;

    /// <summary>
    /// A step of a voltage falls between two scans, and the current that follows is seen once a scan: where it flowed all the time between them, and not as the straight line
    /// between the two says, half of the change is not in the trapezoid.
    /// </summary>
    const double UnseenPartOfAChange = 0.5;

    internal static void Judge(World world, Judgement judgement, RunContent content, long[] times)
    {
        if (content.Rows.Count == 0)
        {
            return;
        }
        if (world.Scenario.RecordsEveryScan)
        {
            JudgeRows(judgement, content);
        }
        // A row of a sweep that is a mean has a time of its own.
        var hasTimes = world.Scenario.RecordsEveryScan || !world.Scenario.Protocol.Contains("linear_sweep", StringComparison.Ordinal);
        if (hasTimes && !world.Scenario.Faults.Any(f => f.Type.SpoilsReadings || f.Type.SpoilsCurrent || f.Type.Name is "single glitch" or "read late" or "DAC not written" || f.Type.Name.StartsWith("cell", StringComparison.Ordinal) || f.Type.Name.StartsWith("relay", StringComparison.Ordinal)))
        {
            JudgeTruth(world, judgement, content, times);
        }
    }

    /// <summary>Trapezoids between neighbouring scans in decimal arithmetic; what a change of the set value makes is judged by the sum over segments.</summary>
    static void JudgeRows(Judgement judgement, RunContent content)
    {
        const int begins = Row.AfterStep | Row.RangeChanged | Row.AfterGap | Row.Late | Row.Repeated;
        var (difference, throughput) = (0m, 0m);
        for (var i = 1; i < content.Rows.Count; i++)
        {
            var (a, b) = (content.Rows[i - 1], content.Rows[i]);
            var recorded = (decimal)b.NetCoulombs - (decimal)a.NetCoulombs;
            throughput += Math.Abs(recorded);
            if (b.Has(begins) || (a.Step, a.Segment) != (b.Step, b.Segment))
            {
                continue;
            }
            var isOpen = a.Has(Row.OpenCircuit) && b.Has(Row.OpenCircuit);
            var scans = isOpen ? 0 : ((decimal)a.Amperes + (decimal)b.Amperes) / 2 * (b.CurrentNanoseconds - a.CurrentNanoseconds) / 1_000_000_000m;
            difference += recorded - scans;
        }
        judgement.ChargeOfRows = throughput == 0 ? 0 : (double)(Math.Abs(difference) / throughput);
        judgement.Check(judgement.ChargeOfRows <= MostOfRows, Promise, $"it is {judgement.ChargeOfRows:0.0E+0} of the throughput off the integral of the rows");
        if (content.State == "done")
        {
            var segments = content.Notes.Where(n => n.Kind == "segment-ended").Sum(n => (decimal)n.Integral("charge_coulombs") - (decimal)n.Integral("discharge_coulombs"));
            var whole = throughput == 0 ? 0 : (double)(Math.Abs((decimal)content.Rows[^1].NetCoulombs - segments) / throughput);
            judgement.Check(whole <= MostOfRows, Promise, $"the segments' sum is {whole:0.0E+0} of the throughput off the last row");
        }
    }

    /// <summary>Over the rows of each process: what flowed while none ran is in no row.</summary>
    static void JudgeTruth(World world, Judgement judgement, RunContent content, long[] times)
    {
        var first = 0;
        for (var i = 1; i <= content.Rows.Count; i++)
        {
            if (i < content.Rows.Count && !content.Rows[i].Has(Row.AfterGap))
            {
                continue;
            }
            if (times[first] >= 0 && times[i - 1] >= 0)
            {
                JudgeLife(world, judgement, content, times, first, i - 1);
            }
            first = i;
        }
    }

    static void JudgeLife(World world, Judgement judgement, RunContent content, long[] times, int first, int last)
    {
        var calibration = world.Scenario.Setting.Profile.Channels[0].Calibration.Currents;
        var gain = calibration.Max(c => c.Gain.Uncertainty);
        var offset = calibration.Max(c => c.OffsetAmperes.Uncertainty);
        var allowed = LeastCoulombs;
        var held = content.Notes.Where(n => n.Kind == "segment-started" && n.IsHeldVoltage).Select(n => (n.Step, n.Segment)).ToHashSet();
        for (var i = first + 1; i <= last; i++)
        {
            var (a, b) = (content.Rows[i - 1], content.Rows[i]);
            var seconds = (times[i] - times[i - 1]) * 1e-9;
            allowed += Coverage * seconds * (gain * Math.Abs(b.Amperes) + (b.Has(Row.OpenCircuit) ? 0 : offset));
            allowed += held.Contains((b.Step, b.Segment)) || b.Has(Row.Approach) ? UnseenPartOfAChange * seconds * Math.Abs(b.Amperes - a.Amperes) : 0;
            if (b.Has(Row.AfterStep | Row.RangeChanged) || (a.Step, a.Segment) != (b.Step, b.Segment))
            {
                allowed += ChangeSeconds * (Math.Abs(a.Amperes) + Math.Abs(b.Amperes)) + (b.Has(Row.RangeChanged) ? 0.3 * Math.Max(Math.Abs(a.Amperes), Math.Abs(b.Amperes)) : 0);
            }
        }
        if (world.Scenario.Setting.Profile.Topology == Topology.SeriesShunt)
        {
            // Between two scans the DAC stands still, and what the cell's voltage does by itself changes the current.
            var ohms = world.Scenario.Setting.Profile.Channels[0].Ranges.Min(r => r.ShuntOhms);
            for (var i = first + 1; i <= last; i++)
            {
                allowed += Math.Abs(content.Rows[i].Volts - content.Rows[i - 1].Volts) / ohms * (times[i] - times[i - 1]) * 1e-9;
            }
        }
        var recorded = content.Rows[last].NetCoulombs - content.Rows[first].NetCoulombs;
        var truth = Coulombs(world.Truth.Steps, times[last]) - Coulombs(world.Truth.Steps, times[first]);
        var part = Math.Abs(recorded - truth) / allowed;
        judgement.ChargeOfTruth = double.IsNaN(judgement.ChargeOfTruth) ? part : Math.Max(part, judgement.ChargeOfTruth);
        judgement.Check(part <= 1, Promise, $"samples {first + 1} to {last + 1} say {recorded * 1e6:0.000} uC, {truth * 1e6:0.000} uC flowed; {allowed * 1e6:0.000} uC are allowed");
    }

    static double Coulombs(List<CircuitStep> steps, long nanoseconds)
    {
        var i = LimitJudge.First(steps, nanoseconds);
        return i >= steps.Count ? steps[^1].Coulombs : steps[i].Coulombs - steps[i].Amperes * (steps[i].End - nanoseconds) * 1e-9;
    }
}
