using CoinRig.Electrochemistry.Impedance;
using CoinRig.Electrochemistry.Impedance.Choice;
using CoinRig.Electrochemistry.Impedance.Circuits;

namespace CoinRig.Electrochemistry.Tests.Impedance;

/// <summary>The circuit that a spectrum supports is the one that it was made of.</summary>
[TestClass]
public sealed class CircuitChoiceTests
{
    [TestMethod]
    [DataRow("R0-p(R1,CPE1)", new[] { 8, 25, 2e-5, 0.88 })]
    [DataRow("R0-p(R1,CPE1)-W1", new[] { 8, 25, 2e-4, 0.88, 4 })]
    [DataRow("R0-p(R1,CPE1)-p(R2,CPE2)", new[] { 8, 25, 2e-5, 0.88, 60, 3e-3, 0.75 })]
    [DataRow("R0-p(R1,CPE1)-p(R2,CPE2)-W1", new[] { 8, 25, 2e-5, 0.88, 60, 3e-3, 0.75, 4 })]
    [DataRow("R0-p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)", new[] { 8, 25, 2e-5, 0.95, 30, 3e-3, 0.9, 40, 0.4, 0.9 })]
    public void Choice_UsualCircuits_PrefersTheTrueOne(string text, double[] values)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var spectrum = SyntheticSpectrum.Of(Circuit.Parse(text), values, SyntheticSpectrum.Hertz(1e4, 1e-3, 60), 0.003, seed);
            var choice = CircuitChoice.Among(spectrum, CircuitChoice.Usual(spectrum));
            Assert.AreEqual(text, choice.Preferred.Fit.Circuit.Text, $"seed {seed}");
        }
    }

    [TestMethod]
    public void Choice_FTest_SeesANeededAndANeedlessArc()
    {
        var choice = CircuitChoice.Among(SyntheticSpectrum.Of(Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)"), [8, 25, 2e-5, 0.88, 60, 3e-3, 0.75], SyntheticSpectrum.Hertz(1e4, 1e-3, 60), 0.003, 1),
            [Circuit.Parse("R0-p(R1,CPE1)"), Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)"), Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)")]);
        CandidateFit Of(int arcs) => choice.Candidates.Single(c => c.Fit.Arcs.Count == arcs);
        Assert.IsTrue(double.IsNaN(Of(1).ExtraProbability));
        Assert.IsLessThan(1e-10, Of(2).ExtraProbability);
        Assert.IsGreaterThan(0.01, Of(3).ExtraProbability);
        Assert.AreEqual(0, choice.Candidates[0].Delta);
    }

    [TestMethod]
    public void Usual_InductiveSpectrum_HasAnInductance()
    {
        Assert.IsTrue(CircuitChoice.Usual(MeasuredSpectra.LithiumIon).All(c => c.Parameters[0].Name == "L0"));
        Assert.IsTrue(CircuitChoice.Usual(MeasuredSpectra.Maccor).All(c => c.Parameters[0].Name == "R0"));
    }
}
