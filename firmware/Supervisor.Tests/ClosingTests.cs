namespace CoinRig.Firmware.Tests;

/// <summary>What it takes to give the coils supply, and what holds it.</summary>
[TestClass]
public class ClosingTests
{
    [TestMethod]
    public void Close_InOrder_TogglesOncePerHealthyCycle()
    {
        var bench = new Bench();
        bench.Close();
        Assert.AreEqual((int)SupervisorState.Closed, (int)bench.Supervisor.State);
        for (var i = 0; i < 50; i++)
        {
            var level = bench.Supervisor.Monostable.Trigger;
            bench.Loop();
            Assert.IsTrue(bench.Supervisor.Monostable.Trigger != level);
            Assert.IsTrue(bench.Supervisor.Monostable.IsReleased);
        }
    }

    [TestMethod]
    public void Close_WithoutCycles_TogglesNothing()
    {
        var bench = new Bench();
        bench.Close();
        var level = bench.Supervisor.Monostable.Trigger;
        for (var i = 0; i < 20; i++)
        {
            bench.Beat();
            bench.Send(MessageType.ReadStatus);
        }
        Assert.AreEqual(level, bench.Supervisor.Monostable.Trigger);
    }

    [TestMethod]
    public void Arm_NobodySaidHello_IsRefused()
    {
        var bench = new Bench();
        bench.Pass(500);
        Assert.AreEqual((int)Result.NoSession, bench.Send(MessageType.Arm, 1));
    }

    [TestMethod]
    public void Arm_WithoutLimits_IsRefused()
    {
        var bench = new Bench();
        bench.Hello(1);
        bench.Pass(500);
        Assert.AreEqual((int)Result.NoLimits, bench.Send(MessageType.Arm, 1));
    }

    [TestMethod]
    public void Arm_WithoutHeartbeat_IsRefused()
    {
        var bench = new Bench { Beats = false };
        bench.Hello(1);
        bench.Pass(500);
        bench.Limit(2000, 4400);
        Assert.AreEqual((int)Result.NoHeartbeat, bench.Send(MessageType.Arm, 1));
    }

    [TestMethod]
    [DataRow(0, (int)Result.NotThere)]
    [DataRow(4, (int)Result.NotThere)]
    [DataRow(1, (int)Result.Done)]
    [DataRow(3, (int)Result.Done)]
    public void Arm_Channels_MustBeThere(int channels, int result)
    {
        var bench = new Bench();
        bench.Hello(1);
        bench.Pass(500);
        bench.Limit(2000, 4400);
        Assert.AreEqual(result, bench.Send(MessageType.Arm, channels));
    }

    [TestMethod]
    public void Arm_EmptyHolder_IsRefused()
    {
        var bench = new Bench();
        bench.Readings.CellMillivolts[0] = 0;
        bench.Hello(1);
        bench.Pass(500);
        bench.Limit(2000, 4400);
        Assert.AreEqual((int)Result.InDoubt, bench.Send(MessageType.Arm, 1));
    }

    [TestMethod]
    public void Arm_WhileClosed_ChangesWhatIsWatched()
    {
        var bench = new Bench();
        bench.Readings.CellMillivolts[1] = 3000;
        bench.Close();
        Assert.AreEqual((int)Result.Done, bench.Send(MessageType.Arm, 3));
        Assert.AreEqual(3, bench.Supervisor.Watch.Watched);
        Assert.AreEqual((int)SupervisorState.Closed, (int)bench.Supervisor.State);

        // The first cell is taken out, once it is no more watched; one that is not within its limits does not come in again.
        Assert.AreEqual((int)Result.Done, bench.Send(MessageType.Arm, 2));
        bench.Readings.CellMillivolts[0] = 150;
        bench.Pass(500);
        Assert.AreEqual((int)SupervisorState.Closed, (int)bench.Supervisor.State);
        Assert.AreEqual((int)Result.InDoubt, bench.Send(MessageType.Arm, 3));
        Assert.AreEqual(2, bench.Supervisor.Watch.Watched);
        bench.Readings.CellMillivolts[1] = 150;
        bench.Pass(100);
        Assert.AreEqual((int)TripCause.CellBelow, (int)bench.Supervisor.Cause);
    }

    [TestMethod]
    public void Close_NotArmed_IsRefused()
    {
        var bench = new Bench();
        bench.Hello(1);
        bench.Pass(500);
        Assert.AreEqual((int)Result.NotInThisState, bench.Send(MessageType.Close));
    }

    [TestMethod]
    public void Open_Closed_ClearsAtOnceAndCanCloseAgain()
    {
        var bench = new Bench();
        bench.Close();
        Assert.AreEqual((int)Result.Done, bench.Send(MessageType.Open));
        Assert.IsFalse(bench.Supervisor.Monostable.IsReleased);
        bench.Pass(1000);
        Assert.AreEqual((int)SupervisorState.Armed, (int)bench.Supervisor.State);
        Assert.AreEqual((int)Result.Done, bench.Send(MessageType.Close));
        bench.Pass(100);
        Assert.IsTrue(bench.Supervisor.Monostable.IsReleased);
    }

    [TestMethod]
    public void Hello_TooSlowGateway_IsRefused()
    {
        var bench = new Bench();
        bench.Hello(1, 131);
        Assert.AreEqual((int)Result.PeriodTooLong, bench.LastResult);
        bench.Hello(1, 100, 2);
        Assert.AreEqual((int)Result.OtherVersion, bench.LastResult);
    }

    [TestMethod]
    public void Hello_OfAnotherGatewayWhileClosed_Trips()
    {
        var bench = new Bench();
        bench.Close();
        bench.Hello(7);
        Assert.AreEqual((int)SupervisorState.Closed, (int)bench.Supervisor.State);
        bench.Hello(8);
        Assert.AreEqual((int)SupervisorState.Tripped, (int)bench.Supervisor.State);
        Assert.AreEqual((int)TripCause.GatewayRestarted, (int)bench.Supervisor.Cause);
        Assert.IsFalse(bench.Supervisor.Monostable.IsReleased);
    }
}
