using Microsoft.Data.Sqlite;

namespace CoinRig.FaultyDisk.Tests;

[TestClass]
public sealed class SqliteTests
{
    const string Wal = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL";

    readonly Disk _disk = new(1);

    [TestCleanup]
    public void NothingIsLeft()
    {
        Assert.AreEqual(0, _disk.OpenFiles);
        Assert.AreEqual(0, SharedMemory.Living);
        _disk.Dispose();
    }

    [TestMethod]
    [DataRow("PRAGMA journal_mode = DELETE")]
    [DataRow("PRAGMA journal_mode = PERSIST")]
    [DataRow("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 20")]
    [DataRow("PRAGMA journal_mode = WAL; PRAGMA page_size = 512; PRAGMA cache_size = 5")]
    public void MixedWork_AnyJournal_LeavesTheBytesOfARealFile(string settings)
    {
        var folder = Directory.CreateTempSubdirectory("coinrig-disk-");
        try
        {
            var (real, ours) = (Path.Combine(folder.FullName, "work.db"), _disk.Root + "/work.db");
            Work(real, null, settings);
            Work(ours, _disk, settings);
            CollectionAssert.AreEqual(File.ReadAllBytes(real), _disk.ReadAll(ours));
            CollectionAssert.AreEqual(new[] { ours }, _disk.Files().Where(f => !f.EndsWith("-journal", StringComparison.Ordinal)).ToArray());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static void Work(string path, Disk? disk, string settings)
    {
        var random = new Random(7);
        using var connection = Database.Open(path, disk, settings);
        connection.Do(Database.Tables);
        for (var i = 1; i <= 300; i++)
        {
            Database.Transact(connection, i, random);
        }
        Assert.AreEqual(300, Database.LastWhole(connection));
        connection.Do("VACUUM");
    }

    [TestMethod]
    public void Readers_BesideAWriter_SeeTheirMoment()
    {
        using var writer = Database.Open(_disk.Root + "/run.db", _disk, Wal);
        writer.Do("CREATE TABLE rows (id INTEGER PRIMARY KEY); INSERT INTO rows VALUES (1)");
        using var early = Database.Open(_disk.Root + "/run.db", _disk);
        writer.Do("PRAGMA busy_timeout = 0");
        early.Do("BEGIN");
        Assert.AreEqual(1L, early.Ask("SELECT count(*) FROM rows"));
        writer.Do("INSERT INTO rows VALUES (2)");
        using var late = Database.Open(_disk.Root + "/run.db", _disk);
        Assert.AreEqual(1L, early.Ask("SELECT count(*) FROM rows"));
        Assert.AreEqual(2L, late.Ask("SELECT count(*) FROM rows"));
        // The reader's moment must stay in the log: it is not emptied.
        Assert.AreEqual(1L, writer.Ask("PRAGMA wal_checkpoint(TRUNCATE)"));
        early.Do("COMMIT");
        Assert.AreEqual(0L, writer.Ask("PRAGMA wal_checkpoint(TRUNCATE)"));
        Assert.AreEqual(2L, early.Ask("SELECT count(*) FROM rows"));
    }

    [TestMethod]
    public void Writers_Two_WaitForEachOther()
    {
        using var one = Database.Open(_disk.Root + "/run.db", _disk, Wal);
        using var two = Database.Open(_disk.Root + "/run.db", _disk);
        one.Do("CREATE TABLE rows (id INTEGER PRIMARY KEY); BEGIN IMMEDIATE; INSERT INTO rows VALUES (1)");
        Assert.AreEqual(5, SQLitePCL.raw.sqlite3_exec(two.Handle, "BEGIN IMMEDIATE"));
        one.Do("COMMIT");
        two.Do("BEGIN IMMEDIATE; INSERT INTO rows VALUES (2); COMMIT");
        Assert.AreEqual(2L, one.Ask("SELECT count(*) FROM rows"));
    }

    [TestMethod]
    public void Threads_WriterAndReaders_SeeWholeTransactions()
    {
        using (var writer = Database.Open(_disk.Root + "/run.db", _disk, Wal))
        {
            writer.Do(Database.Tables);
        }
        var random = new Random(3);
        var isOver = false;
        var reading = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            using var reader = Database.Open(_disk.Root + "/run.db", _disk);
            long last = 0;
            while (!Volatile.Read(ref isOver))
            {
                var now = Database.LastWhole(reader);
                Assert.IsGreaterThanOrEqualTo(last, now);
                last = now;
            }
        })));
        using (var writer = Database.Open(_disk.Root + "/run.db", _disk, "PRAGMA wal_autocheckpoint = 30"))
        {
            for (var i = 1; i <= 200; i++)
            {
                Database.Transact(writer, i, random);
            }
            Volatile.Write(ref isOver, true);
            reading.GetAwaiter().GetResult();
            Assert.AreEqual(200, Database.LastWhole(writer));
        }
    }

    [TestMethod]
    public void Disks_Two_KnowNothingOfEachOther()
    {
        using var other = new Disk(1);
        using (var here = Database.Open(_disk.Root + "/a.db", _disk, "CREATE TABLE here (id INTEGER)"))
        using (var there = Database.Open(other.Root + "/a.db", other, "CREATE TABLE there (id INTEGER)"))
        {
            Assert.AreEqual("here", here.Ask("SELECT name FROM sqlite_schema"));
            Assert.AreEqual("there", there.Ask("SELECT name FROM sqlite_schema"));
        }
        Assert.AreEqual(0, other.OpenFiles);
        Assert.ThrowsExactly<SqliteException>(() => Database.Open(_disk.Root + "/none/a.db", _disk));
    }
}
