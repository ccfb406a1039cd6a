using System.Numerics;
using CoinRig.Electrochemistry.Impedance;
using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Electrochemistry.Impedance.Fitting;

namespace CoinRig.Electrochemistry.Tests.Impedance;

/// <summary>Fits of circuits to spectra whose truth is known.</summary>
[TestClass]
public sealed class CircuitFitTests
{
    [TestMethod]
    public void Fit_ExactSpectrumWithoutGuess_FindsTheCircuit()
    {
        var fit = CircuitFit.Of(SyntheticSpectrum.Golden, SyntheticSpectrum.OfGolden(0, 1));
        for (var i = 0; i < fit.Parameters.Count; i++)
        {
            Assert.AreEqual(SyntheticSpectrum.GoldenValues[i], fit.Values[i], 1e-8 * SyntheticSpectrum.GoldenValues[i], fit.Parameters[i].Name);
        }
        Assert.IsTrue(fit.IsConverged);
    }

    /// <summary>The reference page: relative uncertainties 2.8, 1.1, 3.0 %, 0.006, 0.2, 0.4 %, 0.002, 0.3 % at 0.3 % noise.</summary>
    [TestMethod]
    public void Fit_NoiseOfThreePerMille_HasTheUncertaintiesOfThePage()
    {
        var fit = CircuitFit.Of(SyntheticSpectrum.Golden, SyntheticSpectrum.OfGolden(0.003, 1));
        double[] expected = [0.028, 0.011, 0.030, 0.006 / 0.88, 0.002, 0.004, 0.002 / 0.75, 0.003];
        for (var i = 0; i < expected.Length; i++)
        {
            var found = fit.Parameters[i].Value;
            Assert.AreEqual(expected[i], found.Relative, 0.3 * expected[i] + 0.0005, fit.Parameters[i].Name);
            Assert.AreEqual(SyntheticSpectrum.GoldenValues[i], found.Value, 3.5 * found.Uncertainty, fit.Parameters[i].Name);
        }
    }

    [TestMethod]
    public void Fit_FairGuess_NeedsFewPasses()
    {
        var guess = SyntheticSpectrum.Golden.Parameters.Select((p, i) => (p.Name, Value: p.IsExponent ? 0.85 : SyntheticSpectrum.GoldenValues[i] * (i % 2 == 0 ? 2 : 0.5)));
        var fit = CircuitFit.Of(SyntheticSpectrum.Golden, SyntheticSpectrum.OfGolden(0.003, 2), new() { Guess = guess.ToDictionary(g => g.Name, g => g.Value) });
        Assert.IsLessThanOrEqualTo(40, fit.Passes);
        Assert.AreEqual(CircuitFit.Of(SyntheticSpectrum.Golden, SyntheticSpectrum.OfGolden(0.003, 2)).SumOfSquares, fit.SumOfSquares, 1e-9 * fit.SumOfSquares);
    }

    [TestMethod]
    [DataRow("L0-R0-p(R1,C1)-p(R2-W2,CPE2)", new[] { 2e-7, 5, 20, 1e-5, 30, 3, 2e-3, 0.9 })]
    [DataRow("R0-p(R1,CPE1)-Wo1", new[] { 5, 20, 1e-4, 0.8, 15, 30 })]
    [DataRow("R0-p(R1,CPE1)-Ws1", new[] { 5, 20, 1e-4, 0.8, 40, 60 })]
    [DataRow("R0-p(R1,L1)-p(R2,CPE2)-C3", new[] { 5, 3, 1e-4, 40, 1e-3, 0.85, 2 })]
    [DataRow("R0-p(R1-p(R2,C2),CPE1)-W1", new[] { 5, 20, 50, 1e-2, 1e-5, 0.9, 4 })]
    [DataRow("R0-CPE1", new[] { 12, 1e-3, 0.93 })]
    [DataRow("p(R1,CPE1)", new[] { 100, 1e-4, 0.8 })]
    public void Fit_AllElementsWithoutGuess_FindsThem(string text, double[] truth)
    {
        var circuit = Circuit.Parse(text);
        var fit = CircuitFit.Of(circuit, SyntheticSpectrum.Of(circuit, truth, SyntheticSpectrum.Hertz(1e5, 1e-3, 65), 1e-6, 3));
        for (var i = 0; i < truth.Length; i++)
        {
            Assert.AreEqual(truth[i], fit.Values[i], 1e-3 * truth[i], fit.Parameters[i].Name);
        }
    }

    [TestMethod]
    public void Fit_Arcs_AreOrderedTheFastOneFirst()
    {
        var guess = new Dictionary<string, double> { ["R0"] = 8, ["R1"] = 60, ["Q1"] = 3e-3, ["alpha1"] = 0.75, ["R2"] = 25, ["Q2"] = 2e-5, ["alpha2"] = 0.88, ["sigma1"] = 4 };
        var fit = CircuitFit.Of(SyntheticSpectrum.Golden, SyntheticSpectrum.OfGolden(0, 1), new() { Guess = guess });
        Assert.AreEqual(25, fit["R1"].Value.Value, 1e-6);
        Assert.IsLessThan(fit.Arcs[1].Seconds.Value, fit.Arcs[0].Seconds.Value);
    }

    /// <summary>tau0 = (R Q)^(1/alpha); Hsu-Mansfeld tau0/R; Brug with R0 in parallel.</summary>
    [TestMethod]
    public void Arcs_Capacitances_AreThoseOfTheFormulas()
    {
        var arc = CircuitFit.Of(SyntheticSpectrum.Golden, SyntheticSpectrum.OfGolden(1e-9, 1)).Arcs[0];
        var tau = Math.Pow(25 * 2e-5, 1 / 0.88);
        Assert.AreEqual(tau, arc.Seconds.Value, 1e-5 * tau);
        Assert.AreEqual(tau / 25, arc.HsuMansfeldFarads.Value, 1e-6 * tau);
        var brug = Math.Pow(2e-5, 1 / 0.88) * Math.Pow(1 / 8.0 + 1 / 25.0, -0.12 / 0.88);
        Assert.AreEqual(brug, arc.BrugFarads!.Value.Value, 1e-5 * brug);
        Assert.IsTrue(arc.IsApexInside);
    }

    /// <summary>Two arcs fitted to one: what is left over is not determined, and says so.</summary>
    [TestMethod]
    public void Fit_OneArcTooMany_IsNotIdentifiable()
    {
        var one = Circuit.Parse("R0-p(R1,CPE1)");
        var fit = CircuitFit.Of(Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)"), SyntheticSpectrum.Of(one, [10, 50, 1e-4, 0.8], SyntheticSpectrum.Hertz(1e4, 0.01, 60), 0.003, 5));
        Assert.IsTrue(fit.Parameters.Any(p => !p.IsIdentifiable || p.IsEntangled));
    }

    /// <summary>Memory is allocated for a fit, not for a pass.</summary>
    [TestMethod]
    public void Fit_FurtherPasses_AllocateNothing()
    {
        var spectrum = SyntheticSpectrum.OfGolden(0.003, 2);
        var guess = SyntheticSpectrum.Golden.Parameters.Select((p, i) => (p.Name, Value: p.IsExponent ? 0.85 : SyntheticSpectrum.GoldenValues[i] * (i % 2 == 0 ? 2 : 0.5))).ToDictionary(g => g.Name, g => g.Value);
        long Allocated(int passes)
        {
            var least = long.MaxValue;
            for (var i = 0; i < 20; i++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                CircuitFit.Of(SyntheticSpectrum.Golden, spectrum, new() { Guess = guess, MostPasses = passes });
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }
            return least;
        }
        Assert.AreEqual(Allocated(2), Allocated(100));
    }

    [TestMethod]
    public void Fit_WrongNamesAndValues_AreRefused()
    {
        var spectrum = SyntheticSpectrum.OfGolden(0, 1);
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => CircuitFit.Of(SyntheticSpectrum.Golden, spectrum, new() { Held = new Dictionary<string, double> { ["R9"] = 1 } })).Message, "it has R0, R1, Q1");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => CircuitFit.Of(SyntheticSpectrum.Golden, spectrum, new() { Guess = new Dictionary<string, double> { ["R0"] = -1 } })).Message, "above zero");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => CircuitFit.Of(SyntheticSpectrum.Golden, spectrum.Where((f, _) => f > 500))).Message, "points");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => CircuitFit.Of(SyntheticSpectrum.Golden, new([.. spectrum.Hertz.Skip(1), 0], spectrum.Ohms))).Message, "frequencies are above zero");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => CircuitFit.Of(SyntheticSpectrum.Golden, new(spectrum.Hertz, [.. spectrum.Ohms.Skip(1), new Complex(double.NaN, 0)]))).Message, "cannot be");
    }
}
