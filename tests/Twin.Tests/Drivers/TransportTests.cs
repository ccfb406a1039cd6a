using System.Device.Gpio;
using System.Device.Spi;
using CoinRig.Clock;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Spi;
using Iot.Device.Ads1256;

namespace CoinRig.Twin.Tests;

/// <summary>Where the kernel selects the chips, the twin accepts what our transports send, and refuses what they must not leave out.</summary>
[TestClass]
public sealed class TransportTests
{
    readonly VirtualClock _clock = new();

    static BoardProfile ProfileOf(string transport)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "boards", "reference.yaml")).Replace(", adc_cs: 22, dac_cs: 23", "", StringComparison.Ordinal);
        return BoardProfileFile.Read(Document.Parse($"{text}transport: {transport}\nspi: {{bus: 0, adc: 1, dac: 0}}\n", "board.yaml"));
    }

    (BoardTwin Twin, Board Board) Open(string transport)
    {
        var profile = ProfileOf(transport);
        var cell = new ResistorCell(3.7, 100);
        var twin = new BoardTwin(profile, _clock, 1, cell, cell);
        return (twin, Board.Open(profile, twin.OpenSpi, new GpioController(twin.Gpio), _clock));
    }

    [TestMethod]
    [DataRow("kernel")]
    [DataRow("slow")]
    public void Convert_AtEveryRateThatTheBusKeepsUpWith_IsAcceptedByTheChip(string transport)
    {
        var (twin, board) = Open(transport);
        using (board)
        {
            foreach (var rate in DataRates.All.Where(r => r.SamplesPerSecond() <= (transport == "slow" ? 1000 : 15000)))
            {
                board.Adc.SetDataRate(rate);
                foreach (var gain in new[] { PgaGain.X1, PgaGain.X2 })
                {
                    board.Adc.SelfCalibrate(gain);
                    var truth = twin.Channels[0].Truth;
                    var conversion = board.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, gain);
                    Assert.AreEqual(0.5 * (3.7 - truth.VoltageOffsetVolts) / truth.VoltageGain, conversion.Volts, 300e-6, $"{rate} {gain}");
                }
            }
            board.Adc.StartFreeRunning(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X1);
            for (var i = 0; i < 20; i++)
            {
                Assert.AreEqual(1.85, board.Adc.ReadData().Volts, 10e-3);
            }
            Assert.AreEqual(0, board.Adc.MissedResults);
        }
    }

    [TestMethod]
    public void Slow_RateThatTheBusCannotRead_IsRefused()
    {
        var (_, board) = Open("slow");
        using (board)
        {
            var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => board.Adc.SetDataRate(DataRate.Sps3750));
            StringAssert.Contains(error.Message, "75000 Hz");
        }
    }

    [TestMethod]
    [DataRow(6, 2, "t6", DisplayName = "6 us between command and data")]
    [DataRow(7, 0, "t10", DisplayName = "no hold")]
    public void Message_PauseTooShort_IsRefusedByTheChip(int pause, int hold, string symbol)
    {
        var (twin, board) = Open("kernel");
        using (board)
        {
            var device = (ISpiMessages)twin.OpenSpi(new SpiConnectionSettings(0, 1) { Mode = SpiMode.Mode1, ClockFrequency = 1_900_000 });
            AdsBench.Refused(symbol, () => device.Transfer([new(2, (ushort)pause), new(1, (ushort)hold)], [0x10, 0x00, 0x00], new byte[3]));
            _clock.Wait(RigClockExtensions.Microsecond);
            // Refused or not, the chip answers the next message as if nothing had been.
            var answer = new byte[3];
            device.Transfer([new(2, 7), new(1, 2)], [0x10, 0x00, 0x00], answer);
            Assert.AreEqual(0x30, answer[2] & 0xF0);
        }
    }

    /// <summary>Without messages of segments a fast clock leaves no room for t6: what the library's own device can do.</summary>
    [TestMethod]
    public void SingleTransfer_FasterThanSlow_IsRefusedByTheChip()
    {
        var (twin, board) = Open("slow");
        using (board)
        {
            var device = twin.OpenSpi(new SpiConnectionSettings(0, 1) { Mode = SpiMode.Mode1, ClockFrequency = 80_000 });
            AdsBench.Refused("t6", () => device.TransferFullDuplex([0x10, 0x00, 0x00], new byte[3]));
        }
    }

    [TestMethod]
    public void SelectLines_AreThoseOfTheProfile()
    {
        var (twin, board) = Open("kernel");
        using (board)
        {
            twin.OpenSpi(new SpiConnectionSettings(0, 0) { Mode = SpiMode.Mode1, ClockFrequency = 900_000 }).Write([0x10, 0x12, 0x34]);
            Assert.AreEqual(0x1234, twin.Dac.Code(0));
            twin.OpenSpi(new SpiConnectionSettings(0, 2) { Mode = SpiMode.Mode1, ClockFrequency = 900_000 }).Write([0x10, 0x56, 0x78]);
            Assert.AreEqual(0x1234, twin.Dac.Code(0), "a line that nothing hangs on selected the DAC");
        }
    }
}
