namespace CoinRig.Firmware.Tests;

/// <summary>Each doubt opens, in time, with its cause; and it stays so until a person resets it.</summary>
[TestClass]
public class TripTests
{
    [TestMethod]
    [DataRow((int)TripCause.CellAbove)]
    [DataRow((int)TripCause.CellBelow)]
    [DataRow((int)TripCause.CellLost)]
    [DataRow((int)TripCause.SupplyLow)]
    [DataRow((int)TripCause.SupplyLost)]
    [DataRow((int)TripCause.BoardHot)]
    [DataRow((int)TripCause.DoorOpen)]
    public void Reading_InDoubt_OpensWithinTwoLoops(int cause)
    {
        var bench = new Bench();
        bench.Close();
        Spoil(bench, cause);
        bench.Pass(BoardProfile.ReadingsInDoubt * BoardProfile.LoopMilliseconds);
        AssertTripped(bench, cause);
    }

    [TestMethod]
    [DataRow((int)TripCause.CellAbove)]
    [DataRow((int)TripCause.CellLost)]
    [DataRow((int)TripCause.SupplyLow)]
    public void Reading_InDoubtOnce_IsNoise(int cause)
    {
        var bench = new Bench();
        bench.Close();
        for (var i = 0; i < 20; i++)
        {
            Spoil(bench, cause);
            bench.Loop();
            Mend(bench);
            bench.Loop();
        }
        Assert.AreEqual((int)SupervisorState.Closed, (int)bench.Supervisor.State);
    }

    [TestMethod]
    public void Thermometer_Silent_OpensAfterThreeSeconds()
    {
        var bench = new Bench();
        bench.Close();
        bench.ThermometerAnswers = false;
        bench.Pass(2900);
        Assert.AreEqual((int)SupervisorState.Closed, (int)bench.Supervisor.State);
        bench.Pass(140);
        AssertTripped(bench, (int)TripCause.ThermometerLost);
    }

    [TestMethod]
    public void CoilSupply_LapsesForALoop_OpensForGood()
    {
        var bench = new Bench();
        bench.Close();
        bench.CoilFollows = false;
        bench.Readings.CoilIsPowered = false;
        bench.Pass(BoardProfile.LoopMilliseconds);
        AssertTripped(bench, (int)TripCause.CoilDead);
    }

    [TestMethod]
    public void CoilSupply_NeverComes_Opens()
    {
        var bench = new Bench();
        bench.CoilFollows = false;
        bench.Close();
        Assert.AreEqual((int)SupervisorState.Closed, (int)bench.Supervisor.State);
        bench.Pass(BoardProfile.CoilMilliseconds);
        AssertTripped(bench, (int)TripCause.CoilDead);
    }

    [TestMethod]
    public void CoilSupply_StaysOn_IsNotArmedAgain()
    {
        var bench = new Bench();
        bench.Close();
        bench.CoilFollows = false;
        bench.Send(MessageType.Open);
        bench.Pass(BoardProfile.CoilMilliseconds + 40);
        AssertTripped(bench, (int)TripCause.CoilStuck);
        Assert.AreEqual((int)Result.CauseIsThere, bench.Send(MessageType.Reset, (int)TripCause.CoilStuck));
    }

    [TestMethod]
    public void Button_Closed_Opens()
    {
        var bench = new Bench();
        bench.Close();
        bench.Supervisor.PressButton(bench.Now);
        AssertTripped(bench, (int)TripCause.Button);
        bench.Supervisor.PressButton(bench.Now);
        Assert.AreEqual((int)SupervisorState.Unarmed, (int)bench.Supervisor.State);
    }

    [TestMethod]
    public void Loop_Late_Opens()
    {
        var bench = new Bench();
        bench.Close();
        bench.Supervisor.Cycle(bench.Now + 100);
        AssertTripped(bench, (int)TripCause.LoopLate);
    }

    [TestMethod]
    public void Tripped_WhateverTheGatewayAsks_StaysTripped()
    {
        var bench = new Bench();
        bench.Close();
        bench.Supervisor.PressButton(bench.Now);
        bench.Send(MessageType.Arm, 1);
        bench.Send(MessageType.Close);
        bench.Send(MessageType.Open);
        bench.Send(MessageType.Disarm);
        bench.Send(MessageType.Maintenance, 1);
        bench.Hello(99);
        bench.Pass(2000);
        AssertTripped(bench, (int)TripCause.Button);
    }

    [TestMethod]
    public void Reset_OfAnotherCause_IsRefused()
    {
        var bench = new Bench();
        bench.Close();
        Spoil(bench, (int)TripCause.CellAbove);
        bench.Pass(60);
        Assert.AreEqual((int)Result.OtherCause, bench.Send(MessageType.Reset, (int)TripCause.Button));
        Assert.AreEqual((int)Result.CauseIsThere, bench.Send(MessageType.Reset, (int)TripCause.CellAbove));
        Mend(bench);
        bench.Pass(40);
        Assert.AreEqual((int)Result.Done, bench.Send(MessageType.Reset, (int)TripCause.CellAbove));
        Assert.AreEqual((int)SupervisorState.Unarmed, (int)bench.Supervisor.State);
    }

    [TestMethod]
    public void Reset_CellTakenOut_IsGone()
    {
        var bench = new Bench();
        bench.Close();
        Spoil(bench, (int)TripCause.CellBelow);
        bench.Pass(60);
        Assert.AreEqual((int)Result.CauseIsThere, bench.Send(MessageType.Reset, (int)TripCause.CellBelow));
        bench.Readings.CellMillivolts[0] = 150;
        bench.Pass(40);
        Assert.AreEqual((int)Result.Done, bench.Send(MessageType.Reset, (int)TripCause.CellBelow));
    }

    static void Spoil(Bench bench, int cause)
    {
        switch ((TripCause)cause)
        {
            case TripCause.CellAbove:
                bench.Readings.CellMillivolts[0] = 4401;
                break;
            case TripCause.CellBelow:
                bench.Readings.CellMillivolts[0] = 1999;
                break;
            case TripCause.CellLost:
                bench.Readings.CellIsRead[1] = false;
                break;
            case TripCause.SupplyLow:
                bench.Readings.SupplyMillivolts = 4699;
                break;
            case TripCause.SupplyLost:
                bench.Readings.SupplyIsRead = false;
                break;
            case TripCause.BoardHot:
                bench.Readings.BoardDecidegrees = 501;
                break;
            default:
                bench.Readings.DoorIsClosed = false;
                break;
        }
    }

    static void Mend(Bench bench)
    {
        bench.Readings.CellMillivolts[0] = 3700;
        bench.Readings.CellIsRead[1] = true;
        bench.Readings.SupplyMillivolts = 5000;
    }

    static void AssertTripped(Bench bench, int cause)
    {
        Assert.AreEqual(Names.Of((TripCause)cause), Names.Of(bench.Supervisor.Cause));
        Assert.AreEqual((int)SupervisorState.Tripped, (int)bench.Supervisor.State);
        Assert.IsFalse(bench.Supervisor.Monostable.IsReleased);
        Assert.IsFalse(bench.Supervisor.Monostable.Trigger);
    }
}
