namespace CoinRig.KillRuns.Tests;

[TestClass]
public sealed class KillTests
{
    DirectoryInfo _folder = null!;

    [TestInitialize]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("coinrig-kill");

    [TestCleanup]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [TestMethod]
    public void PowerCut_AnyStateSinceTheLastSync_OpensWithWhatWasCommitted()
    {
        var tally = new PowerCuts(seed: 3).Carry(60);
        Assert.IsEmpty(tally.Failures, tally.ToString());
        Assert.IsGreaterThan(5, tally.Figures["of them lost something that was not yet committed"]);
    }

    /// <summary>The judge sees what a disk loses that does not do what it is asked for.</summary>
    [TestMethod]
    public void PowerCut_DiskThatIgnoresSyncs_IsNotForgiven()
    {
        var tally = new PowerCuts(seed: 3) { DiskFault = new(FaultyDisk.DiskFaultKind.SyncIgnored, At: 1, FaultyDisk.DiskFault.Lasting) }.Carry(40);
        Assert.IsGreaterThan(10, tally.Failures.Count);
    }

    /// <summary>Seed 3 is interrupted in a hold, far enough from its voltage: the first scan after the way back once was in the charge and in no row.</summary>
    [TestMethod]
    public void Interruption_AtEntriesOfTheFeed_ChargeIsTheIntegralOfTheScans()
    {
        var tally = new Interruptions(_folder.FullName, Interruptions.Protocol, isGentle: false, _ => { }).Carry(seeds: 2, first: 3, mostEntries: 400);
        Assert.IsEmpty(tally.Failures, tally.ToString());
        Assert.IsGreaterThan(5, tally.Figures["interruptions of those"]);
    }

    [TestMethod]
    public void Interruption_OfAGentleRun_ChargeIsThatOfTheCellsModel()
    {
        var tally = new Interruptions(_folder.FullName, RecordedRun.Protocol, isGentle: true, _ => { }).Carry(seeds: 1, first: 1, mostEntries: 5000);
        Assert.IsEmpty(tally.Failures, tally.ToString());
        Assert.IsGreaterThan(1, tally.Figures["interruptions of those"]);
    }

    [TestMethod]
    public void Kill_ServiceOfTwoBoards_LosesAndDoublesNothing_AndRunsEachEntryOnce()
    {
        var tally = new KilledService(_folder.FullName, seed: 3, _ => { }).Carry(3);
        Assert.IsEmpty(tally.Failures, tally.ToString());
        Assert.AreEqual(6, tally.Figures["entries that ran once"]);
    }
}
