using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>
/// Voltammograms at several scan rates: Randles and Sevcik's line with a free intercept, the exponent b, and the separation of the current, for each branch. The rates may stand in one file or in several.
/// </summary>
public static class ScanRateStudy
{
    const int FewestRates = 3;
    const int WantedRates = 4;
    const double WantedRatio = 9.5;
    const double SameRate = 0.02;
    const double Significant = 3;
    const double SmallestIntercept = 1e-3;
    const double SmallestBaseline = 1e-3;
    const double GrowingVoltsPerDecade = 0.005;

    /// <summary>The study of each branch that has peaks at three rates or more; empty where none has.</summary>
    /// <param name="voltammograms">One or more rates each.</param>
    /// <param name="options">Area, concentration, length.</param>
    public static IReadOnlyList<RateStudy> Of(IReadOnlyList<Voltammogram> voltammograms, ScanRateOptions? options = null) =>
        [.. new[] { true, false }.Select(anodic => Branch(voltammograms, options ?? new(), anodic)).OfType<RateStudy>()];

    static RateStudy? Branch(IReadOnlyList<Voltammogram> voltammograms, ScanRateOptions options, bool isAnodic)
    {
        var rates = SweepsByRate(voltammograms, isAnodic);
        if (rates.Count < FewestRates)
        {
            return null;
        }
        var given = voltammograms[0].Options;
        var counted = Counted(rates);
        var points = rates.Select(r => Point(r, counted)).ToList();
        var roots = points.Select(p => Math.Sqrt(p.RateVoltsPerSecond)).ToArray();
        var line = RateLine.Of(roots, [.. points.Select(p => p.Current.Value)], [.. points.Select(p => p.Current.Uncertainty)]);
        var offset = given.Instrument.CurrentOffsetAmperes;
        var power = RateLine.Of([.. points.Select(p => Math.Log(p.RateVoltsPerSecond))], [.. points.Select(p => Math.Log(Math.Abs(p.Current.Value)))], [.. points.Select(p => Combine.Quadrature(p.Current.Uncertainty, offset) / Math.Abs(p.Current.Value))]);
        var depth = Depth(points, options, given);
        List<Flag> flags = [];
        AddIf(line.IsBent, Flag.SqrtRateNotLinear);
        AddIf(HasIntercept(line, points, given.Instrument), Flag.InterceptNotZero);
        AddIf(IsNotSemiInfinite(points, power.Slope, depth, options, given), Flag.NotSemiInfinite);
        AddIf(IsIrreversible(voltammograms, rates), Flag.KineticsLimited);
        AddIf(rates.Any(r => r.Any(s => s.MainPeak!.Flags.Contains(Flag.SampledAtStepEnd))), Flag.SampledAtStepEnd);
        AddIf(points.Count < WantedRates || points[^1].RateVoltsPerSecond < WantedRatio * points[0].RateVoltsPerSecond, Flag.FewScanRates);
        AddIf(given.SeriesOhms is null, Flag.ResistanceNotCorrected);
        var study = new RateStudy
        {
            IsAnodic = isAnodic,
            Points = points,
            CountedFrom = counted,
            PeakLine = line,
            Exponent = power.Slope,
            Separation = CurrentSeparation.Of([.. rates.Select(r => r[^1])], given.SeriesOhms?.Value ?? 0, options.SeparationPoints),
            LargestDepth = depth,
            Flags = flags,
        };
        return WithDiffusion(study, options, given);

        void AddIf(bool condition, Flag flag)
        {
            if (condition)
            {
                flags.Add(flag);
            }
        }
    }

    /// <summary>Sweeps with a peak, together where their rates are the same within 2 %. The first cycle of a recording begins from another state, so it is left out where there are others.</summary>
    static List<List<MeasuredSweep>> SweepsByRate(IReadOnlyList<Voltammogram> voltammograms, bool isAnodic)
    {
        var sweeps = voltammograms.SelectMany(v => v.Sweeps.Where((s, i) => i >= 2 || !v.Sweeps.Skip(i + 1).Any(o => Alike(o, s) && HasPeak(o))))
            .Where(s => s.Sweep.IsAnodic == isAnodic && s.Sweep.Rate.Value > 0 && HasPeak(s)).OrderBy(s => s.Sweep.Rate.Value);
        List<List<MeasuredSweep>> rates = [];
        foreach (var sweep in sweeps)
        {
            if (rates is [.., var last] && sweep.Sweep.Rate.Value < (1 + SameRate) * last[0].Sweep.Rate.Value)
            {
                last.Add(sweep);
            }
            else
            {
                rates.Add([sweep]);
            }
        }
        return rates;

        static bool Alike(MeasuredSweep a, MeasuredSweep b) => a.Sweep.IsAnodic == b.Sweep.IsAnodic && Math.Abs(a.Sweep.Rate.Value / b.Sweep.Rate.Value - 1) < SameRate;

        static bool HasPeak(MeasuredSweep sweep) => sweep.MainPeak is { } peak && !peak.Flags.Contains(Flag.PeakAtLimit);
    }

    /// <summary>A baseline that every peak has is taken off where it stands out of its own doubt in most of them, and is above a thousandth of the peak.</summary>
    static BaselineKind Counted(List<List<MeasuredSweep>> rates)
    {
        var peaks = rates.SelectMany(r => r).Select(s => s.MainPeak!).ToList();
        var kind = peaks[0].Baseline;
        return peaks.All(p => p.Baseline == kind && p.Height is not null)
            && 2 * peaks.Count(p => Math.Abs(p.BaselineAmperes!.Value) > Math.Max(Significant * p.Height!.Value.Uncertainty, SmallestBaseline * Math.Abs(p.Current.Value))) > peaks.Count ? kind : BaselineKind.None;
    }

    static RatePoint Point(List<MeasuredSweep> sweeps, BaselineKind counted)
    {
        var peaks = sweeps.Select(s => s.MainPeak!).ToList();
        var widths = peaks.Select(p => p.HalfPeakWidth).OfType<Estimate>().ToList();
        var charges = peaks.Select(p => p.ChargeToPeakCoulombs).OfType<double>().ToList();
        return new(sweeps.Average(s => s.Sweep.Rate.Value), Mean([.. peaks.Select(p => p.Potential)]),
            Mean([.. peaks.Select(p => counted == BaselineKind.None ? p.Current : p.Height!.Value)]),
            widths.Count > 0 ? Mean(widths) : null, charges.Count > 0 ? charges.Average(Math.Abs) : null, sweeps.Count);
    }

    static Estimate Mean(List<Estimate> values) => new(values.Average(v => v.Value), Combine.Quadrature([.. values.Select(v => v.Uncertainty)]) / values.Count);

    /// <summary>An intercept below a thousandth of the largest current is of no use to anybody, and an offset of the current is no news.</summary>
    static bool HasIntercept(RateLine line, List<RatePoint> points, Instrument instrument) =>
        Math.Abs(line.Intercept.Value) > Significant * Combine.Quadrature(line.Intercept.Uncertainty, instrument.CurrentOffsetAmperes)
        && Math.Abs(line.Intercept.Value) > SmallestIntercept * points.Max(p => Math.Abs(p.Current.Value));

    static double? Depth(List<RatePoint> points, ScanRateOptions options, VoltammetryOptions given) =>
        options is { AreaSquareMeters: { } area, ConcentrationMolesPerCubicMeter: { } concentration, LengthMeters: { } length } && points.Max(p => p.ChargeToPeak) is { } charge
            ? SemiInfinite.Depth(charge, given.Electrons, area.Value, concentration.Value, length) : null;

    static bool IsNotSemiInfinite(List<RatePoint> points, Estimate exponent, double? depth, ScanRateOptions options, VoltammetryOptions given) =>
        depth > SemiInfinite.LargestDepth || SemiInfinite.IsOffExponent(exponent)
        || options.LengthMeters is not null && 2 * points.Count(p => p.HalfPeakWidth is { } width && SemiInfinite.IsTooWide(width, given.ElectronsPerThermalVolt)) > points.Count;

    /// <summary>Most pairs are too far apart for a reversible wave, or the separation grows with the rate.</summary>
    static bool IsIrreversible(IReadOnlyList<Voltammogram> voltammograms, List<List<MeasuredSweep>> rates)
    {
        var pairs = voltammograms.SelectMany(v => v.Pairs).Where(p => rates.Any(r => r.Any(s => s.MainPeak == p.Forward || s.MainPeak == p.Reverse)) && p.RateVoltsPerSecond > 0).ToList();
        if (pairs.Count < FewestRates)
        {
            return false;
        }
        var line = RateLine.Of([.. pairs.Select(p => Math.Log10(p.RateVoltsPerSecond))], [.. pairs.Select(p => p.CorrectedSeparation.Value)], [.. pairs.Select(p => p.CorrectedSeparation.Uncertainty)]);
        return 2 * pairs.Count(p => p.Flags.Contains(Flag.NotReversible)) > pairs.Count
            || line.Slope.Value > Math.Max(GrowingVoltsPerDecade, Significant * line.Slope.Uncertainty);
    }

    static RateStudy WithDiffusion(RateStudy study, ScanRateOptions options, VoltammetryOptions given)
    {
        if (options.AreaSquareMeters is not { } area || options.ConcentrationMolesPerCubicMeter is not { } concentration)
        {
            return study;
        }
        var slope = study.PeakLine.Slope;
        var d = RandlesSevcik.Diffusion(slope.Value, area.Value, concentration.Value, given.Electrons, given.TemperatureKelvin);
        BudgetTerm[] budget =
        [
            new("slope", 2 * d * slope.Relative), new("current_gain", 2 * d * given.Instrument.CurrentGainRelative), new("voltage_gain", d * given.Instrument.VoltageGainRelative),
            new("area", 2 * d * area.Relative), new("concentration", 2 * d * concentration.Relative),
        ];
        return study with { ApparentDiffusion = new(d, Combine.Quadrature([.. budget.Select(b => b.Uncertainty)])), Budget = budget };
    }
}
