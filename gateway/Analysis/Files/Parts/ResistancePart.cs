using CoinRig.Electrochemistry.Resistance;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Analysis;

/// <summary>The resistance of every step of the current.</summary>
static class ResistancePart
{
    static readonly double[] AtSeconds = [1, 10];

    /// <summary>Adds them.</summary>
    public static void Add(Recording recording, Instrument instrument, Findings findings)
    {
        var results = StepResistanceResults.Of(StepResistanceFinder.Find(recording.Trace, AtSeconds, instrument.NoiseVolts), instrument);
        if (results.Count > 0)
        {
            findings.Add(Technique.Pulse, results, ("step resistance", "at the first reading, 1 s and 10 s after the step, the drift of the voltage before it taken off"));
        }
    }
}
