using System.Numerics;
using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Gateway.Tests;

/// <summary>An analysed file with something of every technique, made of plain formulas.</summary>
static class MadeUpAnalysis
{
    const int Cycles = 30;

    /// <summary>One of everything.</summary>
    public static AnalyzedFile Everything(string cell = "ncm523-lpo") => new($"{cell}.mpt", "EC-Lab text")
    {
        CellName = cell,
        IsHalfCell = true,
        Facts = [new("instrument", "VMP3"), new("comment", "first <cell> & \"second\"")],
        Techniques = [Technique.Cycling, Technique.Gitt, Technique.CyclicVoltammetry, Technique.Eis],
        Results = [.. CycleResults(), .. Titration(), .. Interruptions(), .. ScanRates(), .. Resistances()],
        Curves = [.. OverTime(), .. HalfCycles(), .. Differentials(), .. Sweeps(), .. Spectrum(), .. Fade()],
        Settings = [new("charge", "as counted by the instrument"), new("window of the pulse fit", "3 s to 600 s")],
        Warnings = ["line 12: the column 'Temperature' is empty"],
    };

    static IEnumerable<Curve> OverTime()
    {
        double[] t = [.. Enumerable.Range(0, 500).Select(i => i * 360.0)];
        yield return new(CurveKind.Voltage, "", t, [.. t.Select(x => 3.6 + 0.6 * Math.Sin(x / 9000))]);
        yield return new(CurveKind.Current, "", t, [.. t.Select(x => 6e-5 * Math.Sign(Math.Cos(x / 9000)))]);
    }

    static IEnumerable<Curve> HalfCycles() =>
        from cycle in Enumerable.Range(1, Cycles)
        let q = Enumerable.Range(0, 200).Select(i => 2.2 * (1 - 0.01 * cycle) * i / 200).ToArray()
        from isCharge in new[] { true, false }
        select new Curve(CurveKind.HalfCycle, $"{(isCharge ? "charge" : "discharge")} {cycle}", q,
            [.. q.Select(x => isCharge ? 3.5 + 0.3 * x : 4.2 - 0.3 * x - 0.5 * Math.Pow(x / 2.2, 12))]) { Order = cycle };

    static IEnumerable<Result> CycleResults()
    {
        for (var cycle = 1; cycle <= Cycles; cycle++)
        {
            var c = (double)cycle;
            Flag[] first = cycle == 1 ? [Flag.FirstCycle] : [];
            yield return Made("charge_capacity", 6e-4 - 1e-6 * c, 3e-7, "Ah", [], ("cycle", c), ("branch", "charge"));
            yield return Made("discharge_capacity", 5.9e-4 - 1e-6 * c, 3e-7, "Ah", cycle == Cycles ? [Flag.Incomplete] : [], ("cycle", c), ("branch", "discharge"));
            yield return Made("coulombic_efficiency", cycle == 1 ? 0.88 : 0.995 + 0.0001 * c, 2e-4, "1", first, ("cycle", c));
            yield return Made("dqdv_peak_height", 2.1e-3, 1e-5, "Ah/V", [], ("cycle", c), ("branch", "charge"), ("voltage", 3.75));
        }
        yield return Made("fade_per_cycle", -0.0017, 1e-5, "1", [], ("of", "discharge_capacity"));
    }

    static IEnumerable<Curve> Differentials() =>
        from cycle in new[] { 1, 10, 20 }
        let e = Enumerable.Range(0, 150).Select(i => 3.5 + 0.7 * i / 150).ToArray()
        let y = e.Select(x => 1 + 7 * Math.Exp(-Math.Pow((x - 3.75) / 0.03, 2)) * (1 - 0.01 * cycle)).ToArray()
        from kind in new[] { CurveKind.DifferentialCapacity, CurveKind.DifferentialVoltage }
        select new Curve(kind, $"cycle {cycle}", e, y) { Order = cycle };

    static IEnumerable<Result> Titration()
    {
        for (var i = 1; i < 20; i++)
        {
            var soc = i / 20.0;
            (string, object)[] place = [("voltage", 3.5 + 0.6 * soc), ("state_of_charge", soc), ("branch", i % 2 == 0 ? "charge" : "discharge"), ("pulse", (double)i)];
            Flag[] flags = i < 3 ? [Flag.StepTooLarge] : [];
            yield return Made("diffusion_coefficient", 1e-16 * Math.Exp(4 * soc), 2e-17 * soc, "m2/s", flags, place) with
            {
                Budget = [new("fit", 1e-17 * soc), new("geometry", 1.7e-17 * soc)],
            };
            yield return Made("total_polarization", 0.006 + 0.02 * (1 - soc), 2e-5, "V", flags, place);
            yield return Made("instant_overpotential", 0.001, 2e-5, "V", flags, place);
            yield return Made("diffusion_overpotential", 0.005 + 0.02 * (1 - soc), 2e-5, "V", flags, place);
        }
    }

    static IEnumerable<Result> Interruptions() =>
        from i in Enumerable.Range(1, 12)
        from name in new[] { "interruption_resistance", "diffusion_resistance_coefficient" }
        select Made(name, 40 + Math.Abs(i - 6), 0.4, "ohm", [], ("voltage", 3.5 + 0.05 * i), ("branch", "charge"));

    static IEnumerable<Result> Resistances() =>
        from i in Enumerable.Range(1, 12)
        from at in new[] { 1.0, 10.0 }
        select Made("step_resistance", 20 + i + at, 0.1, "ohm", [Flag.ChargeTransferIncluded], ("voltage", 3.5 + 0.05 * i), ("at_seconds", at), ("branch", "charge"));

    static readonly double[] Rates = [5e-5, 1e-4, 2e-4, 5e-4, 1e-3];

    static IEnumerable<Curve> Sweeps() =>
        from rate in Rates
        let e = Enumerable.Range(0, 600).Select(i => i < 300 ? 2.8 + 1.4 * i / 300 : 4.2 - 1.4 * (i - 300) / 300).ToArray()
        select new Curve(CurveKind.Sweep, $"{rate * 1e3} mV/s", e,
            [.. e.Select((x, i) => (i < 300 ? 1 : -0.9) * 0.1 * Math.Sqrt(rate) * Math.Exp(-Math.Pow((x - (i < 300 ? 3.9 : 3.7)) / 0.1, 2)))]) { Order = rate };

    static IEnumerable<Result> ScanRates()
    {
        foreach (var (branch, sign) in new[] { ("anodic", 1.0), ("cathodic", -0.9) })
        {
            foreach (var rate in Rates)
            {
                yield return Made("peak_current", sign * (0.1 * Math.Sqrt(rate) + 1e-5), 2e-6, "A", [], ("branch", branch), ("rate", rate));
            }
            yield return Made("randles_sevcik_slope", sign * 0.1, 1e-3, "A (s/V)^0.5", [], ("branch", branch), ("counted_from", "zero"));
            yield return Made("randles_sevcik_intercept", sign * 1e-5, 2e-6, "A", [], ("branch", branch));
            yield return Made("scan_rate_exponent", 0.52, 0.01, "1", [], ("branch", branch));
        }
    }

    static IEnumerable<Curve> Spectrum()
    {
        double[] f = [.. Enumerable.Range(0, 60).Select(i => 1e5 * Math.Pow(10, -i / 8.0))];
        Complex[] z = [.. f.Select(x => 8 + 25 / (1 + Complex.Pow(Complex.ImaginaryOne * 2 * Math.PI * x * 2e-4, 0.9)) + 60 / (1 + Complex.Pow(Complex.ImaginaryOne * 2 * Math.PI * x * 0.1, 0.8)))];
        foreach (var role in new[] { CurveRole.Measured, CurveRole.Fitted })
        {
            yield return new(CurveKind.Nyquist, "spectrum 1", [.. z.Select(c => c.Real)], [.. z.Select(c => -c.Imaginary)]) { Role = role };
            yield return new(CurveKind.Modulus, "spectrum 1", f, [.. z.Select(c => c.Magnitude)]) { Role = role };
            yield return new(CurveKind.Phase, "spectrum 1", f, [.. z.Select(c => c.Phase * 180 / Math.PI)]) { Role = role };
        }
        yield return new(CurveKind.RealResidual, "spectrum 1", f, [.. f.Select((_, i) => 0.002 * Math.Sin(i))]) { Role = CurveRole.Fitted };
        yield return new(CurveKind.ImaginaryResidual, "spectrum 1", f, [.. f.Select((_, i) => 0.002 * Math.Cos(i))]) { Role = CurveRole.Fitted };
        double[] tau = [.. f.Select(x => 1 / (2 * Math.PI * x))];
        yield return new(CurveKind.RelaxationTimes, "spectrum 1", tau, [.. tau.Select(x => 20 * Math.Exp(-Math.Pow(Math.Log(x / 0.1), 2)))]);
    }

    static IEnumerable<Curve> Fade()
    {
        double[] n = [.. Enumerable.Range(1, 60).Select(i => (double)i)];
        foreach (var (kind, offset) in new[] { (CurveKind.Fade, 0.0), (CurveKind.FadeLower, -0.006), (CurveKind.FadeUpper, 0.006) })
        {
            yield return new(kind, "linear", n, [.. n.Select(x => 3600 * (5.9e-4 - 1e-6 * x) + offset * (1 + x / 30))]) { Role = CurveRole.Fitted };
        }
    }

    static Result Made(string name, double value, double uncertainty, string unit, Flag[] flags, params (string Name, object Value)[] details) => new(name, new Estimate(value, uncertainty), unit)
    {
        Flags = flags,
        Details = [.. details.Select(d => new KeyValuePair<string, object>(d.Name, d.Value))],
    };
}
