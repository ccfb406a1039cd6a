using Microsoft.Data.Sqlite;

namespace CoinRig.FaultyDisk.Tests;

[TestClass]
public sealed class FaultTests
{
    const string Wal = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL";
    const int IoError = 10;
    const int Full = 13;

    readonly Disk _disk = new(1);
    SqliteConnection _connection = null!;

    [TestInitialize]
    public void Open()
    {
        _connection = Database.Open(_disk.Root + "/run.db", _disk, Wal);
        _connection.Do(Database.Tables);
    }

    [TestCleanup]
    public void NothingIsLeft()
    {
        _connection.Dispose();
        Assert.AreEqual(0, _disk.OpenFiles);
        _disk.Dispose();
    }

    [TestMethod]
    [DataRow(DiskFaultKind.WriteError)]
    [DataRow(DiskFaultKind.ShortWrite)]
    [DataRow(DiskFaultKind.SyncError)]
    public void Error_Once_FailsOneTransactionOnly(DiskFaultKind kind)
    {
        var random = new Random(5);
        for (var i = 1; i <= 20; i++)
        {
            Database.Transact(_connection, i, random);
        }
        _disk.Arm(new(kind, At: 1));
        Assert.AreEqual(IoError, Assert.ThrowsExactly<SqliteException>(() => Database.Transact(_connection, 21, random)).SqliteErrorCode);
        SQLitePCL.raw.sqlite3_exec(_connection.Handle, "ROLLBACK");
        Assert.AreEqual(20, Database.LastWhole(_connection));
        Database.Transact(_connection, 22, random);
        Assert.AreEqual(22, Database.LastWhole(_connection));
    }

    [TestMethod]
    public void Error_Lasting_FailsUntilItIsMended()
    {
        _disk.Arm(new(DiskFaultKind.SyncError, At: 2, DiskFault.Lasting));
        Database.Transact(_connection, 1, new Random(1));
        for (var i = 0; i < 3; i++)
        {
            Assert.ThrowsExactly<SqliteException>(() => Database.Transact(_connection, 2, new Random(2)));
            SQLitePCL.raw.sqlite3_exec(_connection.Handle, "ROLLBACK");
        }
        _disk.Mend();
        Database.Transact(_connection, 2, new Random(2));
        Assert.AreEqual(2, Database.LastWhole(_connection));
    }

    [TestMethod]
    public void ReadError_Once_FailsOneQuery()
    {
        Database.Transact(_connection, 1, new Random(1));
        using var other = Database.Open(_disk.Root + "/run.db", _disk);
        _disk.Arm(new(DiskFaultKind.ReadError, At: 1));
        Assert.AreEqual(IoError, Assert.ThrowsExactly<SqliteException>(() => other.Ask("SELECT number FROM committed")).SqliteErrorCode);
        Assert.AreEqual(1L, other.Ask("SELECT number FROM committed"));
    }

    [TestMethod]
    public void Full_UntilAFileIsDeleted_TakesNothingMore()
    {
        var random = new Random(2);
        using (var other = Database.Open(_disk.Root + "/other.db", _disk, "CREATE TABLE large (content BLOB); INSERT INTO large VALUES (zeroblob(1000000))"))
        {
        }
        _disk.Arm(new(DiskFaultKind.Full, At: 1, Amount: 50_000));
        var done = 0;
        var full = Assert.ThrowsExactly<SqliteException>(() =>
        {
            while (true)
            {
                Database.Transact(_connection, done + 1, random);
                done++;
            }
        });
        Assert.AreEqual(Full, full.SqliteErrorCode);
        Assert.IsLessThan(4096 + 24, _disk.FreeBytes);
        SQLitePCL.raw.sqlite3_exec(_connection.Handle, "ROLLBACK");
        Assert.AreEqual(done, Database.LastWhole(_connection));
        Assert.AreEqual(DiskError.None, _disk.Delete(_disk.Root + "/other.db", syncsFolder: false));
        Database.Transact(_connection, done + 1, random);
        Assert.AreEqual(done + 1, Database.LastWhole(_connection));
    }

    [TestMethod]
    public void Slow_AChange_TellsHowLong()
    {
        long waited = 0;
        _disk.Delayed = n => waited += n;
        _disk.Arm(new(DiskFaultKind.Slow, At: 1, Count: 3, Amount: 500_000_000));
        Database.Transact(_connection, 1, new Random(1));
        Assert.AreEqual(1_500_000_000, waited);
    }
}
