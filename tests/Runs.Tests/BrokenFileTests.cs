using Microsoft.Data.Sqlite;

namespace CoinRig.Runs.Tests;

[TestClass]
public sealed class BrokenFileTests
{
    [TestMethod]
    public void Open_WhatIsNoRunFile_SaysWhatItIs()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("empty"), []);
        File.WriteAllText(folder.File("text"), string.Join('\n', Enumerable.Repeat("Test Time / s,Voltage / V", 100)));
        File.WriteAllText(folder.File("short"), "SQLite format 3\0");
        Execute(folder.File("other"), "CREATE TABLE readings (volts REAL)");
        Execute(folder.File("headless"), $"PRAGMA application_id = {RunSchema.ApplicationId}; PRAGMA user_version = 1; CREATE TABLE x (y)");

        Assert.AreEqual($"There is no run file {folder.File("none")}.", Refusal(folder.File("none")));
        StringAssert.Contains(Refusal(folder.Path), "is a folder: name a run file in it (*.run.db)");
        StringAssert.Contains(Refusal(folder.File("empty")), "is empty: it is not a run file");
        StringAssert.Contains(Refusal(folder.File("text")), "is not a run file");
        StringAssert.Contains(Refusal(folder.File("short")), "is not a run file");
        StringAssert.Contains(Refusal(folder.File("other")), "is not a run file: it is an SQLite database of another program");
        StringAssert.Contains(Refusal(folder.File("headless")), "is damaged: it has no header");
    }

    [TestMethod]
    public void Open_NewerVersion_SaysToUpdate()
    {
        using var folder = new TempFolder();
        var path = Recording.Record(folder, RunBuilder.Entries());
        Execute(path, "PRAGMA user_version = 4");
        StringAssert.Contains(Refusal(path), "was written by a newer CoinRig: its version is 4, this program reads up to 3");
    }

    [TestMethod]
    public void Samples_ABitFlipped_NameTheFirstSampleAffected()
    {
        using var folder = new TempFolder();
        var path = Recording.Record(folder, RunBuilder.Entries(3000));
        Execute(path, "UPDATE samples SET columns = unhex('ff' || substr(hex(columns), 3)) WHERE first_sequence = 4097");
        using var run = RunFileReader.Open(path);
        long last = 0;
        var error = Assert.ThrowsExactly<RunFileException>(() =>
        {
            foreach (var sample in run.Samples())
            {
                last = sample.Sequence;
            }
        });
        Assert.AreEqual(4096, last);
        StringAssert.Contains(error.Message, "samples 4097 to 8192 cannot be read (its checksum is wrong). The samples before 4097 are good.");
        Assert.AreEqual(15_000 - 8192, run.Samples(8192).Count());
    }

    [TestMethod]
    public void Samples_CountChanged_IsSeen()
    {
        using var folder = new TempFolder();
        var path = Recording.Record(folder, RunBuilder.Entries());
        Execute(path, "UPDATE samples SET count = count - 1");
        using var run = RunFileReader.Open(path);
        Assert.ThrowsExactly<RunFileException>(() => run.Samples().Count());
    }

    [TestMethod]
    public void Read_TruncatedFile_IsAMessageAtAnyLength()
    {
        using var folder = new TempFolder();
        var whole = File.ReadAllBytes(Recording.Record(folder, RunBuilder.Entries(3000)));
        for (var length = 1; length < whole.Length; length += 4000)
        {
            AssertReadsOrSays(folder.File("cut"), whole.AsSpan(0, length));
        }
    }

    [TestMethod]
    public void Read_FileWithDamagedBytes_IsAMessageOrTheTruth()
    {
        using var folder = new TempFolder();
        var whole = File.ReadAllBytes(Recording.Record(folder, RunBuilder.Entries(300)));
        var random = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            var damaged = whole.ToArray();
            random.NextBytes(damaged.AsSpan(random.Next(damaged.Length - 64), 64));
            AssertReadsOrSays(folder.File("damaged"), damaged);
        }
    }

    [TestMethod]
    public void Markers_ContentDamaged_IsAMessage()
    {
        using var folder = new TempFolder();
        var path = Recording.Record(folder, RunBuilder.Entries());
        Execute(path, "UPDATE markers SET content = '{' WHERE position = 3");
        using var run = RunFileReader.Open(path);
        StringAssert.Contains(Assert.ThrowsExactly<RunFileException>(() => run.Markers().Count()).Message, "is damaged");
    }

    static void AssertReadsOrSays(string path, ReadOnlySpan<byte> bytes)
    {
        File.WriteAllBytes(path, bytes);
        try
        {
            using var run = RunFileReader.Open(path);
            RunSummary.Of(run);
            run.Replay(new LogReader());
            Assert.AreEqual(run.Results().Count(), run.ResultCount);
        }
        catch (RunFileException)
        {
        }
    }

    static string Refusal(string path) => Assert.ThrowsExactly<RunFileException>(() => RunFileReader.Open(path)).Message;

    static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
