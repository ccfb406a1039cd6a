using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>Voltammograms as results: names, units, flags, where and how.</summary>
public static class VoltammetryResults
{
    /// <summary>Of one recording: rates and charges of sweeps, everything of peaks, pairs.</summary>
    public static IReadOnlyList<Result> Results(this Voltammogram voltammogram)
    {
        List<Result> results = [];
        for (var i = 0; i < voltammogram.Sweeps.Count; i++)
        {
            var sweep = voltammogram.Sweeps[i];
            Add(results, voltammogram.Options.Instrument, sweep, SweepDetails(sweep.Sweep, i + 1));
        }
        foreach (var pair in voltammogram.Pairs)
        {
            Add(results, pair);
        }
        return results;
    }

    static List<KeyValuePair<string, object>> SweepDetails(Sweep sweep, int number)
    {
        List<KeyValuePair<string, object>> details =
        [
            new("sweep", (double)number), new("cycle", (double)sweep.Cycle), new("branch", sweep.IsAnodic ? "anodic" : "cathodic"), new("from_volts", sweep.FromVolts), new("to_volts", sweep.ToVolts),
        ];
        if (double.IsFinite(sweep.Rate.Value))
        {
            details.Add(new("rate", sweep.Rate.Value));
        }
        if (sweep.StepVolts > 0)
        {
            details.Add(new("step_volts", sweep.StepVolts));
        }
        if (sweep.HoldSeconds > 0)
        {
            details.Add(new("hold_before_seconds", sweep.HoldSeconds));
        }
        return details;
    }

    static void Add(List<Result> results, Instrument instrument, MeasuredSweep measured, List<KeyValuePair<string, object>> details)
    {
        if (double.IsFinite(measured.Sweep.Rate.Value))
        {
            var rate = measured.Sweep.Rate;
            results.Add(Make("scan_rate", "V/s", rate.Value, [new("fit", rate.Uncertainty), new("voltage_gain", instrument.VoltageGainRelative * rate.Value)], [], details));
        }
        if (measured.Charge is { } charge)
        {
            var seconds = measured.Curve.Seconds[^1] - measured.Curve.Seconds[0];
            results.Add(Charge("anodic_charge", charge.AnodicCoulombs));
            results.Add(Charge("cathodic_charge", charge.CathodicCoulombs));

            Result Charge(string name, double coulombs) =>
                Make(name, "C", coulombs, [new("current_gain", instrument.CurrentGainRelative * coulombs), new("current_offset", instrument.CurrentOffsetAmperes * seconds)], [], details);
        }
        for (var i = 0; i < measured.Peaks.Count; i++)
        {
            Add(results, instrument, measured.Peaks[i], [.. details, new("peak", i + 1.0), new("voltage", measured.Peaks[i].Potential.Value), new("baseline", Word(measured.Peaks[i].Baseline))]);
        }
    }

    static void Add(List<Result> results, Instrument instrument, SweepPeak peak, List<KeyValuePair<string, object>> details)
    {
        var potential = peak.Potential;
        results.Add(Make("peak_potential", "V", potential.Value,
            [new("noise", potential.Uncertainty), new("voltage_gain", instrument.VoltageGainRelative * potential.Value), new("voltage_offset", instrument.VoltageOffsetVolts)], peak.Flags, details));
        results.Add(OfCurrent("peak_current", "A", peak.Current, instrument.CurrentOffsetAmperes));
        if (peak.Height is { } height)
        {
            // What a baseline is taken off has lost the offset.
            results.Add(OfCurrent("peak_height", "A", height, 0, KeyValuePair.Create<string, object>("baseline_current", peak.BaselineAmperes!.Value)));
        }
        if (peak.HalfPeakWidth is { } width)
        {
            results.Add(Make("half_peak_width", "V", width.Value, [new("noise", width.Uncertainty), new("voltage_gain", instrument.VoltageGainRelative * width.Value)], peak.Flags, details));
        }
        if (peak.Charge is { } charge)
        {
            results.Add(OfCurrent("peak_charge", "C", charge, 0,
                KeyValuePair.Create<string, object>("charge_from_volts", peak.ChargeFromVolts), KeyValuePair.Create<string, object>("charge_to_volts", peak.ChargeToVolts)));
        }

        Result OfCurrent(string name, string unit, Estimate value, double offset, params KeyValuePair<string, object>[] more) =>
            Make(name, unit, value.Value, [new("noise", value.Uncertainty), new("current_gain", instrument.CurrentGainRelative * value.Value), new("current_offset", offset)], peak.Flags, [.. details, .. more]);
    }

    static void Add(List<Result> results, PeakPair pair)
    {
        List<KeyValuePair<string, object>> details =
        [
            new("cycle", (double)pair.Cycle), new("anodic_volts", (pair.Forward.IsAnodic ? pair.Forward : pair.Reverse).Potential.Value),
            new("cathodic_volts", (pair.Forward.IsAnodic ? pair.Reverse : pair.Forward).Potential.Value),
        ];
        if (double.IsFinite(pair.RateVoltsPerSecond))
        {
            details.Add(new("rate", pair.RateVoltsPerSecond));
        }
        results.Add(new("peak_separation", pair.CorrectedSeparation, "V") { Flags = pair.Flags, Details = [.. details, new("as_measured", pair.Separation.Value)] });
        results.Add(new("midpoint_potential", pair.Midpoint, "V") { Flags = pair.Flags, Details = details });
        AddIf("peak_height_ratio", pair.HeightRatio, "1");
        AddIf("kinetic_parameter_psi", pair.Psi, "1");
        AddIf("rate_constant", pair.RateConstant, "m/s");

        void AddIf(string name, Estimate? value, string unit)
        {
            if (value is { } found)
            {
                results.Add(new(name, found, unit) { Flags = pair.Flags, Details = details });
            }
        }
    }

    internal static string Word(BaselineKind kind) => kind switch
    {
        BaselineKind.Foot => "foot",
        BaselineKind.ForwardDecay => "forward decay",
        _ => "zero",
    };

    /// <summary>A result whose uncertainty is that of its budget; NaN where a part is not known.</summary>
    static Result Make(string name, string unit, double value, BudgetTerm[] budget, IReadOnlyList<Flag> flags, IReadOnlyList<KeyValuePair<string, object>> details) =>
        new(name, new(value, Combine.Quadrature([.. budget.Select(b => b.Uncertainty)])), unit)
        {
            Budget = [.. budget.Where(b => b.Uncertainty != 0).Select(b => b with { Uncertainty = Math.Abs(b.Uncertainty) })],
            Flags = flags,
            Details = details,
        };
}
