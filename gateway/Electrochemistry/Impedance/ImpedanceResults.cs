using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Electrochemistry.Impedance.Diffusion;
using CoinRig.Electrochemistry.Impedance.Fitting;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Impedance;

/// <summary>Findings as results.</summary>
static class ImpedanceResults
{
    /// <summary>Noise above this is worth a word.</summary>
    const double NoisyResidual = 0.01;

    public static IReadOnlyList<Result> Of(ImpedanceFindings findings, ImpedanceOptions options)
    {
        var (test, fit) = (findings.KramersKronig, findings.Fit);
        Flag[] common =
        [
            .. test.IsStationary ? Array.Empty<Flag>() : [Flag.NotStationary],
            .. findings.InductiveLeftOut > 0 ? [Flag.InductiveLeftOut] : Array.Empty<Flag>(),
        ];
        Flag[] ofTest = [.. common.Where(f => f != Flag.InductiveLeftOut), .. test.IsStationary && test.Largest > NoisyResidual ? [Flag.NoisySpectrum] : Array.Empty<Flag>()];
        List<Result> results =
        [
            new("kramers_kronig_residual", new(test.Rms, double.NaN), "1")
            {
                Flags = ofTest,
                Details = [new("largest", test.Largest), new("trend", test.Trend), new("elements", (double)test.Elements), new("mu", test.Mu), new("points", (double)findings.Spectrum.Count)],
            },
            .. fit.Parameters.Select(p => Parameter(fit, p, findings, options.Instrument, common)),
            .. Polarization(fit, options.Instrument, common),
            .. fit.Arcs.SelectMany(a => ArcResults(fit, a, options.Instrument, common)),
            .. findings.Relaxation.Peaks.Select(p => new Result("relaxation_peak_resistance", p.Resistance, "ohm")
            {
                Flags = [.. common, .. p.IsAtEdge ? [Flag.Edge] : Array.Empty<Flag>()],
                Details = [new("time_constant_seconds", p.Seconds), new("frequency_hertz", p.Hertz), new("lambda", findings.Relaxation.Lambda), new("lambda_per_ohm2", findings.Relaxation.LambdaPerSquareOhm)],
            }),
        ];
        if (options.Electrode is { } electrode)
        {
            results.AddRange(WarburgDiffusion.Of(fit, electrode, options.Instrument).Select(r => r with { Flags = [.. common, .. r.Flags] }));
        }
        return results;
    }

    static Result Parameter(FittedCircuit fit, FittedParameter parameter, ImpedanceFindings findings, Instrument instrument, Flag[] common)
    {
        var isOutside = fit.Arcs.Any(a => !a.IsApexInside && a.Resistance.Name == parameter.Name);
        return WithGains(ParameterNames.Of(parameter.Name), parameter.Value, parameter.Parameter.Unit, ImpedanceGain.HasGain(parameter.Parameter), instrument) with
        {
            Flags = [.. common, .. FitFlags.Of(fit, parameter), .. isOutside ? [Flag.ApexOutside] : Array.Empty<Flag>()],
            Details =
            [
                new("parameter", parameter.Name), new("circuit", fit.Circuit.Text), new("low_95", parameter.Low95), new("high_95", parameter.High95),
                new("correlation", parameter.StrongestCorrelation), new("correlated_with", parameter.CorrelatedWith), new("residual_rms", fit.ResidualRms),
                new("variance_enlargement", fit.VarianceEnlargement), new("passes", (double)fit.Passes), new("circuits_tried", (double)findings.Choice.Candidates.Count),
            ],
        };
    }

    /// <summary>What the arcs add up to: the difference between the ends of the semicircles.</summary>
    static IEnumerable<Result> Polarization(FittedCircuit fit, Instrument instrument, Flag[] common)
    {
        var arcs = fit.Arcs;
        if (arcs.Count == 0)
        {
            yield break;
        }
        var gradient = arcs.Select(a => (fit.Circuit.IndexOf(a.Resistance.Name), a.Resistance.Value.Value)).ToArray();
        var sum = fit.Derived(arcs.Sum(a => a.Resistance.Value.Value), gradient);
        yield return WithGains("polarization_resistance", sum, "ohm", true, instrument) with
        {
            Flags = [.. common, .. IsKnown(sum) ? Array.Empty<Flag>() : [Flag.NotIdentifiable], .. FitFlags.OfFit(fit), .. arcs.All(a => a.IsApexInside) ? Array.Empty<Flag>() : [Flag.ApexOutside]],
            Details = [new("arcs", (double)arcs.Count), new("circuit", fit.Circuit.Text)],
        };
    }

    static IEnumerable<Result> ArcResults(FittedCircuit fit, Arc arc, Instrument instrument, Flag[] common)
    {
        Flag[] FlagsOf(Estimate value) =>
        [
            .. common, .. arc.IsIdentifiable && IsKnown(value) ? Array.Empty<Flag>() : [Flag.NotIdentifiable], .. FitFlags.OfFit(fit), .. arc.IsApexInside ? Array.Empty<Flag>() : [Flag.ApexOutside],
        ];
        Result Made(string name, Estimate value, string unit, string method) => WithGains(name, value, unit, unit == "F", instrument) with
        {
            Flags = FlagsOf(value),
            Details = [new("arc", arc.Name), new("circuit", fit.Circuit.Text), new("apex_hertz", arc.ApexHertz), new("method", method)],
        };
        yield return Made("arc_time_constant", arc.Seconds, "s", "(R Q)^(1/alpha)");
        // Where R and Q are not known a capacitance would be a number without meaning.
        if (arc.IsIdentifiable)
        {
            yield return Made("effective_capacitance", arc.HsuMansfeldFarads, "F", "Hsu-Mansfeld");
            if (arc.BrugFarads is { } brug)
            {
                yield return Made("effective_capacitance_brug", brug, "F", "Brug");
            }
        }
    }

    /// <summary>By the measure that parameters have: an uncertainty of no more than half the value.</summary>
    static bool IsKnown(Estimate value) => value.Uncertainty <= 0.5 * Math.Abs(value.Value);

    static Result WithGains(string name, Estimate value, string unit, bool hasGain, Instrument instrument)
    {
        List<BudgetTerm> budget = [new("fit", value.Uncertainty)];
        if (hasGain)
        {
            budget.Add(new("voltage_gain", value.Value * instrument.VoltageGainRelative));
            budget.Add(new("current_gain", value.Value * instrument.CurrentGainRelative));
        }
        return new(name, new(value.Value, Combine.Quadrature([.. budget.Select(b => b.Uncertainty)])), unit) { Budget = budget };
    }
}
