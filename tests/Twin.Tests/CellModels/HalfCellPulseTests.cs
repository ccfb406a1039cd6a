namespace CoinRig.Twin.Tests;

/// <summary>The pulse of electrochemistry.md 1.4: C/10 for 600 s from equilibrium at x = 0.5, then rest.</summary>
[TestClass]
public sealed class HalfCellPulseTests
{
    static readonly double[] PulseSeconds = [0, 1, 10, 60, 600], RestSeconds = [0, 1, 60, 600, 3600];

    [TestMethod]
    [DataRow("ncm523-lpo", new[] { 3.775181, 3.776203, 3.777094, 3.779117, 3.788528 }, new[] { 3.787515, 3.785380, 3.782890, 3.782403 })]
    [DataRow("ncm523-pristine", new[] { 3.847581, 3.855892, 3.857279, 3.860428, 3.875022 }, new[] { 3.866671, 3.863049, 3.858590, 3.857238 })]
    public void Pulse_FromEquilibrium_HasTheConvergedVoltages(string set, double[] pulse, double[] rest)
    {
        var cell = new HalfCell(Procedures.Set(set), HalfCellGeometry.Reference, Procedures.Bare with { StartComposition = 0.5 });
        Assert.AreEqual(pulse[0], cell.OpenCircuitVolts, 1e-6);
        for (var i = 1; i < PulseSeconds.Length; i++)
        {
            Assert.AreEqual(pulse[i], cell.AdvanceCurrent(0.1 * Procedures.OneCAmperes, PulseSeconds[i] - PulseSeconds[i - 1]), 0.1e-3, $"{PulseSeconds[i]} s");
        }
        for (var i = 1; i < RestSeconds.Length; i++)
        {
            Assert.AreEqual(rest[i - 1], cell.AdvanceCurrent(0, RestSeconds[i] - RestSeconds[i - 1]), 0.1e-3, $"rest {RestSeconds[i]} s");
        }
    }

    [TestMethod]
    [DataRow("ncm523-lpo", 0.32e-3, 0.08)]
    [DataRow("ncm523-pristine", 4.3e-3, 0.04)]
    public void DoubleLayer_AfterAStep_ChargesWithItsTimeConstant(string set, double timeConstantSeconds, double shareOfDiffusion)
    {
        var with = new HalfCell(Procedures.Set(set), HalfCellGeometry.Reference, new() { StartComposition = 0.5 });
        var without = new HalfCell(Procedures.Set(set), HalfCellGeometry.Reference, Procedures.Bare with { StartComposition = 0.5 });
        const double amperes = 0.1 * Procedures.OneCAmperes;
        // At once only the ohmic part, later the same as without.
        Assert.AreEqual(amperes * with.SeriesOhms, with.TerminalVolts(amperes) - with.OpenCircuitVolts, 1e-12);
        for (var i = 0; i < 400; i++)
        {
            with.AdvanceCurrent(amperes, timeConstantSeconds / 100);
            without.AdvanceCurrent(amperes, timeConstantSeconds / 100);
            if (i == 99)
            {
                var transferVolts = without.SurfaceVolts - with.EquilibriumVoltsAt(0.5);
                // Diffusion, which has begun by then, makes it a little slower than the exponential.
                Assert.AreEqual(1 - Math.Exp(-1), (with.SurfaceVolts - with.EquilibriumVoltsAt(0.5)) / transferVolts, shareOfDiffusion);
            }
        }
        Assert.AreEqual(without.SurfaceVolts, with.SurfaceVolts, 0.07 * (without.SurfaceVolts - with.EquilibriumVoltsAt(0.5)));
    }
}
