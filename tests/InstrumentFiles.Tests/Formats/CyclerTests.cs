namespace CoinRig.InstrumentFiles.Tests;

/// <summary>Cyclers' exports, against the notes beside the recordings.</summary>
[TestClass]
public sealed class CyclerTests
{
    const double CoulombsPerMilliampereHour = 3.6;

    [TestMethod]
    public void Maccor_MillivoltsUnderVolts_AreFound()
    {
        var (file, series) = SharedData.Series("maccor-cycling/maccor_three.txt");
        Assert.AreEqual(4009, series.Length);
        Assert.AreEqual(326_843.42, series.Seconds[^1]);
        Assert.AreEqual(1.3000687, series.Volts.Min());
        Assert.AreEqual(3.8019379, series.Volts.Max());
        Assert.AreEqual(-0.8973831, series.Amperes.Min());
        Assert.AreEqual(0.1833371, series.Amperes.Max());
        Assert.AreEqual(361, series.StepType!.Count(static s => s == "R"));
        Assert.AreEqual(2343, series.StepType!.Count(static s => s == "C"));
        Assert.AreEqual(15, series.Cycle!.Distinct().Count());
        Assert.Contains("millivolts", file.Warnings.Single(static w => w.Code == "unit-assumed").Message);
        Assert.AreEqual(ChargeScope.Step, file.Columns.Single(static c => c.Meaning == Meaning.AbsoluteCharge).Scope);
        // Last rows of steps 5 and 6 of the cycles, by the instrument's own column.
        Dictionary<(double, double), double> last = [];
        foreach (var batch in file.Batches())
        {
            for (var i = 0; i < batch.Count; i++)
            {
                last[(batch[Meaning.Cycle][i], batch[Meaning.StepId][i])] = batch[Meaning.AbsoluteCharge][i] / CoulombsPerMilliampereHour;
            }
        }
        foreach (var (cycle, charge, discharge) in new[] { (0, 906.1120, 850.9278), (1, 854.4292, 846.9606), (2, 849.3174, 843.9416), (3, 845.8827, 841.5748), (14, 824.4211, 822.3335) })
        {
            Assert.AreEqual(charge, last[(cycle, 5)], 1e-4);
            Assert.AreEqual(discharge, last[(cycle, 6)], 1e-4);
        }
    }

    [TestMethod]
    public void MaccorGerman_LastLineCut_KeepsTheWholeOnes()
    {
        var (file, series) = SharedData.Series("maccor-cycling/maccor_two.txt");
        Assert.AreEqual(213, series.Length);
        Assert.AreEqual(0.1377, series.Volts.Min());
        Assert.AreEqual(0.1514, series.Volts.Max());
        Assert.AreEqual(212 * 60, series.Seconds[^1], "TestTime counts minutes");
        Assert.AreEqual("SIMBA.000", file.Facts.Technique);
        // The blank line below the names counts: the cut line is the 229th of the file.
        Assert.AreEqual(229, file.Warnings.Single(static w => w.Code == "last-line-cut").Lines.Single());
        Assert.Contains("cut after 9 of 28 fields", file.Warnings.Single(static w => w.Code == "last-line-cut").Message);
    }

    [TestMethod]
    public void MaccorPaused_TwoHoursOfTheClock_AreAPause()
    {
        var (file, series) = SharedData.Series("maccor-eis-and-paused/PredictionDiagnostics_000151_paused.052");
        Assert.AreEqual(332, series.Length);
        Assert.AreEqual(769_267.24, series.Seconds[0]);
        Assert.AreEqual(769_270.57, series.Seconds[^1]);
        Assert.IsTrue(series.Cycle!.All(static c => c == 37) && series.Step!.All(static s => s == 44) && series.StepType!.All(static s => s == "D"));
        Assert.AreEqual(-0.00448, Charge.Trapezoid(series) / 3600, 1e-5);
        var charge = SharedData.Values(file, Meaning.AbsoluteCharge);
        Assert.AreEqual(0.0191579754, charge[0] / 3600, 1e-10);
        Assert.AreEqual(0.0236349063, charge[^1] / 3600, 1e-10);
        Assert.HasCount(1, file.Warnings.Single(static w => w.Code == "pause").Lines);
        Assert.IsFalse(file.Warnings.Any(static w => w.Code == "time-unit-implausible"));
    }

    [TestMethod]
    public void MaccorWithSpectrum_FraRows_AreKept()
    {
        var (_, series) = SharedData.Series("maccor-eis-and-paused/maccor_test_file_4267-66-6519.041");
        Assert.AreEqual(74, series.Length);
        Assert.AreEqual(3.90806439, series.Volts[0]);
        CollectionAssert.AreEqual(new[] { ("R", 11), ("FRA", 61), ("P", 1), ("O", 1) }, series.StepType!.GroupBy(static s => s).Select(static g => (g.Key, g.Count())).ToArray());
    }

    [TestMethod]
    public void MaccorCsv_NoUnits_AssumesMilliamperesAndSaysSo()
    {
        var (file, series) = SharedData.Series("cycler-small-samples/sample_data_maccor.csv");
        Assert.AreEqual(15, series.Length);
        Assert.AreEqual(0.028798, series.Amperes[^1]);
        CollectionAssert.IsSubsetOf(new[] { "unit-assumed", "current-sign" }, file.Warnings.Select(static w => w.Code).ToArray());
        Assert.AreEqual(28.798, SharedData.Series("cycler-small-samples/sample_data_maccor.csv", new() { Columns = ColumnRequest.Read("current=Current[A]") }).Series.Amperes[^1]);
    }

    [TestMethod]
    [DataRow("D", "0.504", -0.504)]
    [DataRow("D", "-0.504", -0.504)]
    [DataRow("C", "0.504", 0.504)]
    [DataRow("C", "-0.504", 0.504)]
    [DataRow("R", "0.0", 0.0)]
    public void Maccor_State_GivesTheSign(string state, string written, double amperes)
    {
        var (series, _) = Text.Series($"Today's Date:\t01/02/2026\nFilename:\tx\nProcedure:\ty\nRec#\tCyc#\tStep\tTestTime\tStepTime\tAmp-hr\tWatt-hr\tAmps\tVolts\tState\tES\tDPt Time\n"
            + $"1\t0\t1\t  0d 00:00:5.05\t  0d 00:00:5.05\t0\t0\t{written}\t3.5\t{state}\t0\t01/02/2026 10:00:00\n2\t0\t1\t  0d 00:00:6.05\t  0d 00:00:6.05\t0\t0\t{written}\t3.5\t{state}\t0\t01/02/2026 10:00:01\n");
        Assert.AreEqual(amperes, series.Amperes[0]);
        Assert.AreEqual(5.05, series.Seconds[0]);
    }

    [TestMethod]
    public void Neware_ChargesPerStep_SumToTheNotesCycles()
    {
        var (file, series) = SharedData.Series("neware-cycling/neware_uio.csv");
        Assert.AreEqual("Neware CSV", file.Format);
        Assert.AreEqual(9065, series.Length);
        Assert.AreEqual(518_538, series.Seconds[^1]);
        Assert.AreEqual(-0.9918e-3, series.Amperes.Min());
        Assert.AreEqual(0.99174e-3, series.Amperes.Max());
        CollectionAssert.AreEqual(new[] { ("Rest", 989), ("CC DChg", 4667), ("CC Chg", 3409) }, series.StepType!.GroupBy(static s => s).Select(static g => (g.Key, g.Count())).ToArray());
        Assert.AreEqual(32, 1 + Enumerable.Range(1, series.Length - 1).Count(i => series.Step![i] != series.Step[i - 1]));
        Assert.IsEmpty(file.Warnings);
        Dictionary<double, (double Charge, double Discharge)> cycles = [];
        var (stepBefore, chargeBefore, dischargeBefore, cycleBefore) = (0.0, 0.0, 0.0, 0.0);
        void Close()
        {
            var (charge, discharge) = cycles.GetValueOrDefault(cycleBefore);
            cycles[cycleBefore] = (charge + chargeBefore / CoulombsPerMilliampereHour, discharge + dischargeBefore / CoulombsPerMilliampereHour);
        }
        foreach (var batch in file.Batches())
        {
            for (var i = 0; i < batch.Count; i++)
            {
                if (batch[Meaning.StepId][i] != stepBefore)
                {
                    Close();
                }
                (stepBefore, chargeBefore, dischargeBefore, cycleBefore) = (batch[Meaning.StepId][i], batch[Meaning.ChargingCharge][i], batch[Meaning.DischargingCharge][i], batch[Meaning.Cycle][i]);
            }
        }
        Close();
        foreach (var (cycle, charge, discharge) in new[] { (1, 4.249, 5.086), (2, 4.247, 4.368), (3, 7.835, 7.974), (4, 1.438, 3.315) })
        {
            Assert.AreEqual(charge, cycles[cycle].Charge, 0.002);
            Assert.AreEqual(discharge, cycles[cycle].Discharge, 0.002);
        }
    }

    [TestMethod]
    public void Neware_OtherUnitsAndLostDegree_AreRead()
    {
        var (series, _) = Text.Series("DataPoint,Cycle Index,Step Index,Step Type,Time,Total Time,Current(uA),Voltage(mV),Capacity(mAs),T1(?)\n1,1,1,CC Chg,00:00:00.5,27:00:00.5,100,3500,0,24.5\n2,1,1,CC Chg,00:00:01.5,27:00:01.5,-100,3501,0.1,24.6\n");
        CollectionAssert.AreEqual(new[] { 1e-4, -1e-4 }, series.Amperes);
        CollectionAssert.AreEqual(new[] { 3.5, 3.501 }, series.Volts);
        CollectionAssert.AreEqual(new[] { 97_200.5, 97_201.5 }, series.Seconds);
        Assert.AreEqual(24.5, series.DegreesCelsius![0]);
    }

    [TestMethod]
    public void NewareLayers_CyclesAndSteps_AreCarriedToTheRecords()
    {
        const string Text1 = "Cycle Index,Chg. Cap.(Ah),DChg. Cap.(Ah)\n,Step Index,Step Number,Step Type,Step Time,Capacity(Ah)\n,,DataPoint,Time,Total Time,Current(A),Voltage(V),Capacity(Ah),Date\n"
            + "1,0.1,0.2,,1,1,Rest,00:00:02,0\n,,1,00:00:00,00:00:00,0,3.0,0,2026-01-01 10:00:00\n,,2,00:00:01,00:00:01,0,3.1,0,2026-01-01 10:00:01\n"
            + ",2,2,CC Chg,00:00:02,0\n,,3,00:00:00,00:00:01,0.5,3.2,0,2026-01-01 10:00:01\n2,0.1,0.2\n,2,3,CC DChg,00:00:02,0\n,,4,00:00:00,00:00:02,-0.5,3.2,0,2026-01-01 10:00:02\n";
        var (format, series) = Text.Read(Text1, static f => (f.Format, f.ReadSeries().Single()));
        Assert.AreEqual("Neware CSV in layers", format);
        CollectionAssert.AreEqual(new[] { 1.0, 1, 1, 2 }, series.Cycle);
        CollectionAssert.AreEqual(new[] { 1.0, 1, 2, 2 }, series.Step);
        CollectionAssert.AreEqual(new[] { "Rest", "Rest", "CC Chg", "CC DChg" }, series.StepType);
        CollectionAssert.AreEqual(new[] { 0, 0, 0.5, -0.5 }, series.Amperes);
    }

    [TestMethod]
    public void NewareBts7_TabsAndNoTotalTime_TakesTheDates()
    {
        const string Text1 = "Cycle ID,Cap_Chg(mAh)\n,Step ID,Step Name,DCIR(O)\n,,Record ID,Time(h:min:s.ms),Voltage(V),Current(mA),Temperature(C),Capacity(mAh),Realtime\n1,0\n,\"1\",\"Rest\",\"0\"\n"
            + ",,\"1\t\",\"0:00:00.000\t\",\"3.5\t\",\"0\t\",\"24.1\t\",\"0\t\",\"2026-01-01 10:00:00\t\"\n,,\"2\t\",\"0:00:01.500\t\",\"3.6\t\",\"183.3371\t\",\"24.2\t\",\"0\t\",\"2026-01-01 10:00:01.5\t\"\n";
        var (series, warnings) = Text.Series(Text1);
        CollectionAssert.AreEqual(new[] { 0, 1.5 }, series.Seconds);
        CollectionAssert.AreEqual(new[] { 0, 0.1833371 }, series.Amperes);
        Assert.AreEqual("Rest", series.StepType![0]);
        Assert.Contains("time-from-dates", warnings.Select(static w => w.Code));
    }

    [TestMethod]
    public void ArbinArchive_EmptyColumnsAndMetadata_AreTold()
    {
        var (file, series) = SharedData.Series("arbin-fast-charge/2017-05-09_test-TC-contact_CH33.csv");
        Assert.AreEqual("Arbin CSV", file.Format);
        Assert.AreEqual("20170509-6C_1C_36CV.sdu", file.Facts.Technique);
        Assert.AreEqual("EL150800460659", file.Facts.Comment);
        Assert.AreEqual(287, series.Length);
        Assert.AreEqual(1022.8913, series.Seconds[^1]);
        Assert.AreEqual(6.600643, series.Amperes.Max(), 1e-6);
        Assert.AreEqual(0.000155, series.Amperes.Min(), 1e-6);
        Assert.AreEqual(25.111, series.DegreesCelsius!.Min(), 1e-3);
        Assert.AreEqual(0.60295, Charge.Trapezoid(series) / 3600, 1e-5);
        Assert.AreEqual(3, file.Warnings.Count(static w => w.Code == "empty-column"));
        var charge = SharedData.Values(file, Meaning.ChargingCharge);
        Assert.AreEqual(0.60827005, charge[^1] / 3600, 1e-8);
        Assert.AreEqual(0.60309, (charge[^1] - charge[0]) / 3600, 1e-5);

        var rest = SharedData.Series("arbin-fast-charge/FastCharge_000025_CH8.csv");
        Assert.AreEqual(248, rest.Series.Length);
        Assert.AreEqual("2017-05-12_TESTS\\20170512-4_4C-80PER_4_4C.SDU", rest.File.Facts.Technique);
        Assert.AreEqual(3.3009267, rest.Series.Volts.Min());
        Assert.AreEqual(30.132, rest.Series.DegreesCelsius!.Max(), 1e-3);
        Assert.Contains("without _Metadata", Assert.ThrowsExactly<InstrumentFileException>(() => SharedData.Open("arbin-fast-charge/FastCharge_000025_CH8_Metadata.csv")).Message);
    }

    [TestMethod]
    public void ArbinMits_ByteOrderMarkAndTabs_AreRead()
    {
        var (file, series) = SharedData.Series("cycler-small-samples/sample_data_arbin.csv");
        Assert.AreEqual(13, series.Length);
        CollectionAssert.AreEqual(new[] { 10, 1, 2 }, series.Step!.GroupBy(static s => s).Select(static g => g.Count()).ToArray());
        CollectionAssert.AreEqual(new[] { 301.214, 2.650138, 3.599601 }, new[] { series.Seconds[^1], series.Amperes[^1], series.Volts[^1] });
        Assert.AreEqual(0.000400839 * 3600, SharedData.Values(file, Meaning.ChargingCharge)[^1], 1e-15);
        Assert.AreEqual("last-line-cut", file.Warnings.Single().Code, "Arbin ends its files without a line end: a cut digit could not be seen");
    }

    [TestMethod]
    public void ArbinSql_NamesWithUnits_AreRead()
    {
        var (series, warnings) = Text.Series("Data_Point,Date_Time,Test_Time(s),Step_Time(s),Cycle_Index,Step_Index,Current(A),Voltage(V),Charge_Capacity(Ah)\n1,01/02/2026 10:00:00.5,0.5,0.5,1,2,0.001,3.5,0\n2,01/02/2026 10:00:01.5,1.5,1.5,1,2,0.001,3.6,0\n");
        CollectionAssert.AreEqual(new[] { 0.5, 1.5 }, series.Seconds);
        Assert.IsEmpty(warnings);
    }

    [TestMethod]
    public void Basytec_DayFirstDates_HasTheNotesNumbers()
    {
        var (file, series) = SharedData.Series("cycler-small-samples/sample_data_basytec.txt");
        Assert.AreEqual("Basytec text", file.Format);
        Assert.AreEqual(new DateTime(2023, 6, 19, 17, 56, 53), file.Facts.Started);
        Assert.AreEqual(74, series.Length);
        Assert.AreEqual(70.2358, series.Seconds[^1], 1e-4);
        Assert.AreEqual(3.53285012, series.Volts[^1], 1e-8);
        Assert.AreEqual(0.44960173, series.Amperes[^1], 1e-8);
        Assert.AreEqual(0.001248917, series.Coulombs![^1] / 3600, 1e-9);
        Assert.IsEmpty(file.Warnings);
    }

    [TestMethod]
    public void Novonix_Hours_AreSeconds()
    {
        var (file, series) = SharedData.Series("cycler-small-samples/sample_data_novonix.csv");
        Assert.AreEqual("Novonix CSV", file.Format);
        Assert.AreEqual(5 * 3600, file.Facts.CapacityCoulombs);
        Assert.IsNull(file.Facts.MassKilograms, "1.000 g stands for a mass that nobody gave");
        Assert.AreEqual(207, series.Length);
        Assert.AreEqual(3.4131889 * 3600, series.Seconds[^1], 1e-9);
        Assert.AreEqual(0.49999, series.Amperes.Max(), 1e-5);
        Assert.AreEqual(3.84318331, series.Volts.Min());
        Assert.AreEqual(4.12864581, series.Volts.Max());
        Assert.AreEqual(1.706483, Charge.Trapezoid(series) / 3600, 1e-6);
        Assert.AreEqual(1.70652976, SharedData.Values(file, Meaning.NetCharge)[^1] / 3600, 1e-8);
        Assert.IsEmpty(file.Warnings);
    }

    [TestMethod]
    public void Landt_OneCommaTooMany_EqualsItsConversion()
    {
        var (file, series) = SharedData.Series("bdf-landt-graphite/SINTEF__LiGrR2032__2024-04-30__25degC__Landt.csv");
        var (_, converted) = SharedData.Series("bdf-landt-graphite/SINTEF__LiGrR2032__2024-04-30__25degC__Landt.bdf.csv");
        Assert.AreEqual("Landt CSV", file.Format);
        CollectionAssert.AreEqual(converted.Seconds, series.Seconds);
        CollectionAssert.AreEqual(converted.Volts, series.Volts);
        CollectionAssert.AreEqual(new[] { 2881, 13_164, 6417, 2700 }, series.Cycle!.Zip(series.Step!).GroupBy(static p => p).Select(static g => g.Count()).ToArray());
        CollectionAssert.IsSubsetOf(new[] { "absent-sensor", "current-too-coarse" }, file.Warnings.Select(static w => w.Code).ToArray());
        Assert.AreEqual(ChargeScope.Step, file.Columns.First(static c => c.Meaning == Meaning.DischargingCharge).Scope);
        Dictionary<(double, double), double> last = [];
        foreach (var batch in file.Batches())
        {
            for (var i = 0; i < batch.Count; i++)
            {
                last[(batch[Meaning.Cycle][i], batch[Meaning.StepId][i])] = Math.Max(batch[Meaning.DischargingCharge][i], batch[Meaning.ChargingCharge][i]) / 3600;
            }
        }
        CollectionAssert.AreEqual(new[] { 0.0000, 0.0063, 0.0032, 0.0013 }, last.Values.Select(static q => Math.Round(q, 4)).ToArray());
    }
}
