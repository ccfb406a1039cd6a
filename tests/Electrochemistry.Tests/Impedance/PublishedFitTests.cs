using CoinRig.Electrochemistry.Impedance;
using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Electrochemistry.Impedance.Fitting;

namespace CoinRig.Electrochemistry.Tests.Impedance;

/// <summary>Fits of recorded spectra against what their notes say, and what a peer prints.</summary>
[TestClass]
public sealed class PublishedFitTests
{
    static readonly FitOptions AsThePeer = new() { Weighting = Weighting.Unit, EnlargeForCorrelatedResiduals = false };

    const string WarburgInSecondArc = "R0-p(R1,C1)-p(R2-Wo1,C2)";

    /// <summary>
    /// impedance.py's guide prints rounded values of a place where its descent stopped: Z0 6.31e-2, tau 233. From the start values of the guide the least sum of
    /// squares lies at 6.370e-2 and 237.8.
    /// </summary>
    [TestMethod]
    public void Fit_LithiumIonCellFromThePeersGuess_GoesOnWhereThePeerStopped()
    {
        var guess = new Dictionary<string, double> { ["R0"] = 0.01, ["R1"] = 0.01, ["C1"] = 100, ["R2"] = 0.01, ["Rw1"] = 0.05, ["tau1"] = 100, ["C2"] = 1 };
        var fit = CircuitFit.Of(Circuit.Parse(WarburgInSecondArc), MeasuredSpectra.LithiumIonCapacitive, AsThePeer with { Guess = guess });
        Near(fit, "R0", 1.65186e-2, 0.01, 1.5e-4);
        Near(fit, "R1", 8.67858e-3, 0.01, 1.9e-4);
        Near(fit, "C1", 3.32176, 0.01, 0.19);
        Near(fit, "R2", 5.39038e-3, 0.01, 2.1e-4);
        Near(fit, "C2", 0.219530, 0.01, 0.0175);
        Near(fit, "Rw1", 6.37029e-2, 0.03, 2.0e-3);
        Near(fit, "tau1", 237.847, 0.05, 17);
        Assert.AreEqual(1.94275e-5, fit.SumOfSquares, 1e-9);
    }

    /// <summary>
    /// That is not the least of all: with the other arc before the diffusion the sum of squares is a quarter lower, and the end of the diffusion is not in the data.
    /// </summary>
    [TestMethod]
    public void Fit_LithiumIonCellWithoutGuess_FindsALowerMinimum()
    {
        var fit = CircuitFit.Of(Circuit.Parse(WarburgInSecondArc), MeasuredSpectra.LithiumIonCapacitive, AsThePeer);
        Assert.AreEqual(1.4031e-5, fit.SumOfSquares, 1e-8);
        Assert.IsLessThan(fit["R2"].Value.Value, fit["R1"].Value.Value);
        Assert.IsTrue(fit["Rw1"].IsEntangled && !fit["Rw1"].IsIdentifiable && !fit["tau1"].IsIdentifiable);
    }

    [TestMethod]
    public void Fit_TwoParametersHeld_IsWhatThePeerPrints()
    {
        var fit = CircuitFit.Of(Circuit.Parse("R0-p(R1,C1)-p(R2,C2)-Wo1"), MeasuredSpectra.LithiumIonCapacitive,
            AsThePeer with { Held = new Dictionary<string, double> { ["R0"] = 0.02, ["tau1"] = 200 } });
        var swapped = fit["R1"].Value.Value < fit["R2"].Value.Value;
        Near(fit, swapped ? "R2" : "R1", 6.79234e-3, 0.005, 1.08e-3);
        Near(fit, swapped ? "C2" : "C1", 5.61747, 0.005, 1.96);
        Near(fit, swapped ? "R1" : "R2", 3.90920e-3, 0.005, 1.09e-3);
        Near(fit, swapped ? "C1" : "C2", 1.36044, 0.005, 0.261);
        Near(fit, "Rw1", 5.88241e-2, 0.005, 1.25e-3);
        Assert.AreEqual(0, fit["R0"].Value.Uncertainty);
    }

    [TestMethod]
    public void Fit_NoisyEcLabSpectrum_IsAsNoted()
    {
        var fit = CircuitFit.Of(Circuit.Parse("R0-p(R1,CPE1)"), MeasuredSpectra.BioLogic, AsThePeer);
        Near(fit, "R0", 63.72, 0.27 / 63.72, 0.27);
        Near(fit, "R1", 47.79, 0.61 / 47.79, 0.61);
        Near(fit, "Q1", 9.27e-3, 0.02, double.NaN);
        Near(fit, "alpha1", 0.926, 0.02, double.NaN);
        Assert.AreEqual(1.76, Math.Sqrt(fit.SumOfSquares / fit.Spectrum.Count), 0.02);
    }

    /// <summary>The truth of this synthetic spectrum is 10, 50 ohm, 0.1 s, 0.8; its noise is eight times what its authors say.</summary>
    [TestMethod]
    public void Fit_NoisyZarc_HoldsTheTruth()
    {
        var fit = CircuitFit.Of(Circuit.Parse("R0-p(R1,CPE1)"), MeasuredSpectra.NoisyZarc, AsThePeer);
        Near(fit, "R0", 10.06, 0.01, 0.60);
        Near(fit, "R1", 49.94, 0.005, 1.40);
        var tau = fit.Arcs[0].Seconds;
        Assert.AreEqual(0.0992, tau.Value, 0.001);
        Assert.AreEqual(0.0089, tau.Uncertainty, 0.0006);
        Assert.AreEqual(10, fit["R0"].Value.Value, 3 * fit["R0"].Value.Uncertainty);
        Assert.AreEqual(50, fit["R1"].Value.Value, 3 * fit["R1"].Value.Uncertainty);
        Assert.AreEqual(0.1, tau.Value, 3 * tau.Uncertainty);
        Assert.AreEqual(0.8, fit["alpha1"].Value.Value, 3 * fit["alpha1"].Value.Uncertainty);
        Assert.AreEqual(0.038, fit["alpha1"].Value.Uncertainty, 0.002);
    }

    static void Near(FittedCircuit fit, string name, double value, double relative, double uncertainty)
    {
        Assert.AreEqual(value, fit[name].Value.Value, relative * value, name);
        if (double.IsFinite(uncertainty))
        {
            Assert.AreEqual(uncertainty, fit[name].Value.Uncertainty, 0.05 * uncertainty, $"uncertainty of {name}");
        }
    }
}
