namespace CoinRig.Protocols;

/// <summary>Walks through a plan's program the way the sequencer will, with a guess of the cell in place of the cell.</summary>
sealed class PlanWalk(Plan plan, PlanExtremes extremes, double scansPerSecond)
{
    /// <summary>After so many passes a loop's passes are taken to be alike.</summary>
    const int PassesWalked = 3;

    /// <summary>A voltage in the middle, for what depends on it, V.</summary>
    double TypicalVolts => (extremes.LowestGoalVolts + extremes.HighestGoalVolts) / 2;

    CellGuess _guess = CellGuess.Of(plan.Cell);

    /// <summary>What was added up so far.</summary>
    internal readonly record struct Sum(EstimatedTime Time, double Samples, double Steps)
    {
        public static Sum operator +(Sum a, Sum b) => new(a.Time + b.Time, a.Samples + b.Samples, a.Steps + b.Steps);

        public static Sum operator *(Sum a, double n) => new(a.Time with { Seconds = a.Time.Seconds * n }, a.Samples * n, a.Steps * n);
    }

    internal Sum Walk() => Walk(0, plan.Instructions.Count);

    Sum Walk(int from, int to)
    {
        var sum = new Sum();
        for (var i = from; i < to; i++)
        {
            if (plan.Instructions[i] is RunStep run)
            {
                sum += Step(run.Step);
            }
            else if (plan.Instructions[i] is BeginLoop loop)
            {
                var end = EndOf(loop, i);
                sum += Loop(loop.Count, i + 1, end);
                i = end;
            }
        }
        return sum;
    }

    Sum Loop(int count, int from, int to)
    {
        var (sum, last) = (new Sum(), new Sum());
        for (var pass = 0; pass < Math.Min(count, PassesWalked); pass++)
        {
            last = Walk(from, to);
            sum += last;
        }
        return sum + last * Math.Max(0, count - PassesWalked);
    }

    int EndOf(BeginLoop loop, int from)
    {
        var i = from;
        while (plan.Instructions[i] is not EndLoop end || end.Loop != loop.Loop)
        {
            i++;
        }
        return i;
    }

    Sum Step(Step step)
    {
        var before = _guess;
        var once = Segments(step);
        if (plan.StepsOfUnknownRate.Contains(step.Number) && once.Time.Certainty == Certainty.About)
        {
            once = once with { Time = new(0, Certainty.Unknown) };
        }
        return (step.Repeats ? Repeated(step, once, before) : Ended(step, once)) with { Steps = 1 };
    }

    Sum Segments(Step step)
    {
        var sum = new Sum();
        foreach (var segment in step.Segments)
        {
            var otherVertex = step.Segments.Count > 1 ? step.Segments[1].Set.End
                : segment.Set.End > extremes.LowestGoalVolts ? extremes.LowestGoalVolts : extremes.HighestGoalVolts;
            var amperes = SegmentEstimate.Amperes(segment, TypicalVolts);
            var time = SegmentEstimate.Duration(segment, amperes, TypicalVolts, otherVertex, ref _guess);
            var share = Math.Abs(amperes) * time.Seconds / _guess.CapacityCoulombs;
            sum += new Sum(time, SampleEstimate.Samples(segment, time.Seconds, extremes.HighestGoalVolts - extremes.LowestGoalVolts,
                double.IsNaN(share) ? 1 : share, scansPerSecond), 0);
        }
        return sum;
    }

    /// <summary>A step whose segments run once, perhaps cut short by a condition of the whole step.</summary>
    static Sum Ended(Step step, Sum once)
    {
        if (step.Until.Count == 0)
        {
            return once;
        }
        var limit = step.Until.Where(u => u.Quantity == Measured.StepTime).Select(u => u.Threshold).DefaultIfEmpty(double.PositiveInfinity).Min();
        var seconds = Math.Min(limit, once.Time.Certainty == Certainty.Unknown ? limit : once.Time.Seconds);
        var certainty = once.Time.Certainty == Certainty.About && seconds < limit ? Certainty.About : Certainty.AtMost;
        return double.IsInfinity(seconds) ? once : once with { Time = new(seconds, certainty) };
    }

    /// <summary>A step whose segments repeat until a condition of the whole step: as often as its charge allows.</summary>
    Sum Repeated(Step step, Sum once, CellGuess before)
    {
        var pass = new Pass(once.Time.Seconds, 0, 0);
        var guess = before;
        foreach (var segment in step.Segments)
        {
            var amperes = SegmentEstimate.Amperes(segment, TypicalVolts);
            var coulombs = amperes * SegmentEstimate.Duration(segment, amperes, TypicalVolts, extremes.HighestGoalVolts, ref guess).Seconds;
            pass = pass with { NetCoulombs = pass.NetCoulombs + coulombs, Coulombs = pass.Coulombs + Math.Abs(coulombs) };
        }
        var passes = step.Until.Select(u => Passes(u, step, pass, before)).OfType<EstimatedPasses>()
            .DefaultIfEmpty(new(double.NaN, Certainty.Unknown)).MinBy(p => p.Count);
        if (double.IsNaN(passes.Count))
        {
            return once with { Time = new(once.Time.Seconds, Certainty.Unknown) };
        }
        _guess = before;
        _guess.Move(pass.NetCoulombs * passes.Count);
        return (once * passes.Count) with { Time = new(once.Time.Seconds * passes.Count, passes.Certainty) };
    }

    readonly record struct EstimatedPasses(double Count, Certainty Certainty);

    /// <summary>What one pass of a repeating step takes.</summary>
    readonly record struct Pass(double Seconds, double NetCoulombs, double Coulombs);

    EstimatedPasses? Passes(EndCondition until, Step step, Pass pass, CellGuess before) => until.Quantity switch
    {
        Measured.StepTime => new(until.Threshold / pass.Seconds, Certainty.Exact),
        Measured.StepCharge => new(until.Threshold / pass.Coulombs, Certainty.About),
        Measured.StepEnergy => new(until.Threshold / (pass.Coulombs * TypicalVolts), Certainty.About),
        Measured.Voltage when pass.NetCoulombs != 0 && until.Above == pass.NetCoulombs > 0 && double.IsFinite(before.CapacityCoulombs) && !plan.StepsOfUnknownRate.Contains(step.Number) =>
            new(before.RemainingCoulombs(pass.NetCoulombs) / Math.Abs(pass.NetCoulombs), Certainty.About),
        _ => null,
    };
}
