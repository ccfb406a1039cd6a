using CoinRig.Documents;

namespace CoinRig.FrontEnd.Tests;

/// <summary>The shipped profile reads; each broken one says where, what was found and what is allowed.</summary>
[TestClass]
public sealed class BoardProfileFileTests
{
    static readonly string Reference = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "boards", "reference.yaml"));

    static string[] MistakesOf(string find, string replace)
    {
        StringAssert.Contains(Reference, find);
        var at = Reference.IndexOf(find, StringComparison.Ordinal);
        var text = Reference[..at] + replace + Reference[(at + find.Length)..];
        var error = Assert.ThrowsExactly<DocumentException>(() => BoardProfileFile.Read(Document.Parse(text, "board.yaml")));
        return [.. error.Mistakes.Select(m => m.ToString())];
    }

    [TestMethod]
    public void Reference_Reads()
    {
        var profile = BoardProfileFile.Read(Document.Parse(Reference, "reference.yaml"));
        Assert.AreEqual(2, profile.Channels.Count);
        Assert.AreEqual(100_000_000, profile.ScanPeriodNanoseconds);
        Assert.AreEqual("100 uA, 1 mA, 10 mA", string.Join(", ", profile.Channels[0].Ranges.Select(r => r.Name)));
        Assert.AreEqual(1.00083, profile.Channels[1].Calibration.VoltageGain.Value);
        Assert.AreEqual(-24e-9, profile.Channels[0].Calibration.Currents[0].TargetOffsetAmperes.Value, 1e-18);
    }

    [TestMethod]
    [DataRow("data_rate: 25 SPS", "data_rate: 20 SPS", "board.yaml:8:12: '20 SPS'; one of the ADC's rates: 30000, 15000, 7500, 3750, 2000, 1000, 500, 100, 60, 50, 30, 25, 15, 10, 5, 2.5 SPS")]
    [DataRow("data_rate: 25 SPS", "data_rate: 30000 SPS", "at most 15000 SPS")]
    [DataRow("adc_reference: 2.5 V", "adc_reference: 5 V", "a reference of 0.5 V to 2.6 V, which is what the chip takes")]
    [DataRow("dac_reference: 5 V", "dac_reference: 5 A", "a number and a unit of voltage")]
    [DataRow("topology: hardware-loop", "topology: hardware_loop", "'topology' is one of: hardware-loop, series-shunt")]
    [DataRow("topology: hardware-loop", "topology: series-shunt", "at most 0.5 V: what the shunt takes is missing for the cell")]
    [DataRow("drdy: 17", "drdy: 99", "'drdy' takes a whole number from 0 to 53")]
    [DataRow("drdy: 17", "drdy: 18", "GPIO 18 is given to drdy and reset; each line has one use")]
    [DataRow("relay: 16", "relay: 5", "GPIO 5 is given to relay of channel 1 and relay of channel 2")]
    [DataRow("voltage_inputs: [0, 1]", "voltage_inputs: [0, 9]", "two different ADC inputs, positive first")]
    [DataRow("gain: 4, select: 19", "gain: 3, select: 19", "a gain of the ADC: 1, 2, 4, 8, 16, 32 or 64")]
    [DataRow(", select: 19", "", "a 'select' pin on every range but the smallest")]
    [DataRow("voltage_gain: 1.00083", "voltage_gain: 2.5", "a gain of 0.8 to 1.25; beyond that the board is broken or the value is wrong")]
    [DataRow("relay_settle: 5 ms", "relay_settel: 5 ms", "did you mean 'relay_settle'?")]
    [DataRow("topology: hardware-loop", "topology: hardware-loop\ntransport: spidev", "'transport' is one of: gpio-cs, kernel, slow")]
    [DataRow("topology: hardware-loop", "topology: hardware-loop\ntransport: kernel", "no GPIO line to select the chips by: with this transport the kernel does")]
    [DataRow("topology: hardware-loop", "topology: hardware-loop\nspi: {bus: 0, adc: 1}", "'adc'")]
    [DataRow("compliance: -4 V .. 9 V", "compliance: 9 V .. -4 V", "the lower voltage first")]
    public void Broken_SaysWhatIsAllowed(string find, string replace, string message) =>
        StringAssert.Contains(string.Join('\n', MistakesOf(find, replace)), message);

    [TestMethod]
    public void Transport_OfTheKernel_NamesItsSelectLines()
    {
        static string With(string transport, string spi) => Reference.Replace(", adc_cs: 22, dac_cs: 23", "", StringComparison.Ordinal) + $"transport: {transport}\n{spi}\n";
        var profile = BoardProfileFile.Read(Document.Parse(With("kernel", "spi: {bus: 0, adc: 1, dac: 0}"), "board.yaml"));
        Assert.AreEqual((Transport.Kernel, 0, new ChipSelects(1, 0)), (profile.Transport, profile.SpiBus, profile.ChipSelects));
        profile = BoardProfileFile.Read(Document.Parse(With("slow", "spi: {bus: 1}"), "board.yaml"));
        Assert.AreEqual((Transport.Slow, 1, new ChipSelects(0, 1)), (profile.Transport, profile.SpiBus, profile.ChipSelects));
        Assert.AreEqual(Transport.GpioChipSelect, BoardProfileFile.Read(Document.Parse(Reference, "board.yaml")).Transport);
        var error = Assert.ThrowsExactly<DocumentException>(() => BoardProfileFile.Read(Document.Parse(With("slow", "spi: {bus: 0, dac: 0}"), "board.yaml")));
        StringAssert.Contains(error.Mistakes.Single().ToString(), "two different lines of the kernel");
        error = Assert.ThrowsExactly<DocumentException>(() => BoardProfileFile.Read(Document.Parse(
            With("slow", "").Replace("data_rate: 25 SPS", "data_rate: 2000 SPS", StringComparison.Ordinal), "board.yaml")));
        StringAssert.Contains(error.Mistakes.Single().ToString(), "at most 1000 SPS");
    }

    [TestMethod]
    public void ScansThatDoNotFit_AreRefusedWithWhatWould()
    {
        var mistakes = MistakesOf("scans_per_second: 10 Hz", "scans_per_second: 20 Hz");
        StringAssert.Contains(mistakes.Single(), "at most 12.14 scans a second at this rate");
    }

    [TestMethod]
    public void SeveralMistakes_AreToldAtOnce()
    {
        var mistakes = MistakesOf("adc_reference: 2.5 V\ndac_reference: 5 V\ndata_rate: 25 SPS", "adc_reference: 9 V\ndac_reference: five\ndata_rate: 26 SPS");
        Assert.AreEqual(3, mistakes.Length, string.Join('\n', mistakes));
    }

    [TestMethod]
    public void CalibrationForTooFewRanges_IsRefused()
    {
        var at = Reference.IndexOf("        - {gain: 1.00054", StringComparison.Ordinal);
        var line = Reference[at..Reference.IndexOf('\n', at)];
        StringAssert.Contains(string.Join('\n', MistakesOf(line + "\n", "")), "one for each of the 3 ranges, smallest first");
    }
}
