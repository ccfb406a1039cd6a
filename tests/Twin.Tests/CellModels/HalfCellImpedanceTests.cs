using System.Numerics;

namespace CoinRig.Twin.Tests;

/// <summary>The half cell at x = 0.5 under a small alternating current, against the closed formula of electrochemistry.md 1.2.</summary>
[TestClass]
public sealed class HalfCellImpedanceTests
{


    [TestMethod]
    [DataRow("ncm523-lpo", 100, 10.238178, -0.44399748)]
    [DataRow("ncm523-lpo", 1, 11.813101, -1.6382396)]
    [DataRow("ncm523-lpo", 0.001, 60.161290, -62.405878)]
    [DataRow("ncm523-pristine", 100, 110.61213, -5.6638646)]
    [DataRow("ncm523-pristine", 1, 128.38085, -3.1353351)]
    [DataRow("ncm523-pristine", 0.001, 204.29384, -94.307101)]
    public void Formula_GoldenFrequencies_GivesTheGoldenImpedance(string set, double hertz, double real, double imaginary)
    {
        // Golden rows 34 and 35, so that the formula may judge the model.
        var expected = new Complex(real, imaginary);
        Assert.IsLessThan(1e-6, Complex.Abs(Formula(Procedures.Set(set), hertz) - expected) / Complex.Abs(expected));
    }

    [TestMethod]
    [DataRow("ncm523-lpo")]
    [DataRow("ncm523-pristine")]
    public void Model_OneMillihertzToHundredHertz_HasTheImpedanceOfTheFormulaWithinTwoPercent(string set)
    {
        foreach (var hertz in new[] { 1e-3, 1e-2, 0.1, 1, 10, 100 })
        {
            var expected = Formula(Procedures.Set(set), hertz);
            var error = Complex.Abs(Measured(Procedures.Set(set), hertz) - expected) / Complex.Abs(expected);
            Assert.IsLessThan(0.02, error, $"{hertz} Hz");
        }
    }

    static Complex Formula(HalfCellParameters p, double hertz)
    {
        const double thermalVolts = 25.692579e-3, x = 0.5;
        var geometry = HalfCellGeometry.Reference;
        var area = geometry.ActiveAreaSquareMeters(p.DensityKilogramsPerCubicMeter);
        var capacity = p.SpecificCapacityCoulombsPerKilogram * geometry.MassKilograms;
        Ncm523Potential.Volts(x, out var slope);
        var s = new Complex(0, 2 * Math.PI * hertz);
        var diffusion = p.DiffusionAtHalfSquareMetersPerSecond;
        var beta = geometry.RadiusMeters * Complex.Sqrt(s / diffusion);
        // Complex.Tanh overflows for large arguments.
        var tanh = beta.Real > 20 ? Complex.One : Complex.Tanh(beta);
        var particle = -slope / capacity * geometry.RadiusMeters * geometry.RadiusMeters / (3 * diffusion) * tanh / (beta - tanh);
        var transfer = thermalVolts / (p.ExchangeAmperesPerSquareMeter * area);
        return p.FilmOhmSquareMeters / geometry.AreaSquareMeters + 1 / (s * p.DoubleLayerFaradsPerSquareMeter * area + 1 / (transfer + particle));
    }

    /// <summary>400 steps a period, so that backward Euler shifts the phase by less than half a degree; three periods after three of settling.</summary>
    static Complex Measured(HalfCellParameters parameters, double hertz)
    {
        const int steps = 400, periods = 3;
        const double amplitude = 10e-6;
        var cell = new HalfCell(parameters, HalfCellGeometry.Reference, new() { StartComposition = 0.5 });
        double[] volts = new double[steps * periods], amperes = new double[steps * periods];
        for (var i = 0; i < 2 * volts.Length; i++)
        {
            var current = amplitude * Math.Cos(2 * Math.PI * (i + 1) / steps);
            var voltage = cell.AdvanceCurrent(current, 1 / (hertz * steps));
            amperes[i % volts.Length] = current;
            volts[i % volts.Length] = voltage;
        }
        // The charge since the start shifts the mean and relaxes: take the line out that joins whole periods.
        var drift = (volts[^steps..].Average() - volts[..steps].Average()) / (steps * (periods - 1));
        Complex v = 0, a = 0;
        for (var i = 0; i < volts.Length; i++)
        {
            var turn = Complex.FromPolarCoordinates(1, -2 * Math.PI * i / steps);
            v += (volts[i] - volts[0] - drift * i) * turn;
            a += amperes[i] * turn;
        }
        return v / a;
    }
}
