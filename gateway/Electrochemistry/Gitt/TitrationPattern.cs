using CoinRig.Electrochemistry.Segments;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>Which segments of a measurement are a titration: constant currents with rests after them that are no shorter than half of them.</summary>
public static class TitrationPattern
{
    const double ShortestRest = 0.5, LeastCharge = 0.2, MostWeight = 3;

    /// <summary>What each segment is. Short pulses beside the titration's own (of a pulse test) are <see cref="TitrationStep.Other"/>.</summary>
    public static TitrationStep[] Of(IReadOnlyList<TraceSegment> segments)
    {
        var steps = new TitrationStep[segments.Count];
        var charges = new List<double>();
        for (var i = 0; i < segments.Count; i++)
        {
            steps[i] = segments[i].Kind == SegmentKind.Rest ? TitrationStep.Rest : IsPulse(segments, i) ? TitrationStep.Pulse : TitrationStep.Other;
            if (steps[i] == TitrationStep.Pulse)
            {
                charges.Add(Charge(segments[i]));
            }
        }
        var least = LeastCharge * Typical(charges);
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i] == TitrationStep.Pulse && Charge(segments[i]) < least)
            {
                steps[i] = TitrationStep.Other;
            }
        }
        return steps;
    }

    static bool IsPulse(IReadOnlyList<TraceSegment> segments, int index) => segments[index].Kind == SegmentKind.ConstantCurrent
        && index + 1 < segments.Count && segments[index + 1].Kind == SegmentKind.Rest && segments[index + 1].Seconds >= ShortestRest * segments[index].Seconds;

    static double Charge(in TraceSegment segment) => Math.Abs(segment.MeanAmperes) * segment.Seconds;

    /// <summary>The charge that half of all charge is passed in pulses below; a pulse that is far larger than most (rows are missing) weighs no more than three of them.</summary>
    static double Typical(List<double> charges)
    {
        charges.Sort();
        var most = charges.Count == 0 ? 0 : MostWeight * charges[charges.Count / 2];
        var half = charges.Sum(c => Math.Min(c, most)) / 2;
        foreach (var charge in charges)
        {
            half -= Math.Min(charge, most);
            if (half <= 0)
            {
                return charge;
            }
        }
        return 0;
    }
}
