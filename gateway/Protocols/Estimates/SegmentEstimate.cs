namespace CoinRig.Protocols;

/// <summary>How long one segment probably takes, and what it does to the cell.</summary>
static class SegmentEstimate
{
    /// <summary>Share of the capacity that a hold after a charge typically takes up before its cut-off.</summary>
    const double HoldShare = 0.05;

    /// <summary>The duration of a segment; moves the guess to its end.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="amperes">About which current flows, A; 0 where it follows from a voltage.</param>
    /// <param name="typicalVolts">A voltage in the middle, V.</param>
    /// <param name="otherVertexVolts">Where a sweep from the measured voltage begins at most, V.</param>
    /// <param name="guess">The cell.</param>
    internal static EstimatedTime Duration(Segment segment, double amperes, double typicalVolts, double otherVertexVolts, ref CellGuess guess)
    {
        var time = Shortest(segment, Candidates(segment, amperes, typicalVolts, otherVertexVolts, guess));
        switch (segment)
        {
            case { Mode: not ControlMode.Voltage } when amperes != 0:
                guess.Move(amperes * time.Seconds);
                guess.Volts = segment.Until.FirstOrDefault(u => u.Quantity == Measured.Voltage)?.Threshold ?? double.NaN;
                break;
            case { Role: SegmentRole.Sweep }:
                guess.ChargeCoulombs = segment.Set.SlopePerSecond > 0 ? guess.CapacityCoulombs : 0;
                guess.Volts = segment.Set.End;
                break;
            case { Mode: ControlMode.Voltage }:
                guess.Volts = segment.Set.Start;
                break;
        }
        return time;
    }

    /// <summary>About which current a segment drives, A; 0 where it follows from a voltage, or there is none.</summary>
    internal static double Amperes(Segment segment, double typicalVolts) => segment.Mode switch
    {
        ControlMode.Current => segment.Set.Start,
        ControlMode.Power => Math.Clamp(segment.Set.Start / typicalVolts, -segment.LargestExpectedAmperes, segment.LargestExpectedAmperes),
        ControlMode.Resistance => Math.Max(-typicalVolts / segment.Set.Start, -segment.LargestExpectedAmperes),
        _ => 0,
    };

    static List<EstimatedTime> Candidates(Segment segment, double amperes, double typicalVolts, double otherVertexVolts, CellGuess guess)
    {
        var candidates = new List<EstimatedTime>();
        if (segment.Set.SlopePerSecond != 0)
        {
            candidates.Add(Sweep(segment.Set, otherVertexVolts, guess));
        }
        foreach (var end in segment.Until)
        {
            if (Candidate(segment, end, amperes, typicalVolts, guess) is { } known)
            {
                candidates.Add(known);
            }
        }
        return candidates;
    }

    static EstimatedTime? Candidate(Segment segment, EndCondition end, double amperes, double typicalVolts, CellGuess guess) => end.Quantity switch
    {
        Measured.SegmentTime or Measured.StepTime => new(end.Threshold, Certainty.Exact),
        Measured.StepCharge when amperes != 0 => new(end.Threshold / Math.Abs(amperes), segment.Mode == ControlMode.Current ? Certainty.Exact : Certainty.About),
        Measured.StepEnergy when amperes != 0 => new(end.Threshold / Math.Abs(amperes * typicalVolts), Certainty.About),
        Measured.Voltage when amperes > 0 == end.Above && amperes != 0 && double.IsFinite(guess.CapacityCoulombs) =>
            new(guess.RemainingCoulombs(amperes) / Math.Abs(amperes), Certainty.About),
        Measured.AbsoluteCurrent when segment.Mode == ControlMode.Voltage && !end.Above && end.Threshold > 0 => Taper(segment, end, guess),
        Measured.All => Together(segment, end, amperes, typicalVolts, guess),
        _ => null,
    };

    /// <summary>Several at once: the last of them, where all can be told.</summary>
    static EstimatedTime? Together(Segment segment, EndCondition end, double amperes, double typicalVolts, CellGuess guess)
    {
        var all = end.Terms!.Select(t => Candidate(segment, t, amperes, typicalVolts, guess)).ToArray();
        return all.Any(c => c is null) ? null : new(all.Max(c => c!.Value.Seconds), Certainty.About);
    }

    /// <summary>A current that falls from about that of the charge before it, at most 1C, to its cut-off: their geometric mean moves the share.</summary>
    static EstimatedTime? Taper(Segment segment, EndCondition cutOff, CellGuess guess)
    {
        var first = Math.Max(cutOff.Threshold, Math.Min(segment.LargestExpectedAmperes, guess.CapacityCoulombs / 3600));
        return double.IsFinite(guess.CapacityCoulombs) ? new(HoldShare * guess.CapacityCoulombs / Math.Sqrt(cutOff.Threshold * first), Certainty.About) : null;
    }

    /// <summary>The condition that is met first. One that cannot be told makes "exactly" an "at most".</summary>
    static EstimatedTime Shortest(Segment segment, List<EstimatedTime> candidates)
    {
        var all = segment.Until.Count + (segment.Set.SlopePerSecond != 0 ? 1 : 0);
        if (candidates.Count == 0)
        {
            return new(0, all == 0 ? Certainty.Exact : Certainty.Unknown);
        }
        var first = candidates.MinBy(c => c.Seconds);
        return first.Certainty == Certainty.Exact && all > 1 ? first with { Certainty = Certainty.AtMost } : first;
    }

    /// <summary>A sweep from the measured voltage starts about where the last segment ended, at most at the other vertex.</summary>
    static EstimatedTime Sweep(Waveform set, double otherVertexVolts, CellGuess guess)
    {
        if (!set.StartsAtMeasured)
        {
            return new(set.DurationSeconds, Certainty.Exact);
        }
        return double.IsNaN(guess.Volts) ? new(Math.Abs((set.End - otherVertexVolts) / set.SlopePerSecond), Certainty.AtMost)
            : new(Math.Abs((set.End - guess.Volts) / set.SlopePerSecond), Certainty.About);
    }
}
