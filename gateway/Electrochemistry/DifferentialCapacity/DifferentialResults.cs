using CoinRig.Electrochemistry.HalfCycles;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.DifferentialCapacity;

/// <summary>Peaks of dQ/dV over the cycles as results: position, height and area of each.</summary>
public static class DifferentialResults
{
    const double CoulombsPerAmpereHour = 3600;

    /// <summary>The smoothed curve of each half cycle that has one.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="table">Its half cycles.</param>
    public static IReadOnlyList<DifferentialCurve> Curves(Trace trace, CycleTable table)
    {
        var curves = new List<DifferentialCurve>();
        foreach (var half in table.HalfCycles)
        {
            if (DifferentialAnalysis.Smoothed(trace, half) is { } curve)
            {
                curves.Add(curve);
            }
        }
        return curves;
    }

    /// <summary>The peaks of curves, followed over the cycles.</summary>
    /// <param name="curves">The curves, in the order of time.</param>
    /// <param name="instrument">What the instrument may be off by.</param>
    public static IReadOnlyList<Result> Peaks(IReadOnlyList<DifferentialCurve> curves, Instrument instrument) =>
        [.. new[] { true, false }.SelectMany(isCharge => PeakTracks.Follow(curves.Where(c => c.IsCharge == isCharge)))
            .SelectMany(track => track.Peaks.SelectMany(peak => Results(track.Number, peak, instrument))).OrderBy(r => (double)r.Details[1].Value)];

    static IEnumerable<Result> Results(int track, TrackedPeak tracked, Instrument instrument)
    {
        var (curve, peak) = (tracked.Curve, tracked.Peak);
        KeyValuePair<string, object>[] details =
        [
            new("cycle", (double)curve.Cycle), new("seconds", curve.EndSeconds), new("branch", curve.IsCharge ? "charge" : "discharge"), new("peak", (double)track),
            new("voltage", peak.Volts.Value), new("charge", peak.Coulombs), new("prominence", peak.Prominence / CoulombsPerAmpereHour), new("method", curve.Method),
        ];
        yield return Make("dqdv_peak_potential", peak.Volts.Value, "V",
            [new("noise", peak.Volts.Uncertainty), new("voltage_gain", instrument.VoltageGainRelative * Math.Abs(peak.Volts.Value)), new("voltage_offset", instrument.VoltageOffsetVolts)]);
        yield return Scaled("dqdv_peak_height", peak.Height, "Ah/V", [new("voltage_gain", instrument.VoltageGainRelative * peak.Height.Value / CoulombsPerAmpereHour)]);
        yield return Scaled("dqdv_peak_area", peak.Area, "Ah", []);

        Result Scaled(string name, Estimate value, string unit, BudgetTerm[] more)
        {
            var size = Math.Abs(value.Value / CoulombsPerAmpereHour);
            return Make(name, value.Value / CoulombsPerAmpereHour, unit,
                [new("noise", value.Uncertainty / CoulombsPerAmpereHour), new("current_gain", instrument.CurrentGainRelative * size), .. more]);
        }

        Result Make(string name, double value, string unit, BudgetTerm[] budget) => new(name, new(value, budget.Total()), unit) { Details = details, Budget = budget };
    }
}
