using System.Numerics;
using CoinRig.Electrochemistry.Impedance.Circuits;

namespace CoinRig.Electrochemistry.Tests.Impedance;

/// <summary>Circuits as text: golden numbers 15 to 18 and 43 of the reference page, and what is refused.</summary>
[TestClass]
public sealed class CircuitTests
{
    static readonly double[] Golden = [8, 25, 2e-5, 0.88, 60, 3e-3, 0.75, 4];

    [TestMethod]
    [DataRow(1000.0, 19.733351, -10.785707)]
    [DataRow(1.0, 71.725878, -20.907776)]
    [DataRow(1e-3, 143.36971, -50.684782)]
    public void Impedance_TwoArcsAndWarburg_IsGolden(double hertz, double re, double im) =>
        AssertNear(new(re, im), Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)-W1").Impedance(hertz, Golden), 1e-6);

    [TestMethod]
    [DataRow("Ws1", 83.275188, -33.383817)]
    [DataRow("Wo1", 33.004370, -82.328668)]
    public void Impedance_FiniteWarburg_IsGolden(string text, double re, double im) =>
        AssertNear(new(re, im), Circuit.Parse(text).Impedance(0.01, [100, 20]), 1e-6);

    /// <summary>A semi-infinite Warburg element as a ladder of 37 RC elements and two ends: the trapezoidal rule on its distribution of time constants.</summary>
    [TestMethod]
    public void Impedance_LadderOfManyElements_IsAWarburgElement()
    {
        const int perDecade = 3;
        var step = Math.Log(10) / perDecade;
        var taus = Enumerable.Range(0, 12 * perDecade + 1).Select(k => 1e-6 * Math.Exp(k * step)).ToArray();
        var ladder = Circuit.Parse("R0-C0-" + string.Join('-', taus.Select((_, k) => $"p(R{k + 1},C{k + 1})")));
        double[] parameters =
        [
            2 / Math.PI * Math.Sqrt(taus[0] * Math.Exp(-step / 2)),
            Math.PI * Math.Sqrt(taus[^1] * Math.Exp(step / 2)) / 2,
            .. taus.SelectMany(tau => new[] { step / Math.PI * Math.Sqrt(tau), tau / (step / Math.PI * Math.Sqrt(tau)) }),
        ];
        for (var decade = -3.0; decade <= 3; decade += 0.25)
        {
            var hertz = Math.Pow(10, decade);
            AssertNear(1 / Complex.Sqrt(new(0, 2 * Math.PI * hertz)), ladder.Impedance(hertz, parameters), 3e-4);
        }
    }

    [TestMethod]
    public void Parse_Parameters_AreNamedAsTheFieldWritesThem() => CollectionAssert.AreEqual(
        new[] { "L0", "R0", "R1", "Q1", "alpha1", "R2", "sigma2", "C2", "Rw3", "tau3", "Rw4", "tau4" },
        Circuit.Parse("L0 - R0 - p(R1,CPE1) - p(R2-W2, C2) - Wo3 - Ws4").Parameters.Select(p => p.Name).ToArray());

    [TestMethod]
    [DataRow("", 1, "ends here")]
    [DataRow("R0-", 4, "ends here")]
    [DataRow("R0--R1", 4, "found '-'")]
    [DataRow("R0-p(R1,CPE1", 13, "opens at character 4 is missing")]
    [DataRow("R0-p(R1)", 4, "two parts")]
    [DataRow("R0)", 3, "closes nothing")]
    [DataRow("R0-X1", 4, "R, C, L, CPE, W, Wo, Ws")]
    [DataRow("R0-p R1", 6, "after 'p' comes '('")]
    [DataRow("R0-R0", 4, "another number")]
    [DataRow("Wo1-Ws1", 5, "Rw1")]
    [DataRow("R0+R1", 3, "found '+'")]
    [DataRow("R0-p(R1;C1)", 8, "found ';'")]
    public void Parse_NoCircuit_SaysWhereAndWhatIsAllowed(string text, int position, string problem)
    {
        var error = Assert.ThrowsExactly<CircuitFormatException>(() => Circuit.Parse(text));
        Assert.AreEqual(position, error.Position, error.Message);
        StringAssert.Contains(error.Message, problem);
    }

    static void AssertNear(Complex expected, Complex actual, double relative) =>
        Assert.IsLessThan(relative * expected.Magnitude, (actual - expected).Magnitude, $"{actual} instead of {expected}");
}
