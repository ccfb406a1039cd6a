using Iot.Device.Ads1256.Tests.Fakes;

namespace Iot.Device.Ads1256.Tests;

[TestClass]
public sealed class HealthTests
{
    [TestMethod]
    public void CheckRegisters_AllAsWritten_IsSilent()
    {
        using var bench = Bench.Calibrated();
        bench.Adc.CheckRegisters();
        Assert.IsTrue(bench.Adc.TryCheckRegisters(out var mismatches));
        Assert.IsEmpty(mismatches);
    }

    [TestMethod]
    [DataRow(Register.Status, 0x08, "STATUS holds 0x38 instead of 0x30")]
    [DataRow(Register.Mux, 0x10, "MUX holds 0x11 instead of 0x01")]
    [DataRow(Register.Adcon, 0x20, "ADCON holds 0x22 instead of 0x02")]
    [DataRow(Register.Drate, 0xB3, "DRATE holds 0xF0 instead of 0x43")]
    [DataRow(Register.Io, 0x10, "IO holds 0x10 instead of 0x00")]
    [DataRow(Register.Ofc1, 0x01, "OFC1 holds 0xFF instead of 0xFE")]
    [DataRow(Register.Fsc2, 0x01, "FSC2 holds 0x3B instead of 0x3A")]
    public void CheckRegisters_OneBitFlipped_NamesTheRegister(Register register, int bits, string expected)
    {
        using var bench = Bench.Calibrated();
        bench.Chip.Registers[(int)register] ^= (byte)bits;
        if (register == Register.Status)
        {
            // A chip that turns its bits round says so in every byte that it sends.
            var all = Assert.ThrowsExactly<Ads1256RegisterException>(bench.Adc.CheckRegisters);
            Assert.AreEqual(Register.Status, all.Mismatches[0].Register);
            return;
        }
        var exception = Assert.ThrowsExactly<Ads1256RegisterException>(bench.Adc.CheckRegisters);
        Assert.HasCount(1, exception.Mismatches);
        StringAssert.Contains(exception.Message, expected);
    }

    [TestMethod]
    [DataRow(0x00)]
    [DataRow(0xFF)]
    public void Convert_DeadBus_IsAnErrorAtTheFirstReading(int bus)
    {
        using var bench = Bench.Calibrated();
        bench.Chip.BusReads = (byte)bus;
        var exception = Assert.ThrowsExactly<Ads1256RegisterException>(() => bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X1));
        StringAssert.Contains(exception.Message, "after a doubtful conversion");
    }

    [TestMethod]
    public void Convert_SameCodeForDifferentInputs_IsAnErrorAtTheFifth()
    {
        using var bench = Bench.Calibrated();
        bench.Chip.CodeOf = _ => 0x123456;
        for (var i = 0; i < 4; i++)
        {
            Convert(bench, i);
        }
        StringAssert.Contains(Assert.ThrowsExactly<Ads1256StuckException>(() => Convert(bench, 4)).Message, "for different inputs");
    }

    [TestMethod]
    public void Convert_SameCodeOfOneInput_IsNone()
    {
        using var bench = Bench.Calibrated();
        bench.Chip.CodeOf = _ => 0x123456;
        for (var i = 0; i < 20; i++)
        {
            Convert(bench, 0);
        }
    }

    static void Convert(Bench bench, int i) => bench.Adc.Convert(i % 2 == 0 ? AnalogInput.Ain0 : AnalogInput.Ain2, AnalogInput.Ain3, PgaGain.X1);

    [TestMethod]
    [DataRow(0x000000)]
    [DataRow(0xFFFFFF)]
    [DataRow(0x7FFFFF)]
    [DataRow(0x800000)]
    public void Convert_DoubtfulCodeOfALivingChip_CostsOneRegisterRead(int code)
    {
        using var bench = Bench.Calibrated();
        bench.Chip.CodeOf = _ => code;
        bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X4);
        Assert.HasCount(3, bench.Chip.Frames);
        StringAssert.StartsWith(bench.Chip.Frames[2], "10 0A ");
    }

    [TestMethod]
    public void Convert_ChipResetItself_IsNoticedByItsHaste()
    {
        using var bench = Bench.Calibrated();
        bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X4);
        bench.Chip.Registers[3] = 0xF0;
        Assert.ThrowsExactly<Ads1256RegisterException>(() => bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X4));
    }

    [TestMethod]
    public void Convert_DataReadyStuckLow_ReadsNothingBeforeTheConversionCanBeOver()
    {
        using var bench = Bench.Calibrated();
        bench.Chip.StaleNanoseconds = long.MaxValue / 2;
        var before = bench.Clock.Nanoseconds;
        bench.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X1);
        Assert.IsGreaterThanOrEqualTo(40_175_000 * 9 / 10, bench.Clock.Nanoseconds - before);
        StringAssert.StartsWith(bench.Chip.Frames[^1], "10 0A ", "a low level that came too soon is looked into");
    }
}
