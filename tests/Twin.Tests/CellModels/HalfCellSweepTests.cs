namespace CoinRig.Twin.Tests;

/// <summary>Cyclic voltammetry of electrochemistry.md 1.4, from rest at x = 0.975.</summary>
[TestClass]
public sealed class HalfCellSweepTests
{
    [TestMethod]
    [DataRow("ncm523-lpo", 0.05e-3, 3.790, 0.1217, 3.699, -0.0800, 3.789, 0.1209)]
    [DataRow("ncm523-lpo", 0.1e-3, 3.8474, 0.2062, 3.6982, -0.1338, 3.8411, 0.1985)]
    [DataRow("ncm523-lpo", 0.2e-3, 3.937, 0.3547, 3.696, -0.2200, 3.920, 0.3243)]
    [DataRow("ncm523-lpo", 0.5e-3, 4.098, 0.751, 3.691, -0.417, 4.063, 0.630)]
    [DataRow("ncm523-pristine", 0.05e-3, 3.854, 0.0776, 3.725, -0.0709, 3.854, 0.0779)]
    [DataRow("ncm523-pristine", 0.1e-3, 3.8982, 0.1235, 3.7006, -0.1173, 3.8981, 0.1242)]
    [DataRow("ncm523-pristine", 0.2e-3, 3.968, 0.1895, 3.667, -0.1809, 3.968, 0.1892)]
    public void CyclicVoltammetry_TabulatedRate_HasTheTabulatedPeaks(
        string set, double rate, double anodic, double anodicCurrent, double cathodic, double cathodicCurrent, double second, double secondCurrent)
    {
        var peaks = Procedures.CyclicVoltammogram(Procedures.Fresh(Procedures.Set(set)), rate);
        AssertPeak(anodic, anodicCurrent, peaks.FirstAnodic);
        AssertPeak(cathodic, cathodicCurrent, peaks.Cathodic);
        AssertPeak(second, secondCurrent, peaks.SecondAnodic);
    }

    [TestMethod]
    [DataRow("ncm523-lpo", 3.85)]
    [DataRow("ncm523-pristine", 3.90)]
    public void CyclicVoltammetry_ThePapersRate_HasThePapersPeaks(string set, double anodic)
    {
        var peaks = Procedures.CyclicVoltammogram(Procedures.Fresh(Procedures.Set(set)), 0.1e-3);
        Assert.AreEqual(anodic, peaks.FirstAnodic.Volts, 10e-3);
        Assert.AreEqual(3.70, peaks.Cathodic.Volts, 10e-3);
    }

    [TestMethod]
    public void CyclicVoltammetry_OneMillivoltASecond_HasNoAnodicPeakBelowTheLimit() =>
        Assert.AreEqual(Procedures.UpperVolts, Procedures.CyclicVoltammogram(Procedures.Fresh(HalfCellParameters.Coated), 1e-3).FirstAnodic.Volts, 1e-3);

    [TestMethod]
    public void AnodicPeak_AnyParameterChanged_Moves()
    {
        var pristine = HalfCellParameters.Pristine;
        var before = Anodic(pristine);
        Assert.AreEqual(before + 0.02, Anodic(pristine with { PotentialShiftVolts = pristine.PotentialShiftVolts + 0.02 }), 4e-3);
        Assert.IsGreaterThan(before + 0.01, Anodic(pristine with { FilmOhmSquareMeters = 2 * pristine.FilmOhmSquareMeters }));
        Assert.IsGreaterThan(before + 0.01, Anodic(pristine with { ExchangeAmperesPerSquareMeter = 0.2 * pristine.ExchangeAmperesPerSquareMeter }));
        Assert.IsGreaterThan(before + 0.003, Anodic(pristine with { DiffusionAtHalfSquareMetersPerSecond = 0.5 * pristine.DiffusionAtHalfSquareMetersPerSecond }));

        static double Anodic(HalfCellParameters parameters)
        {
            var cell = Procedures.Fresh(parameters);
            return Procedures.Sweep(cell, Math.Round(cell.OpenCircuitVolts, 4), Procedures.UpperVolts, 0.1e-3).Volts;
        }
    }

    static void AssertPeak(double volts, double amperesPerGram, (double Volts, double AmperesPerGram) actual)
    {
        Assert.AreEqual(volts, actual.Volts, 5e-3);
        Assert.AreEqual(amperesPerGram, actual.AmperesPerGram, 0.01 * Math.Abs(amperesPerGram));
    }
}
