namespace CoinRig.Firmware.Tests;

/// <summary>Limits can be lowered at any time, raised only while nothing is held, and never beyond what is compiled in.</summary>
[TestClass]
public class LimitTests
{
    [TestMethod]
    [DataRow(-1, 4400, 4700, 500)]
    [DataRow(2000, 4701, 4700, 500)]
    [DataRow(2000, 4400, 4599, 500)]
    [DataRow(2000, 4400, 4700, 601)]
    public void Set_WiderThanCompiledIn_IsRefusedWhole(int lowest, int highest, int supply, int board)
    {
        var bench = new Bench();
        bench.Hello(1);
        Assert.AreEqual((int)Result.TooWide, bench.Limit(lowest, highest, supply, board));
        Assert.AreEqual(BoardProfile.HighestCellMillivolts, bench.Supervisor.Held.HighestCellMillivolts[0]);
        Assert.AreEqual(BoardProfile.LowestCellMillivolts, bench.Supervisor.Held.LowestCellMillivolts[0]);
    }

    [TestMethod]
    [DataRow(1999, 4400, 4700, 500)]
    [DataRow(2000, 4401, 4700, 500)]
    [DataRow(2000, 4400, 4699, 500)]
    [DataRow(2000, 4400, 4700, 501)]
    public void Set_WiderWhileClosed_IsRefused(int lowest, int highest, int supply, int board)
    {
        var bench = new Bench();
        bench.Close();
        Assert.AreEqual((int)Result.TooWide, bench.Limit(lowest, highest, supply, board));
        Assert.AreEqual((int)Result.Done, bench.Limit(2000, 4400));
    }

    [TestMethod]
    public void Set_LowerWhileClosed_IsHeldAndReadBack()
    {
        var bench = new Bench();
        bench.Close();
        Assert.AreEqual((int)Result.Done, bench.Limit(2500, 4200, 4800, 450));
        bench.Send(MessageType.ReadLimits);
        Assert.AreEqual((int)MessageType.LimitsHeld, (int)bench.LastContent[1]);
        Assert.AreEqual(2500, Bytes.Signed16(bench.LastContent, 2));
        Assert.AreEqual(4200, Bytes.Signed16(bench.LastContent, 4));
        Assert.AreEqual(4800, Bytes.Signed16(bench.LastContent, 10));
        Assert.AreEqual(450, Bytes.Signed16(bench.LastContent, 12));
    }

    [TestMethod]
    public void Set_LowerThanTheCell_Opens()
    {
        var bench = new Bench();
        bench.Close();
        bench.Limit(2000, 3699);
        bench.Pass(40);
        Assert.AreEqual((int)TripCause.CellAbove, (int)bench.Supervisor.Cause);
    }

    [TestMethod]
    public void Set_UnarmedAgain_MayBeWider()
    {
        var bench = new Bench();
        bench.Close();
        bench.Send(MessageType.Disarm);
        Assert.AreEqual((int)Result.Done, bench.Limit(1000, 4500));
    }
}
