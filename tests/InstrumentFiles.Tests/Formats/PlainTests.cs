namespace CoinRig.InstrumentFiles.Tests;

/// <summary>Text whose columns are named by common words or by the person who asks.</summary>
[TestClass]
public sealed class PlainTests
{
    [TestMethod]
    public void Ici_VoltsBeforeAmps_HasTheNotesNumbers()
    {
        var (file, series) = SharedData.Series("ici-nmc-full-cell/ici_charge.csv");
        Assert.AreEqual("CSV with names", file.Format);
        Assert.AreEqual(21_555, series.Length);
        Assert.AreEqual(41_567.9595, series.Seconds[^1], 1e-4);
        Assert.AreEqual(3.103110607, series.Volts.Min(), 1e-9);
        Assert.AreEqual(4.099922718, series.Volts.Max(), 1e-9);
        Assert.AreEqual(20.80985, Charge.Trapezoid(series) / 3.6, 0.002);
        Assert.IsEmpty(file.Warnings);
    }

    [TestMethod]
    public void Hppc_StateAndStep_AreKept()
    {
        var (_, series) = SharedData.Series("pulses-hppc-full-cell/hppc_discharge.csv");
        Assert.AreEqual(15_838, series.Length);
        Assert.AreEqual(50_881.29257, series.Seconds[^1], 1e-5);
        Assert.AreEqual(-3.2024525, Charge.Trapezoid(series) / 3.6, 1e-6);
        Assert.AreEqual(57, 1 + Enumerable.Range(1, series.Length - 1).Count(i => series.Step![i] != series.Step[i - 1]));
        CollectionAssert.AreEquivalent(new[] { "R", "D", "C" }, series.StepType!.Distinct().ToArray());
        Assert.IsNull(series.Coulombs, "a column Ah that counts discharge upwards is no net charge");
    }

    [TestMethod]
    [DataRow("cell1_rough.csv", 4217, 42159.0137, -0.0220557201)]
    [DataRow("cell1_smooth.csv", 4217, 42159.0137, -0.0220557201)]
    [DataRow("gr_smooth.csv", 501, 52084.4785, -0.0272368755)]
    [DataRow("nmc_smooth.csv", 501, 70770.6701, -0.0370085673)]
    public void SlowDischarge_Trapezoid_IsTheNotesCharge(string name, int rows, double seconds, double ampereHours)
    {
        var (_, series) = SharedData.Series($"dqdv-nmc-graphite/{name}");
        Assert.AreEqual(rows, series.Length);
        Assert.AreEqual(seconds, series.Seconds[^1], 1e-4);
        Assert.AreEqual(ampereHours, Charge.Trapezoid(series) / 3600, 1e-10);
    }

    [TestMethod]
    [DataRow("gitt_slab_1s.csv", 37_901)]
    [DataRow("gitt_slab_1s_noise50uV.csv", 37_901)]
    [DataRow("gitt_slab_100ms.csv", 36_921)]
    public void Gitt_EqualTimesAtSteps_AreKept(string name, int rows)
    {
        var (_, series) = SharedData.Series($"synthetic-gitt-slab/{name}");
        Assert.AreEqual(rows, series.Length);
        Assert.AreEqual(4.020222e-5, series.Amperes.Max());
        Assert.IsTrue(Enumerable.Range(1, rows - 1).Any(i => series.Seconds[i] == series.Seconds[i - 1]));
    }

    [TestMethod]
    [DataRow("cv_reversible_solution.csv")]
    [DataRow("cv_reversible_slow_oxidation.csv")]
    public void Sweeps_TimeBeginsAnew_AreParts(string name)
    {
        var file = SharedData.Open($"synthetic-cv-reversible/{name}");
        var sweeps = file.ReadSeries();
        Assert.HasCount(6, sweeps);
        Assert.IsTrue(sweeps.All(static s => s.Length == 1601 && s.Seconds[0] == 0));
        CollectionAssert.AreEqual(new[] { 1603L, 3204, 4805, 6406, 8007 }, file.Warnings.Single(static w => w.Code == "time-begins-anew").Lines.ToArray());
    }

    [TestMethod]
    public void Copper_NoTime_NeedsTheScanRate()
    {
        const string Name = "cv-copper-literature/engstfeld_2018_f4b_1.csv";
        var file = SharedData.Open(Name);
        CollectionAssert.IsSubsetOf(new[] { "no-time", "doubled-name" }, file.Warnings.Select(static w => w.Code).ToArray());
        Assert.Contains("scan rate", Assert.ThrowsExactly<InstrumentFileException>(file.ReadSeries).Message);

        var (_, series) = SharedData.Series(Name, new() { ScanRateVoltsPerSecond = 0.05 });
        Assert.AreEqual(1403, series.Length);
        Assert.AreEqual(-0.198436, series.Volts.Min(), 1e-6);
        Assert.AreEqual(0.499323, series.Volts.Max(), 1e-6);
        Assert.AreEqual(-0.05221204e-3, series.Amperes.Min(), 1e-11);
        Assert.AreEqual(0.06749498e-3, series.Amperes.Max(), 1e-11);
        Assert.Contains("Several columns have this name", Assert.ThrowsExactly<InstrumentFileException>(() => SharedData.Open(Name, new() { Columns = ColumnRequest.Read("current=j") })).Message);
    }

    [TestMethod]
    public void Columns_Given_AreTakenWithUnitAndSign()
    {
        ReadOptions options = new() { Columns = ColumnRequest.Read("time=t[min],voltage=#2,current=-I[mA]") };
        var (series, _) = Text.Series("t;U;I;I\n0;3,5;1,5;7\n2;3,6;2;7\n".Replace(";I;I", ";I;J", StringComparison.Ordinal), options);
        CollectionAssert.AreEqual(new[] { 0.0, 120 }, series.Seconds);
        CollectionAssert.AreEqual(new[] { 3.5, 3.6 }, series.Volts);
        CollectionAssert.AreEqual(new[] { -0.0015, -0.002 }, series.Amperes);
    }

    [TestMethod]
    [DataRow("tim=t")]
    [DataRow("time")]
    [DataRow("time=t,time=u")]
    [DataRow("time=t[V]")]
    [DataRow("current=I[furlong]")]
    public void Columns_Misspelt_AreRefused(string list) => Assert.ThrowsExactly<FormatException>(() => ColumnRequest.Read(list));

    [TestMethod]
    [DataRow("Time [s],Voltage [V],Current [A]\n0,1,2\n1,1\n2,1,2\n", 3, "2 fields")]
    [DataRow("Time [s],Voltage [V],Current [A]\n0,1,2\n1,1,2,3\n2,1,2\n", 3, "4 fields")]
    [DataRow("Time [s],Voltage [V],Current [A]\n0,1,2\n1,x,2\n2,1,2\n", 3, "'x'")]
    [DataRow("Time [s],Voltage [V],Current [A]\n0,1,2\n1,1.1.1,2\n2,1,2\n", 3, "'1.1.1'")]
    [DataRow("Time [s],Voltage [V],Voltage [V],Current [A]\n0,1,1,2\n", 1, "Two columns")]
    [DataRow("Time [s],Voltage [V],Strom\n0,1,2\n", 1, "No column is known as current")]
    [DataRow("Time [s],Voltage [V],Current [A]\n0,1,2\n1,\"1,2\n2,1,2\n", 3, "quote")]
    public void Faults_OfStructure_AreRefusedWithTheirLine(string text, int line, string found)
    {
        var refusal = Text.Refusal(text);
        Assert.AreEqual(line, refusal.Line);
        Assert.Contains(found, refusal.Message);
    }

    [TestMethod]
    public void Names_WithoutUnits_AreTakenAsSiAndToldSo()
    {
        var assumed = Text.Series("t,E,Amps\n0,1,2\n1,1,2\n").Warnings.Where(static w => w.Code == "unit-assumed").ToList();
        Assert.HasCount(2, assumed);
        Assert.Contains("voltage=E[unit]", assumed[1].Message);
    }

    [TestMethod]
    public void LastLine_Cut_IsLeftOutAndNamed()
    {
        var (series, warnings) = Text.Series("t,E,I\n0,1,2\n1,1,2\n2,1");
        Assert.AreEqual(2, series.Length);
        Assert.AreEqual(4, warnings.Single(static w => w.Code == "last-line-cut").Lines.Single());
        Assert.IsTrue(Text.Series("t,E,I\n0,1,2.125\n1,1,2.2").Warnings.Any(static w => w.Code == "last-line-cut"));
        Assert.IsFalse(Text.Series("t,E,I\n0,1,2.125\n1,1,2.2\n").Warnings.Any(static w => w.Code == "last-line-cut"));
    }

    [TestMethod]
    public void Encoding_Utf16_IsRefused() =>
        Assert.Contains("zero bytes", Assert.ThrowsExactly<InstrumentFileException>(
            () => Text.Read(System.Text.Encoding.Unicode.GetBytes("t,E,I\n0,1,2\n"), static f => f.Format)).Message);

    [TestMethod]
    public void Batches_ManyRows_AreFixedAndInOrder()
    {
        var text = "t,E,I\n" + string.Concat(Enumerable.Range(0, 1000).Select(static i => $"{i},3.{i:000},0.001\n"));
        var rows = Text.Read(text, static f => f.Batches().Select(static b => (b.Count, First: b.Seconds[0], Line: b.LineNumbers[0])).ToList(), new() { BatchRows = 64 });
        Assert.HasCount(16, rows);
        Assert.IsTrue(rows.Take(15).All(static r => r.Count == 64));
        Assert.AreEqual((40, 960.0, 962L), rows[^1]);
    }

    [TestMethod]
    public void Time_FallingThroughout_NeitherHangsNorOverflows()
    {
        var text = "t,E,I\n" + string.Concat(Enumerable.Range(0, 500).Select(static i => $"{500 - i},3.5,0.001\n"));
        var (rows, warnings) = Text.Read(text, static f => (f.ReadSeries().Sum(static s => s.Length), f.Warnings), new() { BatchRows = 16 });
        Assert.AreEqual(500, rows + warnings.Single(static w => w.Code == "time-goes-back").Count);
        Assert.IsTrue(warnings.Any(static w => w.Code == "time-begins-anew"));
    }
}
