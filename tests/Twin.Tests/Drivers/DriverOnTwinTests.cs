using System.Device.Gpio;
using CoinRig.Clock;
using CoinRig.FrontEnd;
using Iot.Device.Ads1256;

namespace CoinRig.Twin.Tests;

/// <summary>Our bindings and front end on the emulated chips: none of what they do is refused, and they read what is there.</summary>
[TestClass]
public sealed class DriverOnTwinTests
{
    static (BoardTwin Twin, Board Board, VirtualClock Clock) Open(ICellModel cell, long seed = 1)
    {
        var clock = new VirtualClock();
        var profile = BoardProfileFile.Load(Path.Combine(AppContext.BaseDirectory, "boards", "reference.yaml"));
        var twin = new BoardTwin(profile, clock, seed, cell, cell);
        return (twin, Board.Open(profile, twin.OpenSpi, new GpioController(twin.Gpio), clock), clock);
    }

    [TestMethod]
    public void Board_Opens_AndLeavesEveryChannelIdle()
    {
        var (twin, board, _) = Open(new ResistorCell(3.7, 100));
        using (board)
        {
            Assert.AreEqual(3, board.Adc.ReadIdentity());
            foreach (var channel in twin.Channels)
            {
                Assert.IsFalse(channel.IsRelayContactClosed);
                Assert.IsFalse(channel.IsOutputEnabled);
            }
            Assert.AreEqual(32768, twin.Dac.Code(0));
        }
    }

    [TestMethod]
    public void Convert_ReadsTheVoltage_AtTheCentreOfItsWindow()
    {
        var (twin, board, clock) = Open(new ResistorCell(3.7, 100));
        using (board)
        {
            var start = clock.Nanoseconds;
            var conversion = board.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, PgaGain.X1);
            var truth = twin.Channels[0].Truth;
            Assert.AreEqual(0.5 * (3.7 - truth.VoltageOffsetVolts) / truth.VoltageGain, conversion.Volts, 30e-6);
            Assert.AreEqual(start + 20.09e6, conversion.CenterNanoseconds, 200e3);
        }
    }

    [TestMethod]
    public void Convert_AtEveryRateThatTheBusKeepsUpWith_IsAcceptedByTheChip()
    {
        var (_, board, _) = Open(new ResistorCell(0.1, 100));
        using (board)
        {
            // RDATA and 24 bits take 40 us at 960 kHz, longer than a period of 30 kSPS: the chip would be read while it updates (t17).
            foreach (var rate in Enum.GetValues<DataRate>().Where(r => r != DataRate.Sps30000))
            {
                board.Adc.SetDataRate(rate);
                for (var gain = PgaGain.X1; gain <= PgaGain.X64; gain++)
                {
                    board.Adc.SelfCalibrate(gain);
                    var fast = board.Adc.Convert(AnalogInput.Ain0, AnalogInput.Ain1, gain);
                    Assert.AreEqual(0.05, fast.Volts, 300e-6, $"{rate} {gain}");
                }
            }
        }
    }
}
