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
        var tally = new Interruptions(_folder.FullName, _ => { }).Carry(seeds: 2, first: 3, mostEntries: 400);
        Assert.IsEmpty(tally.Failures, tally.ToString());
        Assert.IsGreaterThan(5, tally.Figures["interruptions of those"]);
    }

    [TestMethod]
    public void Kill_RealProcesses_LoseAndDoubleNothing()
    {
        var tally = new KilledProcesses(_folder.FullName, seed: 3, _ => { }).Carry(3);
        Assert.IsEmpty(tally.Failures, tally.ToString());
    }
}
