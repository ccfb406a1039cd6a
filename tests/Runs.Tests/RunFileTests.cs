using CoinRig.Control;
using Microsoft.Data.Sqlite;

namespace CoinRig.Runs.Tests;

[TestClass]
public sealed class RunFileTests
{
    [TestMethod]
    public void Create_SecondTime_TakesTheNextFreeNumber()
    {
        using var folder = new TempFolder();
        var first = Recording.Record(folder, RunBuilder.Entries());
        var bytes = File.ReadAllBytes(first);
        File.WriteAllText(folder.File("gitt__ncm523-lpo__reference__seed1__002.run.db"), "mine");
        var third = Recording.Record(folder, RunBuilder.Entries());

        Assert.AreEqual("gitt__ncm523-lpo__reference__seed1__001.run.db", Path.GetFileName(first));
        Assert.AreEqual("gitt__ncm523-lpo__reference__seed1__003.run.db", Path.GetFileName(third));
        CollectionAssert.AreEqual(bytes, File.ReadAllBytes(first));
        using var run = RunFileReader.Open(third);
        Assert.AreEqual("gitt__ncm523-lpo__reference__seed1__003", run.Header.RunId);
    }

    [TestMethod]
    public void Create_WhereAFileIs_IsRefusedInWords()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("runs"), "");
        var error = Assert.ThrowsExactly<RunFileException>(() => RunFile.Create(folder.File("runs"), RunBuilder.Header));
        StringAssert.Contains(error.Message, "is a file, not a folder. Choose a folder with --out");
    }

    [TestMethod]
    public void Dispose_Finished_LeavesOneFile()
    {
        using var folder = new TempFolder();
        Recording.Record(folder, RunBuilder.Entries());
        Assert.HasCount(1, Directory.GetFiles(folder.Path));
    }

    [TestMethod]
    public void Create_Settings_AreDurable()
    {
        using var folder = new TempFolder();
        using var file = RunFile.Create(folder.Path, RunBuilder.Header);
        using var other = new SqliteConnection($"Data Source={file.Path};Mode=ReadOnly;Pooling=False");
        other.Open();
        CollectionAssert.AreEqual(new[] { "wal" }, Content.Column(other, "PRAGMA journal_mode"));
        Assert.AreEqual(2L, file.Synchronous);
    }

    [TestMethod]
    public void Views_WithSqlite_TellStepsSegmentsAndEvents()
    {
        using var folder = new TempFolder();
        var path = Recording.Record(folder, RunBuilder.Entries());
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        CollectionAssert.AreEqual(new[] { "1 rest condition", "2 gitt step-condition" },
            Content.Column(connection, "SELECT step_count || ' ' || technique || ' ' || end_reason FROM steps"));
        CollectionAssert.AreEqual(new[] { "rest", "pulse", "relaxation", "pulse", "relaxation" }, Content.Column(connection, "SELECT role FROM segments"));
        CollectionAssert.AreEqual(new[] { "10.0" }, Content.Column(connection, "SELECT DISTINCT format('%.1f', charge_ampere_hours * 1e6) FROM segments"));
        CollectionAssert.AreEqual(new[] { "1 connected note" }, Content.Column(connection, "SELECT id || ' ' || code || ' ' || severity FROM events"));
        // A step's text is kept once: rest, its segment, gitt and its two.
        CollectionAssert.AreEqual(new[] { "5" }, Content.Column(connection, "SELECT count(*) FROM definitions"));
    }

    [TestMethod]
    [DataRow("GITT on charge (new)", "GITT-on-charge-new")]
    [DataRow("../../etc/passwd", "etc-passwd")]
    [DataRow("a__b", "a_b")]
    [DataRow("Zelle \u00e4\u00f6 #3", "Zelle-3")]
    [DataRow("...", "unnamed")]
    public void Safe_AnyText_IsAFileName(string text, string expected) => Assert.AreEqual(expected, RunNames.Safe(text));
}
