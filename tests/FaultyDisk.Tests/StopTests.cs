using Microsoft.Data.Sqlite;

namespace CoinRig.FaultyDisk.Tests;

/// <summary>SQLite's own promises are the measure: a disk that breaks one where syncs are asked for, or that keeps what was never synced, is wrong.</summary>
[TestClass]
public sealed class StopTests
{
    const string Full = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 15";
    const string Careless = "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 15";
    const string Journal = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA";

    [TestMethod]
    [DataRow(Full)]
    [DataRow(Journal)]
    public void PowerCut_AtAnyChange_KeepsWhatWasCommitted(string settings)
    {
        var kept = new int[2];
        for (var seed = 0; seed < 200; seed++)
        {
            var (told, last) = Stop(seed, settings, DiskFaultKind.PowerCut);
            Assert.IsTrue(last == told || last == told + 1, $"seed {seed}: {told} transactions were committed, {last} are there");
            kept[last - told]++;
        }
        // The one that was under way is there only where chance leaves all of it.
        Assert.IsTrue(kept.All(k => k > 1), $"states of both kinds must be left, not {kept[0]} and {kept[1]}");
    }

    [TestMethod]
    public void PowerCut_WithoutSyncs_LosesTransactionsOrTheFile()
    {
        var broken = Enumerable.Range(0, 100).Count(seed =>
        {
            try
            {
                var (told, last) = Stop(seed, Careless, DiskFaultKind.PowerCut);
                return last < told;
            }
            catch (Exception e) when (e is SqliteException or AssertFailedException)
            {
                return true;
            }
        });
        Assert.IsGreaterThan(40, broken);
    }

    [TestMethod]
    public void Kill_AtAnyChange_KeepsEvenWhatWasNeverSynced()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var (told, last) = Stop(seed, Careless, DiskFaultKind.ProcessKilled);
            Assert.IsTrue(last == told || last == told + 1, $"seed {seed}: {told} transactions were committed, {last} are there");
        }
    }

    [TestMethod]
    public void Stop_SameSeed_LeavesTheSame()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            Assert.AreEqual(Stop(seed, Full, DiskFaultKind.PowerCut), Stop(seed, Full, DiskFaultKind.PowerCut));
        }
    }

    [TestMethod]
    public void PowerCut_NameOfAnUnsyncedFolder_MayBeGone()
    {
        int Left(bool flush) => Enumerable.Range(0, 60).Count(seed =>
        {
            using var disk = new Disk(seed);
            Assert.AreEqual(DiskError.None, disk.MakeFolder(disk.Root + "/runs"));
            Assert.AreEqual(DiskError.None, disk.SyncFolder(disk.Root));
            Assert.AreEqual(DiskError.None, disk.Open(disk.Root + "/runs/a", true, true, false, false, out var open));
            Assert.AreEqual(DiskError.None, disk.Write(open!, 0, [1, 2, 3]));
            Assert.AreEqual(DiskError.None, disk.Sync(open!));
            if (flush)
            {
                Assert.AreEqual(DiskError.None, disk.SyncFolder(disk.Root + "/runs"));
            }
            disk.CutPower();
            Assert.AreEqual(DiskError.Io, disk.Write(open!, 0, [4]));
            disk.Restart();
            Assert.AreEqual(DiskError.Io, disk.Write(open!, 0, [4]));
            return disk.ReadAll(disk.Root + "/runs/a") is [1, 2, 3];
        });
        Assert.AreEqual(60, Left(flush: true));
        var left = Left(flush: false);
        Assert.IsTrue(left is > 5 and < 55, $"{left} of 60 are left");
    }

    /// <summary>Works until everything stops, and looks what is there afterwards.</summary>
    static (long Told, long Last) Stop(int seed, string settings, DiskFaultKind kind)
    {
        var random = new Random(seed);
        using var disk = new Disk(seed);
        var path = disk.Root + "/work.db";
        using (var connection = Database.Open(path, disk, settings))
        {
            connection.Do(Database.Tables);
            Assert.AreEqual(DiskError.None, disk.SyncFolder(disk.Root));
            disk.Arm(new(kind, At: random.Next(1, 400)));
            long told = 0;
            try
            {
                for (; ; told++)
                {
                    Database.Transact(connection, (int)told + 1, random);
                }
            }
            catch (SqliteException)
            {
                Assert.IsTrue(disk.IsStopped);
            }
            disk.Restart();
            using var again = Database.Open(path, disk);
            return (told, Database.LastWhole(again));
        }
    }
}
