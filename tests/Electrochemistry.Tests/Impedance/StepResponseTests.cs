using CoinRig.Electrochemistry.Impedance;
using CoinRig.Electrochemistry.Impedance.Circuits;

namespace CoinRig.Electrochemistry.Tests.Impedance;

/// <summary>Golden numbers 11 to 14 of the reference page: what circuits answer to a step of current.</summary>
[TestClass]
public sealed class StepResponseTests
{
    [TestMethod]
    [DataRow("R0-p(R1,C1)", new[] { 10, 50, 2e-3 }, 0.05, 29.673467)]
    [DataRow("W1", new[] { 40 / 1.4142135623730951 }, 0.05, 10.092530)]
    [DataRow("R0-p(R1-W1,C1)", new[] { 10, 50, 40 / 1.4142135623730951, 2e-3 }, 0.05, 30.140178)]
    [DataRow("Ws1", new[] { 100.0, 20 }, 3.0, 43.694996)]
    public void Step_OfCircuit_IsGolden(string text, double[] parameters, double seconds, double ohms) =>
        Assert.AreEqual(ohms, StepResponse.Ohms(Circuit.Parse(text), parameters, seconds), 1e-6 * ohms);

    /// <summary>R_W [t/tau + 1/3 - 2/pi^2 sum exp(-n^2 pi^2 t/tau)/n^2].</summary>
    [TestMethod]
    public void Step_OfReflectiveWarburg_IsTheSeries()
    {
        var series = 3 / 20.0 + 1 / 3.0 - 2 / (Math.PI * Math.PI) * Enumerable.Range(1, 60).Sum(n => Math.Exp(-n * n * Math.PI * Math.PI * 3 / 20) / (n * n));
        Assert.AreEqual(100 * series, StepResponse.Ohms(Circuit.Parse("Wo1"), [100, 20], 3), 1e-6);
    }
}
