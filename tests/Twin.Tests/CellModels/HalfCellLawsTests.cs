namespace CoinRig.Twin.Tests;

[TestClass]
public sealed class HalfCellLawsTests
{
    [TestMethod]
    [DataRow(0.3, 3.9624908, -0.9512565)]
    [DataRow(0.5, 3.8147812, -0.5279125)]
    [DataRow(0.7, 3.7403616, -0.2832181)]
    [DataRow(0.9, 3.6503867, -0.8205048)]
    [DataRow(0.975, 3.5222139, -6.4612106)]
    public void Potential_GoldenCompositions_HaveGoldenVoltageAndSlope(double x, double volts, double slope)
    {
        // Golden rows 23 and 24; given to seven decimals.
        Assert.AreEqual(volts, Ncm523Potential.Volts(x, out var actual), 6e-8);
        Assert.AreEqual(slope, actual, 6e-8);
    }

    [TestMethod]
    public void Potential_EveryComposition_FallsAndHasTheSlopeOfItsOwnDifference()
    {
        for (var x = -0.2; x < 1.2; x += 0.001)
        {
            var difference = (Ncm523Potential.Volts(x + 1e-6, out _) - Ncm523Potential.Volts(x - 1e-6, out _)) / 2e-6;
            Ncm523Potential.Volts(x, out var slope);
            Assert.IsLessThan(0, slope);
            Assert.AreEqual(difference, slope, 1e-3 * Math.Abs(slope) + 1e-6, $"x = {x}");
        }
    }

    [TestMethod]
    public void ChargeTransfer_GoldenCurrentDensity_HasTheGoldenOverpotential()
    {
        // Golden row 25: j 0.5 A/m2, k 16.241 A/m2, x_s 0.5. Fast diffusion and no film leave the charge transfer alone.
        var parameters = HalfCellParameters.Coated with { ExchangeAmperesPerSquareMeter = 16.241, FilmOhmSquareMeters = 0, DiffusionAtHalfSquareMetersPerSecond = 1e-6 };
        var cell = new HalfCell(parameters, HalfCellGeometry.Reference, Procedures.Bare with { StartComposition = 0.5 });
        var amperes = 0.5 * HalfCellGeometry.Reference.ActiveAreaSquareMeters(4700);
        Assert.AreEqual(7.9094774e-4, cell.TerminalVolts(amperes) - cell.OpenCircuitVolts, 1e-9);
    }

    [TestMethod]
    [DataRow("ncm523-lpo", 0.2, 2.65e-15)]
    [DataRow("ncm523-lpo", 0.5, 3.82e-16)]
    [DataRow("ncm523-lpo", 0.9, 2.90e-17)]
    [DataRow("ncm523-pristine", 0.3, 4.11e-16)]
    [DataRow("ncm523-pristine", 0.7, 1.88e-16)]
    public void Diffusion_TabulatedComposition_HasTheTabulatedCoefficient(string set, double x, double expected) =>
        Assert.AreEqual(expected, Procedures.Fresh(Procedures.Set(set)).DiffusionCoefficientAt(x), 0.003 * expected);

    [TestMethod]
    public void Geometry_Reference_HasTheAreaAndCapacityOfTheReferencePage()
    {
        Assert.AreEqual(1.2364742e-3, HalfCellGeometry.Reference.ActiveAreaSquareMeters(4700), 1e-10);
        Assert.AreEqual(3.6 * 224.87 * 3.39e-3, Procedures.Fresh(HalfCellParameters.Coated).Capacity, 1e-12);
        // 10.09 and 122.68 ohm cm2 on 1.13 cm2.
        Assert.AreEqual(8.93, Procedures.Fresh(HalfCellParameters.Coated).SeriesOhms, 0.005);
        Assert.AreEqual(108.6, Procedures.Fresh(HalfCellParameters.Pristine).SeriesOhms, 0.05);
    }

    [TestMethod]
    public void Temperature_45Degrees_MovesDiffusionKineticsAndFilmByArrhenius()
    {
        // Golden row 26: 18 550 J/mol, 318.15 K: 1.6006441. The others by the same law.
        var cold = new HalfCell(HalfCellParameters.Coated, HalfCellGeometry.Reference, Procedures.Bare);
        var warm = new HalfCell(HalfCellParameters.Coated, HalfCellGeometry.Reference, Procedures.Bare with { TemperatureCelsius = 45 });
        Assert.AreEqual(1.6006441, warm.DiffusionCoefficientAt(0.5) / cold.DiffusionCoefficientAt(0.5), 1e-6);
        Assert.AreEqual(Math.Exp(34_700 / 8.314462618 * (1 / 298.15 - 1 / 318.15)), cold.SeriesOhms / warm.SeriesOhms, 1e-9);
        cold.TemperatureCelsius = 45;
        Assert.AreEqual(warm.TerminalVolts(1e-3), cold.TerminalVolts(1e-3), 1e-12);
    }

    [TestMethod]
    public void Temperature_OneKelvin_SpeedsUpAsTheReferencePageSays()
    {
        var (at25, at26) = (Procedures.Fresh(HalfCellParameters.Coated), Procedures.Fresh(HalfCellParameters.Coated));
        at26.TemperatureCelsius = 26;
        Assert.AreEqual(1.025, at26.DiffusionCoefficientAt(0.5) / at25.DiffusionCoefficientAt(0.5), 0.0006);
        Assert.AreEqual(1 - 0.047, at26.SeriesOhms / at25.SeriesOhms, 0.002);
    }

    [TestMethod]
    public void LithiumElectrode_SmallCurrent_LeavesTheWholeResistanceAsItWas()
    {
        // 70.579 A/m2 is 3.6402 ohm cm2, which is taken out of the films.
        var with = new HalfCell(HalfCellParameters.Coated, HalfCellGeometry.Reference, Procedures.Bare with { LithiumElectrode = true });
        var without = Procedures.Fresh(HalfCellParameters.Coated);
        Assert.AreEqual(3.6402 / 1.13, without.SeriesOhms - with.SeriesOhms, 1e-3);
        Assert.AreEqual(without.TerminalVolts(1e-5), with.TerminalVolts(1e-5), 1e-8);
        // Butler-Volmer gives less than Ohm at 30 mA = 265 A/m2: 2 x 25.69 mV asinh(265.49/141.16) = 71.1 mV against 96.6 mV.
        Assert.AreEqual(0.0711 - 0.0966, with.TerminalVolts(30e-3) - without.TerminalVolts(30e-3), 1e-3);
    }
}
