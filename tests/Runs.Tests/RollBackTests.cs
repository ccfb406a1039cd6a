using Microsoft.Data.Sqlite;

namespace CoinRig.Runs.Tests;

/// <summary>A program that is killed while it makes one plain file of a run that is over.</summary>
[TestClass]
public sealed class RollBackTests
{
    [TestMethod]
    public void Open_WhereAChangeWasCutOff_TakesItBackAndReadsAllThatWasCommitted()
    {
        using var folder = new TempFolder();
        var whole = Recording.Record(folder, RunBuilder.Entries());
        var left = folder.File("left.run.db");
        using (var connection = new SqliteConnection($"Data Source={whole};Pooling=False"))
        {
            connection.Open();
            // More than the cache holds, so that pages are written before the commit that never comes.
            Execute(connection, "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN IMMEDIATE; CREATE TABLE cut_off AS SELECT randomblob(1000000) AS content; DELETE FROM samples");
            File.Copy(whole, left);
            File.Copy(whole + "-journal", left + "-journal");
            Execute(connection, "ROLLBACK");
        }
        using var expected = RunFileReader.Open(whole);
        using var run = RunFileReader.Open(left);
        Assert.AreEqual(expected.SampleCount, run.SampleCount);
        run.RequireWhole();
        Assert.IsFalse(File.Exists(left + "-journal"));
    }

    /// <summary>Else the entry of a queue would count as one that had run, and its file as that of another program.</summary>
    [TestMethod]
    public void Unbegun_WhereTheMakingOfAFileWasCutOff_IsToldAndItsNumberIsTaken()
    {
        using var folder = new TempFolder();
        var making = folder.File("making.db");
        var left = folder.File($"{RunNames.Numbered(RunBuilder.Header.RunId, 1)}{RunNames.Extension}");
        using (var connection = new SqliteConnection($"Data Source={making};Pooling=False"))
        {
            connection.Open();
            Execute(connection, "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN IMMEDIATE; CREATE TABLE run AS SELECT randomblob(1000000) AS content");
            File.Copy(making, left);
            File.Copy(making + "-journal", left + "-journal");
            Execute(connection, "ROLLBACK");
        }
        Assert.IsGreaterThan(0, new FileInfo(left).Length);
        Assert.IsTrue(UnbegunRun.IsOne(left));
        using var file = RunFile.Create(folder.Path, RunBuilder.Header);
        Assert.AreEqual(left, file.Path);
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
