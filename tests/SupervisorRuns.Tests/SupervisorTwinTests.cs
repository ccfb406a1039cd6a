using System.Device.Gpio;
using CoinRig.Cells;
using CoinRig.Clock;
using CoinRig.FrontEnd;
using CoinRig.Gateway;
using CoinRig.Supervision;
using CoinRig.Twin;

namespace CoinRig.SupervisorRuns.Tests;

/// <summary>The firmware at a twin board: the cell relay needs the gateway's line and the supervisor's monostable.</summary>
[TestClass]
public sealed class SupervisorTwinTests
{
    [TestMethod]
    public void Relay_NeedsLineAndMonostable_AndOpensWhenTheGatewayHangs()
    {
        var profile = BoardProfileFile.Load(Shipped.Boards.PathOf("reference"));
        var clock = new EventClock(new VirtualClock());
        var twin = new BoardTwin(profile, clock, 1, CellModelFactory.Create(CellFile.Load(Shipped.Cells.PathOf("ncm523-lpo")), 1));
        var supervisor = new SupervisorTwin(twin, clock, 1);
        using var gpio = new GpioController(twin.Gpio);
        using var relay = gpio.OpenPin(profile.Channels[0].Pins.CellRelay, PinMode.Output);
        clock.WaitUntil(RigClockExtensions.Second);
        var client = new SupervisorClient(supervisor.Line, clock);
        void Scan()
        {
            clock.Wait(100 * RigClockExtensions.Millisecond);
            client.Beat(new(true, (short)(twin.Channels[0].CellVolts * 1000), false, 0));
        }

        // The line alone closes nothing.
        relay.Write(PinValue.High);
        Scan();
        Assert.IsFalse(twin.Channels[0].IsRelayContactClosed);
        relay.Write(PinValue.Low);

        client.Begin(1, 100);
        client.SetLimits(new(2000, 4500, 0, 4500, 4700, 500));
        for (var i = 0; i < 4; i++)
        {
            Scan();
        }
        Assert.AreEqual(RequestResult.Done, client.Ask(LinkMessage.Arm, 1));
        Assert.AreEqual(RequestResult.Done, client.Ask(LinkMessage.Close));
        Scan();

        // The supply alone closes nothing either; both do.
        Assert.IsTrue(twin.HasCoilSupply);
        Assert.IsFalse(twin.Channels[0].IsRelayContactClosed);
        relay.Write(PinValue.High);
        Scan();
        Assert.IsTrue(twin.Channels[0].IsRelayContactClosed);

        // The gateway hangs with its line high.
        var hung = clock.Nanoseconds;
        while (twin.Channels[0].IsRelayContactClosed)
        {
            clock.Wait(RigClockExtensions.Millisecond);
        }
        Assert.IsInRange(380, 500, (clock.Nanoseconds - hung) / RigClockExtensions.Millisecond);
        client.ReadStatus();
        Assert.AreEqual(TripCause.HeartbeatSilent, client.Cause);
    }
}
