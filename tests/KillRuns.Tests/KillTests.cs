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
        var tally = new PowerCuts(_folder.FullName, seed: 3).Carry(40);
        Assert.IsEmpty(tally.Failures, tally.ToString());
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

    /// <summary>A log whose synced part is damaged is another thing than a power cut, and must not pass for one.</summary>
    [TestMethod]
    public void CutOfSyncedBytes_IsSeen()
    {
        DiskState? before = null;
        var commits = 0;
        RecordedRun.Record(_folder.FullName, 3, (path, _) =>
        {
            before ??= DiskState.Of(path);
            commits++;
        });
        var log = before!.Log[..(before.Log.Length / 2)];
        var cut = Path.Combine(_folder.FullName, "cut.run.db");
        new DiskState(before.Database, log).Write(cut);
        Assert.ThrowsExactly<Runs.RunFileException>(() => Runs.RunFileReader.Open(cut).Dispose());
        Assert.IsTrue(commits > 100, "hardly any commits were made");
    }
}
