namespace CoinRig.Twin.Tests;

/// <summary>Codes, gains, mixing, loading and noise of the emulated ADS1256 against SBAS288K (hardware.md 1.7 to 1.10, 7, 8).</summary>
[TestClass]
public sealed class AdsConversionTests
{
    static AdsBench Calibrated(byte drate, int gain = 0, bool isBuffered = false, AdsErrors? errors = null, long seed = 1)
    {
        var bench = new AdsBench(errors, seed);
        bench.Configure(drate, gain, isBuffered);
        bench.Command(0xF0);
        bench.WaitReady();
        return bench;
    }

    /// <summary>Two inputs symmetric about mid supply, as far as the pins allow.</summary>
    static void Apply(AdsBench bench, double volts)
    {
        bench.Chip.SignalWillChange(0x1FF, bench.Now);
        (bench.Volts[0], bench.Volts[1]) = (2.5 + volts / 2, 2.5 - volts / 2);
    }

    [TestMethod]
    [DataRow(5.0, 0x7FFFFF)]
    [DataRow(5.2, 0x7FFFFF)]
    [DataRow(5.960465188e-7, 0x000001)]
    [DataRow(0.0, 0)]
    [DataRow(-5.960465188e-7, -1)]
    [DataRow(-5.0, -0x7FFFFF)]
    [DataRow(-5.000000596, -0x800000)]
    [DataRow(-5.2, -0x800000)]
    public void Code_OfTheGoldenVectors_IsThatOfTheDataSheet(double volts, int code)
    {
        var bench = Calibrated(0xC0);
        Apply(bench, volts);
        Assert.AreEqual(code, bench.Convert());
    }

    [TestMethod]
    [DataRow(0, 5.0)]
    [DataRow(1, 2.5)]
    [DataRow(2, 1.25)]
    [DataRow(3, 0.625)]
    [DataRow(4, 0.3125)]
    [DataRow(5, 0.15625)]
    [DataRow(6, 0.078125)]
    [DataRow(7, 0.078125)]
    public void Gain_OfEachSetting_HasTheFullScaleOfTheTable(int setting, double fullScaleVolts)
    {
        var bench = Calibrated(0x82, setting);
        Apply(bench, fullScaleVolts / 2);
        Assert.AreEqual(0x7FFFFF / 2.0, bench.Convert(), 1.01);
        Apply(bench, fullScaleVolts * 1.001);
        Assert.AreEqual(0x7FFFFF, bench.Convert());
    }

    [TestMethod]
    public void DataRate_ChangedWithoutCalibration_ScalesByTheRatioOfTheIdealFsc()
    {
        var bench = Calibrated(0xF0);
        bench.Configure(0x82);
        Apply(bench, 1);
        Assert.AreEqual(0x7FFFFF / 5.0 * 0x44AC08 / 0x3A99A0, bench.Convert(), 20);
    }

    [TestMethod]
    [DataRow((byte)0xF0, 0x44AC08)]
    [DataRow((byte)0xA1, 0x494008)]
    [DataRow((byte)0x43, 0x3A99A0)]
    [DataRow((byte)0x33, 0x4651F3)]
    [DataRow((byte)0x03, 0x2EE14C)]
    public void SelfCalibration_OfAnIdealChip_GivesTheIdealRegisters(byte drate, int idealFsc)
    {
        var r = Calibrated(drate).ReadRegisters(5, 6);
        Assert.AreEqual(0, r[0] | r[1] << 8 | r[2] << 16);
        Assert.AreEqual(idealFsc, r[3] | r[4] << 8 | r[5] << 16, 1);
    }

    [TestMethod]
    public void SelfCalibration_OfAChipWithErrors_TakesThemOut()
    {
        var bench = new AdsBench(new(150e-6, 3e-3, 0));
        bench.Command(0x5A, 0x00, 0x3A);
        bench.Configure(0x43);
        bench.Command(0xF0);
        bench.WaitReady();
        // alpha 4B0000h: 150 uV of 5 V are 147 in OFC.
        Assert.AreEqual(147, bench.ReadRegisters(5, 1)[0], 1);
        Apply(bench, 2);
        Assert.AreEqual(0x7FFFFF * 0.4, bench.Convert(), 3);
    }

    [TestMethod]
    public void SystemCalibration_TakesTheInputForZeroAndForFullScale()
    {
        var bench = Calibrated(0x82);
        Apply(bench, 0.010);
        bench.Command(0xF3);
        bench.WaitReady();
        Apply(bench, 4.510);
        bench.Command(0xF4);
        bench.WaitReady();
        Apply(bench, 0.010);
        Assert.AreEqual(0, bench.Convert(), 2);
        Apply(bench, 2.260);
        Assert.AreEqual(0x7FFFFF / 2.0, bench.Convert(), 3);
    }

    [TestMethod]
    public void Mux_WrittenWithoutSync_GivesAMixOfBothInputs()
    {
        var bench = Calibrated(0x43);
        bench.Volts[2] = 3.5;
        bench.Convert();
        bench.Wait(20e-3);
        bench.Command(0x51, 0x00, 0x23);
        bench.WaitReady();
        var mixed = bench.ReadData() * 5.0 / 0x7FFFFF;
        Assert.AreEqual(0.5, mixed, 0.02);
        bench.WaitReady();
        Assert.AreEqual(1.0, bench.ReadData() * 5.0 / 0x7FFFFF, 6e-3);
    }

    [TestMethod]
    [DataRow((byte)0xF0, 5)]
    [DataRow((byte)0xE0, 3)]
    [DataRow((byte)0xD0, 2)]
    [DataRow((byte)0x82, 1)]
    public void Step_WhenRunningFreely_IsSettledAfterThePeriodsOfTheTable(byte drate, int periods)
    {
        var bench = Calibrated(drate);
        bench.ClockHertz = 1.9e6;
        bench.Convert();
        bench.WaitReady();
        Apply(bench, 1);
        // The first is the result that was there before the step, then come as many that are not settled.
        var codes = Enumerable.Range(0, periods + 2).Select(_ =>
        {
            bench.WaitReady();
            return bench.ReadData() * 5.0 / 0x7FFFFF;
        }).ToArray();
        Assert.AreEqual(0, codes[0], 1e-6);
        Assert.IsLessThan(0.99, codes[periods]);
        Assert.AreEqual(1.0, codes[^1], 1e-6);
    }

    [TestMethod]
    public void UnbufferedInput_BehindTenKiloohm_LosesWhatTheImpedancesSay()
    {
        var bench = Calibrated(0x82);
        bench.Configure(0x82, mux: 0x08);
        bench.Ohms[0] = 10e3;
        bench.Volts[0] = 0;
        var offset = bench.Convert() * 5.0 / 0x7FFFFF;
        bench.Volts[0] = 3;
        var gain = (bench.Convert() * 5.0 / 0x7FFFFF - offset) / 3;
        Assert.AreEqual(0.923, gain, 0.001);
        Assert.AreEqual(0.089, offset, 0.001);
    }

    [TestMethod]
    public void BufferedInput_BehindTenKiloohm_LosesAlmostNothing_ButEndsTwoVoltsBelowTheSupply()
    {
        var bench = Calibrated(0x82, isBuffered: true);
        bench.Configure(0x82, isBuffered: true, mux: 0x08);
        bench.Ohms[0] = 10e3;
        bench.Volts[0] = 2;
        Assert.AreEqual(2.0, bench.Convert() * 5.0 / 0x7FFFFF, 0.6e-3);
        bench.Volts[0] = 4.2;
        Assert.AreEqual(3.0, bench.Convert() * 5.0 / 0x7FFFFF, 1e-3);
    }

    [TestMethod]
    public void SensorDetect_MeasuresTheSourceAndItsSwitches_AndClampsALiveCell()
    {
        var bench = Calibrated(0x82, isBuffered: true);
        (bench.Ohms[0], bench.Ohms[1]) = (600, 400);
        bench.Configure(0x82, 0x18);
        Assert.AreEqual(10e-6 * 1050, bench.Convert() * 5.0 / 0x7FFFFF, 1e-5);
        bench.Configure(0x82, 0x18, mux: 0x08);
        bench.Volts[0] = 4.0;
        Assert.AreEqual(3.0, bench.Convert() * 5.0 / 0x7FFFFF, 1e-3);
    }

    [TestMethod]
    [DataRow((byte)0x43, 0, false, 0.485e-6)]
    [DataRow((byte)0x43, 2, false, 0.177e-6)]
    [DataRow((byte)0xF0, 0, false, 10.341e-6)]
    [DataRow((byte)0x03, 6, true, 0.033e-6)]
    [DataRow((byte)0xA1, 4, true, 0.689e-6)]
    public void Noise_OfShortedInputs_IsThatOfTheTable(byte drate, int gain, bool isBuffered, double volts)
    {
        const int seeds = 4, count = 500;
        double squares = 0;
        for (var seed = 1; seed <= seeds; seed++)
        {
            var bench = Calibrated(drate, gain, isBuffered, new(0, 0, 1), seed);
            bench.ClockHertz = 1.9e6;
            var readings = Enumerable.Range(0, count).Select(_ => bench.Convert() * 5.0 / (1 << gain) / 0x7FFFFF).ToArray();
            var mean = readings.Average();
            squares += readings.Sum(r => (r - mean) * (r - mean)) / (count - 1);
            // Self-calibration leaves the noise of its own one measurement as an offset.
            Assert.IsLessThan(5 * volts, Math.Abs(mean));
        }
        // Quantization adds LSB/sqrt(12); the estimate's own standard error is 1.6 %, five of them are allowed.
        var expected = Math.Sqrt(volts * volts + Math.Pow(5.0 / (1 << gain) / 0x7FFFFF, 2) / 12);
        Assert.AreEqual(expected, Math.Sqrt(squares / seeds), 0.08 * expected);
    }

    [TestMethod]
    public void Codes_OfTheSameSeed_AreTheSame_AndOfAnotherAreNot()
    {
        int[] Run(long seed)
        {
            var bench = Calibrated(0x43, errors: AdsErrors.Draw(new(seed, "errors")), seed: seed);
            return [.. Enumerable.Range(0, 50).Select(_ => bench.Convert())];
        }
        CollectionAssert.AreEqual(Run(5), Run(5));
        CollectionAssert.AreNotEqual(Run(5), Run(6));
    }
}
