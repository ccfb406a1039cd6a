using System.Numerics;
using CoinRig.Electrochemistry.Impedance;
using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Electrochemistry.Impedance.Comparison;
using CoinRig.Electrochemistry.Impedance.Fitting;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;
using CsCheck;

namespace CoinRig.Electrochemistry.Tests.Impedance;

/// <summary>From a spectrum to results.</summary>
[TestClass]
public sealed class ImpedanceAnalysisTests
{
    static readonly ImpedanceOptions Golden = new() { Circuits = [SyntheticSpectrum.Golden.Text] };

    [TestMethod]
    public void Results_OfCleanSpectrum_AreValidAndHaveTheirBudget()
    {
        var instrument = new Instrument { VoltageGainRelative = 3e-4, CurrentGainRelative = 4e-4 };
        var results = ImpedanceAnalysis.Of(SyntheticSpectrum.OfGolden(0.003, 1), Golden with { Instrument = instrument }).Results;
        var r2 = results.Single(r => r.Name == "impedance_r2");
        Assert.AreEqual(60, r2.Value.Value, 4 * r2.Value.Uncertainty);
        Assert.AreEqual(r2.Value.Uncertainty, Combine.Quadrature([.. r2.Budget.Select(b => b.Uncertainty)]), 1e-12);
        Assert.AreEqual(3e-4 * r2.Value.Value, r2.Budget.Single(b => b.Input == "voltage_gain").Uncertainty, 1e-9);
        Assert.HasCount(1, results.Single(r => r.Name == "impedance_alpha2").Budget);
        Assert.AreEqual(85, results.Single(r => r.Name == "polarization_resistance").Value.Value, 1);
        Assert.HasCount(2, results.Where(r => r.Name == "effective_capacitance").ToList());
        Assert.IsTrue(results.All(r => r.IsValid), string.Join("; ", results.Where(r => !r.IsValid).Select(r => $"{r.Name}: {string.Join(", ", r.Flags.Names())}")));
    }

    [TestMethod]
    public void Results_OfDriftingCell_AreInvalid()
    {
        var clean = SyntheticSpectrum.OfGolden(0.003, 1);
        var drifted = new Spectrum(clean.Hertz, [.. clean.Ohms.Select((z, i) => z * (1 + 0.2 * i / 59.0 * (i > 30 ? 1 : 0)))]);
        Assert.IsTrue(ImpedanceAnalysis.Of(drifted, Golden).Results.All(r => r.Flags.Contains(Flag.NotStationary)));
    }

    [TestMethod]
    public void Results_InductivePoints_AreLeftOutWhereNoCircuitHasAnInductance()
    {
        var without = ImpedanceAnalysis.Of(MeasuredSpectra.LithiumIon, new() { Circuits = ["R0-p(R1,CPE1)-p(R2,CPE2)-W1"] });
        Assert.AreEqual(9, without.InductiveLeftOut);
        CollectionAssert.Contains(without.Results.Single(r => r.Name == "impedance_r0").Flags.ToArray(), Flag.InductiveLeftOut);
        Assert.AreEqual(0, ImpedanceAnalysis.Of(MeasuredSpectra.LithiumIon).InductiveLeftOut);
    }

    [TestMethod]
    public void Results_OfRecordedSpectra_AreThere()
    {
        foreach (var spectrum in new[] { MeasuredSpectra.LithiumIon, MeasuredSpectra.BioLogic, MeasuredSpectra.NoisyZarc, MeasuredSpectra.Gamry, MeasuredSpectra.Cycle(1), MeasuredSpectra.Cycle(2), MeasuredSpectra.Maccor })
        {
            var findings = ImpedanceAnalysis.Of(spectrum);
            Assert.IsTrue(findings.Fit.IsConverged);
            Assert.IsTrue(findings.Results.All(r => double.IsFinite(r.Value.Value)));
        }
    }

    /// <summary>R2 grows by a tenth from cycle 1 to cycle 100; nothing else does.</summary>
    [TestMethod]
    public void Comparison_OfTwoSpectra_SeesWhatChanged()
    {
        var aged = SyntheticSpectrum.GoldenValues.ToArray();
        aged[4] *= 1.1;
        var before = CircuitFit.Of(SyntheticSpectrum.Golden, SyntheticSpectrum.OfGolden(0.003, 1));
        var after = CircuitFit.Of(SyntheticSpectrum.Golden, SyntheticSpectrum.Of(SyntheticSpectrum.Golden, aged, SyntheticSpectrum.Hertz(1e3, 1e-3, 60), 0.003, 2));
        var changes = SpectrumComparison.Of(before, after, new() { VoltageGainRelative = 0.01 });
        var r2 = changes.Single(c => c.Name == "R2");
        Assert.AreEqual(6, r2.Difference.Value, 3 * r2.Difference.Uncertainty);
        Assert.AreEqual(1.1, r2.Ratio.Value, 3 * r2.Ratio.Uncertainty);
        Assert.IsTrue(r2.IsSignificant);
        Assert.IsLessThan(0.01, r2.Ratio.Uncertainty, "a common gain does not enter a ratio");
        Assert.IsFalse(changes.Single(c => c.Name == "R1").IsSignificant);
        Assert.AreEqual("impedance_r2_change", SpectrumComparison.Results(before, after, Instrument.Unknown)[4].Name);
    }

    [TestMethod]
    public void Comparison_OfDifferentCircuits_IsRefused()
    {
        var spectrum = SyntheticSpectrum.OfGolden(0.003, 1);
        var error = Assert.ThrowsExactly<ArgumentException>(() => SpectrumComparison.Of(CircuitFit.Of(SyntheticSpectrum.Golden, spectrum), CircuitFit.Of(Circuit.Parse("R0-p(R1,CPE1)"), spectrum), Instrument.Unknown));
        StringAssert.Contains(error.Message, "one circuit");
    }

    /// <summary>Ohms times c: resistances and sigma times c, Q over c. Frequencies times c: times over c. Order: nothing.</summary>
    [TestMethod]
    public void Fit_ScaledShuffledSpectra_FollowTheirLaws() => Gen.Select(Gen.Int[1, 1000], Gen.Double[-3, 4], Gen.Double[-2, 2]).Sample((seed, logOhms, logHertz) =>
    {
        var (ohms, hertz) = (Math.Pow(10, logOhms), Math.Pow(10, logHertz));
        var plain = SyntheticSpectrum.OfGolden(0.003, seed);
        var order = Enumerable.Range(0, plain.Count).OrderBy(i => (i * 37 + seed) % 61).ToArray();
        var other = new Spectrum([.. order.Select(i => plain.Hertz[i] * hertz)], [.. order.Select(i => plain.Ohms[i] * ohms)]);
        var (a, b) = (CircuitFit.Of(SyntheticSpectrum.Golden, plain), CircuitFit.Of(SyntheticSpectrum.Golden, other));
        Near(a["R0"].Value.Value * ohms, b["R0"].Value.Value, 1e-3);
        Near(a["R2"].Value.Value * ohms, b["R2"].Value.Value);
        Near(a["alpha2"].Value.Value, b["alpha2"].Value.Value);
        Near(a["sigma1"].Value.Value * ohms * Math.Sqrt(hertz), b["sigma1"].Value.Value);
        Near(a.Arcs[1].Seconds.Value / hertz, b.Arcs[1].Seconds.Value);
        Near(a["R2"].Value.Relative, b["R2"].Value.Relative, 1e-3);
    }, iter: 25, seed: "0000000000001");

    [TestMethod]
    public void Fit_ShuffledSpectrum_IsTheSameToTheBit()
    {
        var plain = SyntheticSpectrum.OfGolden(0.003, 4);
        var reversed = new Spectrum([.. plain.Hertz.Reverse()], [.. plain.Ohms.Reverse()]);
        CollectionAssert.AreEqual(CircuitFit.Of(SyntheticSpectrum.Golden, plain).Values, CircuitFit.Of(SyntheticSpectrum.Golden, reversed).Values);
    }

    static void Near(double expected, double actual, double relative = 1e-4) => Assert.AreEqual(expected, actual, relative * expected);
}
