namespace CoinRig.Firmware.Tests;

/// <summary>What outlives a reboot.</summary>
[TestClass]
public class BlackBoxTests
{
    [TestMethod]
    public void Trip_AfterReboot_IsStillLatchedWithItsCause()
    {
        var before = new Bench();
        before.Close();
        before.Readings.DoorIsClosed = false;
        before.Pass(40);
        var after = new Bench(before.Storage);
        after.Pass(40);
        Assert.AreEqual((int)SupervisorState.Tripped, (int)after.Supervisor.State);
        Assert.AreEqual((int)TripCause.DoorOpen, (int)after.Supervisor.Cause);
        Assert.AreEqual(1, after.Supervisor.Box.Trips);
        Assert.AreEqual(2, after.Supervisor.Box.Boots);
    }

    [TestMethod]
    public void Reboot_WhileClosed_Trips()
    {
        var before = new Bench();
        before.Close();
        var after = new Bench(before.Storage);
        Assert.AreEqual((int)TripCause.Rebooted, (int)after.Supervisor.Cause);
        Assert.IsFalse(after.Supervisor.Monostable.IsReleased);
    }

    [TestMethod]
    public void Reboot_AfterDisarm_IsNoTrip()
    {
        var before = new Bench();
        before.Close();
        before.Send(MessageType.Disarm);
        before.Loop();
        Assert.AreEqual((int)SupervisorState.Unarmed, (int)new Bench(before.Storage).Supervisor.State);
    }

    [TestMethod]
    public void Memory_Damaged_TripsAtTheStart()
    {
        var before = new Bench();
        before.Close();
        before.Send(MessageType.Disarm);
        before.Loop();
        before.Storage.Content[5] ^= 4;
        var after = new Bench(before.Storage);
        Assert.AreEqual((int)TripCause.BlackBoxLost, (int)after.Supervisor.Cause);
        after.Pass(40);
        Assert.AreEqual((int)SupervisorState.Tripped, (int)new Bench(before.Storage).Supervisor.State);
    }

    [TestMethod]
    public void Memory_SilentWhileClosing_Opens()
    {
        var bench = new Bench();
        bench.Hello(7);
        bench.Pass(400);
        bench.Limit(2000, 4400);
        bench.Send(MessageType.Arm, 1);
        bench.Loop();
        bench.Storage.Answers = false;
        bench.Send(MessageType.Close);
        bench.Pass(60);
        Assert.AreEqual((int)TripCause.BlackBoxLost, (int)bench.Supervisor.Cause);
    }

    [TestMethod]
    public void Log_KeepsTheLastEightTrips_NewestFirst()
    {
        var bench = new Bench();
        for (var i = 0; i < 11; i++)
        {
            bench.Hello(100 + i);
            bench.Pass(400);
            bench.Limit(2000, 4400);
            bench.Send(MessageType.Arm, 1);
            bench.Readings.CellMillivolts[0] = 4401 + i;
            bench.Pass(40);
            Assert.AreEqual((int)SupervisorState.Tripped, (int)bench.Supervisor.State);
            bench.Readings.CellMillivolts[0] = 3700;
            bench.Pass(40);
            bench.Supervisor.PressButton(bench.Now);
        }
        for (var age = 0; age < BlackBox.Records; age++)
        {
            bench.Send(MessageType.ReadTrip, age);
            Assert.AreEqual((int)MessageType.Trip, (int)bench.LastContent[1]);
            Assert.AreEqual(age, (int)bench.LastContent[2]);
            Assert.AreEqual(11, (int)bench.LastContent[3]);
            Assert.AreEqual((int)TripCause.CellAbove, (int)bench.LastContent[4]);
            Assert.AreEqual(4400, Bytes.Signed16(bench.LastContent, 12));
            Assert.AreEqual(4411 - age, Bytes.Signed16(bench.LastContent, 14));
        }
        Assert.AreEqual((int)Result.NotThere, bench.Send(MessageType.ReadTrip, BlackBox.Records));
    }
}
