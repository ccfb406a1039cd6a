namespace CoinRig.InstrumentFiles.Tests;

/// <summary>The Battery Data Format as CSV, against the notes beside the recordings.</summary>
[TestClass]
public sealed class BdfTests
{
    [TestMethod]
    public void Landt_CoarseCurrentAndNoSensor_IsSaid()
    {
        var (file, series) = SharedData.Series("bdf-landt-graphite/SINTEF__LiGrR2032__2024-04-30__25degC__Landt.bdf.csv");
        Assert.AreEqual("BDF CSV", file.Format);
        Assert.AreEqual(25_162, series.Length);
        Assert.AreEqual(262_657.764, series.Seconds[^1]);
        Assert.AreEqual(0.1086, series.Volts[^1]);
        Assert.IsTrue(series.DegreesCelsius!.All(double.IsNaN), "0 is not a temperature");
        CollectionAssert.IsSubsetOf(new[] { "deprecated-name", "absent-sensor", "current-too-coarse" }, file.Warnings.Select(static w => w.Code).ToArray());
        Assert.Contains("own column of charge", file.Warnings.Single(static w => w.Code == "current-too-coarse").Message);
    }

    [TestMethod]
    public void TimeBug_RowsOfTimeZero_AreLeftOutAndNamed()
    {
        var (file, series) = SharedData.Series("bdf-rate-test-time-bug/SINTEF__SLPBA842124HV__2024-10-23__Rate_25degC__Neware__Time_Bug.bdf.csv");
        Assert.AreEqual(13_067, series.Length);
        Assert.AreEqual(125_628.17, series.Seconds[^1]);
        var back = file.Warnings.Single(static w => w.Code == "time-goes-back");
        Assert.AreEqual(19, back.Count);
        Assert.HasCount(19, back.Lines);
        foreach (var (step, ampereHours) in new[] { (4, -7.2798), (8, -7.2539), (12, -7.2377), (16, -7.2113), (21, -7.1930), (2, 4.0428), (6, 7.2950), (10, 7.2648), (14, 7.2476), (19, 7.2097) })
        {
            var from = Array.IndexOf(series.Step!, step);
            Assert.AreEqual(ampereHours, Charge.Trapezoid(series, from, Array.LastIndexOf(series.Step!, step) + 1) / 3600, 0.005, $"step {step}");
        }
        Assert.AreEqual(2.9995, series.Volts.Min());
        Assert.AreEqual(4.3501, series.Volts.Max());
    }

    [TestMethod]
    public void Lnmo_SixteenYears_IsWarnedOf()
    {
        var (file, series) = SharedData.Series("bdf-lnmo-pocv/DLR__LiLNMOHydra0b__20221125__POCV__25degC__Basytec.bdf.csv");
        Assert.AreEqual(17_860, series.Length);
        Assert.AreEqual(530_431_704.7, series.Seconds[^1], 0.05);
        Assert.Contains("16.8 years", file.Warnings.Single(static w => w.Code == "time-unit-implausible").Message);
        Assert.Contains("40.93 h", file.Warnings.Single(static w => w.Code == "time-unit-implausible").Message);
    }

    [TestMethod]
    public void ArbinLabels_CurrentAThousandTimesTooSmall_IsWarnedOf()
    {
        var (file, series) = SharedData.Series("bdf-arbin-label-style/arbin_example.bdf.csv");
        Assert.AreEqual(2150, series.Length);
        Assert.AreEqual(345_733.3895, series.Seconds[^1], 1e-4);
        Assert.AreEqual(17, series.Step!.Distinct().Count());
        Assert.Contains("factor of 1000", file.Warnings.Single(static w => w.Code == "columns-disagree").Message);

        var (_, chosen) = SharedData.Series("bdf-arbin-label-style/arbin_example.bdf.csv", new() { Columns = ColumnRequest.Read("current=Current") });
        var from = Array.FindIndex(chosen.Seconds, static t => t > 172_800);
        var to = Array.FindLastIndex(chosen.Seconds, static t => t < 192_926);
        Assert.AreEqual(0.483, Charge.Trapezoid(chosen, from, to + 1) / 3.6, 1e-3);
    }

    [TestMethod]
    public void Labels_PreferredWithCharges_AreSi()
    {
        var (series, warnings) = Text.Series("Test Time / s,Voltage / V,Current / A,Net Capacity / Ah,Step Type\n0,3.5,0.001,0,CC_CHG\n3600,3.6,0.001,0.001,CC_CHG\n");
        Assert.IsEmpty(warnings);
        Assert.AreEqual(3.6, series.Coulombs![1], 1e-15);
        Assert.AreEqual("CC_CHG", series.StepType![1]);
    }

    [TestMethod]
    public void Milliamperes_UnderAForeignLabel_AreConvertedWithAWarning()
    {
        var (series, warnings) = Text.Series("Test Time / ms,Voltage / V,Current / mA\n0,3.5,183.3371\n1000,3.6,1\n");
        Assert.AreEqual(0.1833371, series.Amperes[0]);
        Assert.AreEqual(1, series.Seconds[1]);
        Assert.AreEqual(2, warnings.Count(static w => w.Code == "deprecated-name"));
    }
}
