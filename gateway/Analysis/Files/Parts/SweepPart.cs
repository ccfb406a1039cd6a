using System.Globalization;
using CoinRig.Electrochemistry.Uncertainty;
using CoinRig.Electrochemistry.Voltammetry;

namespace CoinRig.Analysis;

/// <summary>Sweeps of a recording: peaks, pairs.</summary>
static class SweepPart
{
    const string Milli = "0.####";

    /// <summary>Adds what the sweeps give.</summary>
    public static void Add(Recording recording, Instrument instrument, Findings findings)
    {
        var voltammogram = VoltammetryAnalysis.Of(recording.Trace, new() { Instrument = instrument });
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
