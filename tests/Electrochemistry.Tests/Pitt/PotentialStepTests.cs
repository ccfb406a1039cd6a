using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Pitt;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Uncertainty;
using CsCheck;

namespace CoinRig.Electrochemistry.Tests.Pitt;

/// <summary>Steps of the potential: golden numbers 21, 22 and 42 of the reference page, and exact data.</summary>
[TestClass]
public sealed class PotentialStepTests
{
    [TestMethod]
    public void Slab_ExactCottrellAndLongTime_AreGolden()
    {
        const double q = 0.05, d = 1e-15, l = 1e-6, t = 300;
        Close(4.7828742e-5, q * d / (l * l) * new PotentialStepDecay(ConstantFlux.Slab, double.PositiveInfinity).At(d * t / (l * l)), 1e-7);
        Close(5.1503227e-5, PotentialStepFormulas.CottrellAmperes(q, d, l, t), 1e-7);
        Close(4.7700880e-5, PotentialStepFormulas.LongTimeAmperes(q, d, l, t), 1e-7);
    }

    [TestMethod]
    public void Sphere_Exact_IsGolden() =>
        Close(3.9755091e-5, 3 * 0.05 * 1e-15 / 4e-12 * new PotentialStepDecay(ConstantFlux.Sphere, double.PositiveInfinity).At(1e-15 * 300 / 4e-12), 1e-7);

    [TestMethod]
    public void FirstRoots_AreGolden()
    {
        Close(1.3138377, new PotentialStepDecay(ConstantFlux.Slab, 5).FirstRoot, 1e-7);
        Close(2.5704316, new PotentialStepDecay(ConstantFlux.Sphere, 5).FirstRoot, 1e-7);
    }

    [TestMethod]
    public void Decay_AnyLambda_IsContinuousWhereItsFormsMeet() => Gen.Double[-1, 3].Sample(exponent =>
    {
        foreach (var shape in new[] { ConstantFlux.Sphere, ConstantFlux.Slab })
        {
            var decay = new PotentialStepDecay(shape, Math.Pow(10, exponent));
            Close(decay.At(0.05), decay.At(0.05 + 1e-12), 1e-4);
        }
    });

    [TestMethod]
    public void Decay_OverAllTime_IsTheWholeCharge()
    {
        foreach (var shape in new[] { ConstantFlux.Sphere, ConstantFlux.Slab })
        {
            foreach (var lambda in new[] { 0.3, 5, double.PositiveInfinity })
            {
                var decay = new PotentialStepDecay(shape, lambda);
                var sum = 0.0;
                for (var i = 0; i < 20_000; i++)
                {
                    // theta = u^2 takes the root out of the beginning.
                    var u = (i + 0.5) * 10 / 20_000;
                    sum += decay.At(u * u) * 2 * u * 10 / 20_000;
                }
                Close(1 / shape.MeanRate, sum, 1e-4);
            }
        }
    }

    [TestMethod]
    [DataRow("slab", double.PositiveInfinity)]
    [DataRow("slab", 5.0)]
    [DataRow("sphere", double.PositiveInfinity)]
    [DataRow("sphere", 5.0)]
    [DataRow("sphere", 0.8)]
    public void ExactData_GiveDAndLambda(string name, double lambda)
    {
        var shape = name == "slab" ? ConstantFlux.Slab : ConstantFlux.Sphere;
        const double rate = 2e-4;
        var steps = Analyse(Make(shape, rate, lambda, 4, 20_000, 0, 0), shape);
        Assert.HasCount(4, steps);
        foreach (var step in steps)
        {
            Close(rate, step.Fit!.Rate.Value, 5e-3);
            Close(0.05, step.Fit.Charge.Value, 5e-3);
            Assert.IsTrue(double.IsInfinity(lambda) ? step.Fit.Lambda > 100 : Math.Abs(step.Fit.Lambda / lambda - 1) < 0.02, $"{step.Fit.Lambda}");
            Assert.AreEqual(lambda < 20, step.CottrellFlags.Contains(Flag.KineticsLimited));
            Assert.IsTrue(step.Flags.IsValid(), string.Join(" ", step.Flags.Names()));
            Close(rate, step.LongTimeRate!.Value.Value, 0.02);
            if (double.IsInfinity(lambda))
            {
                Close(rate, step.CottrellRate!.Value.Value, 0.02);
            }
        }
    }

    [TestMethod]
    public void Leak_IsTakenOffAndFlagged()
    {
        var step = Analyse(Make(ConstantFlux.Slab, 2e-4, double.PositiveInfinity, 2, 40_000, 8e-6, 0), ConstantFlux.Slab)[1];
        Assert.IsTrue(step.Flags.Contains(Flag.LeakCurrent));
        Close(8e-6, step.Fit!.LeakAmperes, 1e-2);
        Close(2e-4, step.Fit.Rate.Value, 5e-3);
    }

    [TestMethod]
    public void PhaseChange_ACurrentThatRisesAgain_IsNotDiffusion()
    {
        var made = Make(ConstantFlux.Slab, 2e-4, double.PositiveInfinity, 2, 20_000, 0, 0);
        for (var i = 0; i < made.Amperes.Length; i++)
        {
            var since = made.Seconds[i] - 600;
            made.Amperes[i] += since is > 0 and < 20_000 ? 1e-4 * Math.Exp(-Math.Pow((since - 4000) / 1500, 2)) : 0;
        }
        Assert.IsTrue(Analyse(made, ConstantFlux.Slab)[0].Flags.Contains(Flag.NotDiffusion));
    }

    [TestMethod]
    public void Results_CarryUnitsAndABudgetThatAddsUp()
    {
        var geometry = new ParticleGeometry(ConstantFlux.Slab, new(1e-6, 2e-8), "known", false);
        var results = PotentialSteps.Results(Analyse(Make(ConstantFlux.Slab, 2e-4, 50, 2, 20_000, 0, 1e-8), ConstantFlux.Slab), geometry, new Instrument { CurrentGainRelative = 3e-4 });
        Assert.AreEqual(2, results.Count(r => r.Name == "diffusion_coefficient_pitt" && r.Unit == "m2/s"));
        foreach (var result in results)
        {
            Assert.AreEqual(result.Value.Uncertainty, Combine.Quadrature([.. result.Budget.Select(b => b.Uncertainty)]), 1e-6 * result.Value.Uncertainty, result.Name);
        }
    }

    static IReadOnlyList<PotentialStepResult> Analyse((double[] Seconds, double[] Volts, double[] Amperes) rows, ConstantFlux shape)
    {
        var trace = new Trace(rows.Seconds, rows.Volts, rows.Amperes);
        return PotentialSteps.Of(trace, SegmentSearch.Of(trace), shape);
    }

    static (double[] Seconds, double[] Volts, double[] Amperes) Make(ConstantFlux shape, double rate, double lambda, int count, double held, double leak, double noise)
    {
        var (rows, random, decay) = (new List<(double T, double V, double I)>(), new Random(1), new PotentialStepDecay(shape, lambda));
        for (var t = 0; t <= 600; t += 10)
        {
            rows.Add((t, 3.8, 0));
        }
        for (var i = 0; i < count; i++)
        {
            for (var t = 1.0; t <= held; t += t < 100 ? 1 : 20)
            {
                rows.Add((600 + i * held + t, 3.8 + 0.005 * (i + 1), leak + shape.MeanRate * 0.05 * rate * decay.At(rate * t) + noise * (random.NextDouble() - 0.5)));
            }
        }
        return ([.. rows.Select(r => r.T)], [.. rows.Select(r => r.V)], [.. rows.Select(r => r.I)]);
    }

    static void Close(double expected, double actual, double relative) => Assert.AreEqual(expected, actual, Math.Abs(expected) * relative);
}
