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
        CyclingPart.Add(recording, facts, instrument, findings);
    }
}
