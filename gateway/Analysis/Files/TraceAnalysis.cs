using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Analysis;

/// <summary>Analyses columns of time, voltage and current, whoever measured them.</summary>
static class TraceAnalysis
{
    /// <summary>Adds what a recording gives.</summary>
    /// <param name="recording">The columns.</param>
    /// <param name="facts">What is known of the cell.</param>
    /// <param name="instrument">What the instrument may be off by.</param>
    /// <param name="technique">What it is of; null: told from the data.</param>
    /// <param name="findings">Where results go.</param>
    public static void Add(Recording recording, SampleFacts facts, Instrument instrument, Technique? technique, Findings findings)
    {
        findings.Curves.AddRange(TimeCurves.Of(recording));
        var segments = SegmentSearch.Of(recording.Trace);
        RestPart.Add(recording, segments, instrument, findings);
        foreach (var made in technique is { } given ? [given] : TechniqueGuess.Of(recording.Trace, segments))
        {
            switch (made)
            {
                case Technique.Gitt:
                    TitrationPart.Add(recording, segments, facts, instrument, findings);
                    break;
                case Technique.Ici:
                    InterruptionPart.Add(recording, segments, facts, instrument, findings);
                    break;
                case Technique.Pitt:
                    PotentialStepPart.Add(recording, segments, facts, instrument, findings);
                    break;
                case Technique.CyclicVoltammetry:
                    SweepPart.Add(recording, segments, instrument, findings);
                    break;
                case Technique.Pulse:
                    ResistancePart.Add(recording, instrument, findings);
                    break;
                case Technique.Cycling:
                    CyclingPart.Add(recording, facts, instrument, findings);
                    break;
            }
        }
        if (findings.Techniques.Exists(t => t is Technique.Gitt or Technique.Pitt or Technique.CyclicVoltammetry))
        {
            LeaveOut(findings);
        }
    }

    /// <summary>Pulses, small steps and sweeps are no half cycles of which dQ/dV, a rate or fade could be told; those of a recording that has both are not told apart.</summary>
    static void LeaveOut(Findings findings)
    {
        string[] names = ["dqdv_", "rate_capacity", "rate_recovery", "fade_", "cycles_to_", "knee_"];
        findings.Results.RemoveAll(r => Array.Exists(names, n => r.Name.StartsWith(n, StringComparison.Ordinal)));
        findings.Curves.RemoveAll(c => c.Kind is CurveKind.DifferentialCapacity or CurveKind.DifferentialVoltage or CurveKind.Fade or CurveKind.FadeLower or CurveKind.FadeUpper);
        findings.Settings.RemoveAll(s => s.Key == "dQ/dV");
    }
}
