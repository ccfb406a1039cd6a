namespace CoinRig.Firmware.Tests;

/// <summary>Silence, a counter that stands still, heartbeats that waited somewhere, and readings that disagree.</summary>
[TestClass]
public class HeartbeatTests
{
    [TestMethod]
    public void Silence_OpensAfterFourHundredMilliseconds()
    {
        var bench = new Bench();
        bench.Close();
        while (bench.Now % 100 != 0)
        {
            bench.Loop();
        }
        bench.Beats = false;
        bench.Pass(380);
        Assert.AreEqual((int)SupervisorState.Closed, (int)bench.Supervisor.State);
        bench.Pass(20);
        Assert.AreEqual((int)TripCause.HeartbeatSilent, (int)bench.Supervisor.Cause);
        Assert.IsFalse(bench.Supervisor.Monostable.IsReleased);
    }

    [TestMethod]
    public void OneHeartbeat_IsNotYetEnough()
    {
        var bench = new Bench { Beats = false };
        bench.Hello(1);
        bench.Limit(2000, 4400);
        for (var i = 1; i <= Heartbeat.Needed; i++)
        {
            bench.Loop();
            Assert.AreEqual((int)Result.NoHeartbeat, bench.Send(MessageType.Arm, 1));
            bench.Beat();
        }
        Assert.AreEqual((int)Result.Done, bench.Send(MessageType.Arm, 1));
    }

    [TestMethod]
    public void StuckCounter_IsNoProofOfLife()
    {
        var bench = new Bench();
        bench.Close();
        bench.Beats = false;
        for (var i = 0; i < 6; i++)
        {
            bench.Beat(3, (uint)bench.Now);
            bench.Pass(100);
        }
        Assert.AreEqual((int)TripCause.HeartbeatStuck, (int)bench.Supervisor.Cause);
    }

    [TestMethod]
    public void HeartbeatsFromABuffer_AreNoProofOfLife()
    {
        var bench = new Bench();
        bench.Close();
        bench.Beats = false;
        var hung = (uint)bench.Now;
        for (var i = 0; i < 6; i++)
        {
            bench.Beat(1000 + i, hung);
            bench.Pass(100);
        }
        Assert.AreEqual((int)TripCause.HeartbeatLate, (int)bench.Supervisor.Cause);
    }

    [TestMethod]
    [DataRow(-200)]
    [DataRow(0)]
    [DataRow(200)]
    public void CrystalsThatDiffer_AreNoDelay(int partsPerMillion)
    {
        var heartbeat = new Heartbeat();
        for (var i = 1; i < 864000; i++)
        {
            var now = i * 100L;
            Assert.IsTrue(heartbeat.Take(now, (ushort)i, (uint)(now + now * partsPerMillion / 1000000)));
        }
    }

    [TestMethod]
    public void Disagreement_ForASecond_Opens()
    {
        var bench = new Bench();
        bench.Close();
        bench.Theirs = 3700 + BoardProfile.AgreementMillivolts;
        bench.Pass(5000);
        Assert.AreEqual((int)SupervisorState.Closed, (int)bench.Supervisor.State);
        bench.Theirs++;
        bench.Pass(900);
        Assert.AreEqual((int)SupervisorState.Closed, (int)bench.Supervisor.State);
        bench.Pass(220);
        Assert.AreEqual((int)TripCause.Disagreement, (int)bench.Supervisor.Cause);
        Assert.AreEqual(1, bench.Supervisor.CauseChannel);
    }

    [TestMethod]
    [DataRow(0, true)]
    [DataRow(-800, true)]
    [DataRow(290, true)]
    [DataRow(320, false)]
    public void Dummy_BelowTheReachOfTheAdc_AgreesWithWhateverIsLower(int theirs, bool agrees)
    {
        var bench = new Bench();
        bench.Readings.CellMillivolts[0] = 150;
        bench.Theirs = theirs;
        bench.Hello(7);
        bench.Pass(400);
        bench.Limit(0, 4400);
        bench.Send(MessageType.Arm, 1);
        bench.Send(MessageType.Close);
        bench.Pass(2000);
        Assert.AreEqual(agrees, bench.Supervisor.State == SupervisorState.Closed);
    }

    [TestMethod]
    public void FastSweep_WithReadingsOfTheLastScan_Agrees()
    {
        var bench = new Bench();
        bench.Close();
        for (var i = 0; i < 400; i++)
        {
            bench.Theirs = bench.Readings.CellMillivolts[0];
            bench.Readings.CellMillivolts[0] = i < 200 ? 2100 + i * 10 : 4100 - (i - 200) * 10;
            bench.Loop();
        }
        Assert.AreEqual((int)SupervisorState.Closed, (int)bench.Supervisor.State);
    }
}
