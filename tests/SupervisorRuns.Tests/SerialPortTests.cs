using CoinRig.Clock;
using CoinRig.Gateway;
using CoinRig.Linux;
using CoinRig.Supervision;

namespace CoinRig.SupervisorRuns.Tests;

/// <summary>The gateway's client and the firmware through the kernel's own serial lines, in virtual time.</summary>
[TestClass]
public sealed class SerialPortTests
{
    [TestMethod]
    public void Client_ThroughASerialPort_ClosesAndIsTrippedWhenItFallsSilent()
    {
        using var terminal = PseudoTerminal.Create();
        using var line = SerialPortLine.Open(terminal.Path);
        var clock = new EventClock(new VirtualClock());
        var firmware = new FirmwareTwin((readings, uptime) =>
        {
            (readings.CellMillivolts[0], readings.CellIsRead[0], readings.CellIsRead[1]) = (3700, true, true);
            (readings.SupplyMillivolts, readings.SupplyIsRead, readings.DoorIsClosed) = (5000, true, true);
            (readings.BoardDecidegrees, readings.BoardReadAtMilliseconds) = (250, uptime);
        }, new TerminalEnd(terminal));
        clock.NextDue = () => firmware.NextDue;
        clock.Happen = firmware.Loop;
        clock.WaitUntil(RigClockExtensions.Second);
        var client = new SupervisorClient(line, clock);
        client.Begin(7, 100);
        client.SetLimits(new(2000, 4500, 0, 4500, 4700, 500));
        void Scan(int times)
        {
            for (var i = 0; i < times; i++)
            {
                clock.Wait(100 * RigClockExtensions.Millisecond);
                client.Beat(new(true, 3700, false, 0));
            }
        }
        Scan(4);
        Assert.AreEqual(RequestResult.Done, client.Ask(LinkMessage.Arm, 1));
        Assert.AreEqual(RequestResult.Done, client.Ask(LinkMessage.Close));
        Scan(600);
        Assert.AreEqual(SupervisorState.Closed, client.State);
        Assert.IsTrue(firmware.Monostable.HasSupply(clock.Nanoseconds));
        clock.Wait(500 * RigClockExtensions.Millisecond);
        Assert.IsFalse(firmware.Monostable.HasSupply(clock.Nanoseconds));
        Assert.AreEqual(TripCause.HeartbeatSilent, client.ReadTrip(0)!.Value.Cause);
    }
}
