using System.Globalization;
using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Uncertainty;
using CoinRig.Electrochemistry.Voltammetry;

namespace CoinRig.Analysis;

/// <summary>Sweeps of a recording: peaks, pairs.</summary>
static class SweepPart
{
    const string Milli = "0.####";

    /// <summary>Adds what the sweeps give: those that follow each other are one voltammogram.</summary>
    public static void Add(Recording recording, IReadOnlyList<TraceSegment> segments, Instrument instrument, Findings findings)
    {
        var trace = recording.Trace;
        if (!segments.Any(s => s.Kind is SegmentKind.ConstantCurrent && s.Seconds > 0))
        {
            Add(trace, instrument, findings);
            return;
        }
        for (var i = 0; i < segments.Count; i++)
        {
            var first = i;
            while (i < segments.Count && TechniqueGuess.IsSweep(trace, segments[i]))
            {
                i++;
            }
            if (i > first)
            {
                Add(trace[segments[first].First..segments[i - 1].End], instrument, findings);
            }
        }
    }

    static void Add(Trace trace, Instrument instrument, Findings findings)
    {
        var voltammogram = VoltammetryAnalysis.Of(trace, new() { Instrument = instrument });
        if (voltammogram.Sweeps.Count == 0)
        {
            return;
        }
        findings.Voltammograms.Add(voltammogram);
        findings.Add(Technique.CyclicVoltammetry, voltammogram.Results(), ("peaks", "smoothed over 5 mV, baseline through the foot or the decay of the sweep before, top by a polynomial"));
        foreach (var sweep in voltammogram.Sweeps)
        {
            findings.Curves.Add(new(CurveKind.Sweep, double.IsFinite(sweep.Sweep.Rate.Value) ? string.Create(CultureInfo.InvariantCulture, $"{(1e3 * sweep.Sweep.Rate.Value).ToString(Milli, CultureInfo.InvariantCulture)} mV/s") : "",
                sweep.Curve.Volts.ToArray(), sweep.Curve.Amperes.ToArray()) { Order = sweep.Sweep.Rate.Value });
        }
    }
}
