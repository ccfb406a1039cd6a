using CoinRig.Runs;
using Microsoft.Data.Sqlite;

namespace CoinRig.Gateway.Tests;

/// <summary><c>coinrig verify</c> and <c>coinrig archive</c>.</summary>
[TestClass]
public sealed class VerifyTests
{
    const string Program = """
        name: every scan
        record: {dt: 0.1 s}
        steps:
          - Rest for 10 seconds
          - Charge at C/5 for 60 seconds
          - Hold at 3.6 V for 20 seconds
          - step: gitt
            current: C/10
            pulse: 20 s
            rest: 20 s
            until: time > 80 s
          - Rest for 5 seconds
        """;

    readonly TempFolder _folder = new();

    [TestCleanup]
    public void RemoveFolder() => _folder.Dispose();

    static (int Code, string Output, string Error) Call(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        return (CommandLineApp.Run(arguments, new Session(output, error, false, new RigCommands())), output.ToString(), error.ToString());
    }

    string Run()
    {
        var protocol = Path.Combine(_folder.Path, "every.yaml");
        File.WriteAllText(protocol, Program);
        Assert.AreEqual(ExitCode.Done, Call("run", protocol, "--cell", "ncm523-lpo", "--no-mqtt", "--out", _folder.Path).Code);
        return Directory.GetFiles(_folder.Path, "*" + RunNames.Extension).Single();
    }

    static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    [TestMethod]
    public void Verify_WholeRun_SaysWhatWasProved()
    {
        var (code, output, error) = Call("verify", Run());
        Assert.AreEqual(ExitCode.Done, code, output + error);
        StringAssert.Contains(output, "samples without a hole");
    }

    [TestMethod]
    public void Verify_ResumedRun_IsWholeToo()
    {
        var path = KilledRun.After(_folder.Path, Program, 55.3);
        Assert.AreEqual(ExitCode.Done, Call("verify", path).Code);
        Assert.AreEqual(ExitCode.Done, Call("resume", path, "--no-mqtt", "--gap", "5 min").Code);
        var (code, output, error) = Call("verify", path);
        Assert.AreEqual(ExitCode.Done, code, output + error);
    }

    [TestMethod]
    [DataRow("UPDATE samples SET columns = zeroblob(length(columns)) WHERE first_sequence = 1", "samples 1 to")]
    [DataRow("DELETE FROM samples WHERE first_sequence = 1", "the last sample is 0")]
    [DataRow("DELETE FROM markers WHERE kind = 'segment-ended' AND step_count = 2", "step 2")]
    [DataRow("UPDATE results SET value = value * 1.0001 WHERE id = 2", "Result 2 is recorded as")]
    [DataRow("DELETE FROM results WHERE id = (SELECT max(id) FROM results)", "not among the results")]
    [DataRow("UPDATE checkpoint SET sequence = sequence - 1", "The checkpoint stands at sample")]
    [DataRow("UPDATE markers SET content = replace(content, '\"charge_coulombs\":0.00', '\"charge_coulombs\":0.01') WHERE kind = 'segment-ended'", "all segments until then took")]
    public void Verify_SomethingIsWrong_SaysWhere(string damage, string said)
    {
        var path = Run();
        Execute(path, damage);
        var (code, output, error) = Call("verify", path);
        Assert.AreEqual(ExitCode.Failed, code, output + error);
        StringAssert.Contains(error, "NOT whole");
        StringAssert.Contains(error, said);
    }

    [TestMethod]
    public void Archive_WholeRun_IsThereAndNoLongerHere()
    {
        var path = Run();
        var bytes = File.ReadAllBytes(path);
        var to = Path.Combine(_folder.Path, "archive");
        var (code, output, error) = Call("archive", path, "--to", to);
        Assert.AreEqual(ExitCode.Done, code, output + error);
        Assert.IsFalse(File.Exists(path));
        CollectionAssert.AreEqual(bytes, File.ReadAllBytes(Path.Combine(to, Path.GetFileName(path))));
        Assert.AreEqual(1, Directory.GetFiles(to).Length);
    }

    [TestMethod]
    public void Archive_DamagedOrUnfinishedOrInTheWay_DeletesNothing()
    {
        var path = Run();
        var to = Directory.CreateDirectory(Path.Combine(_folder.Path, "archive")).FullName;
        File.WriteAllText(Path.Combine(to, Path.GetFileName(path)), "another run");
        StringAssert.Contains(Call("archive", path, "--to", to).Error, "is another run");
        Execute(path, "DELETE FROM samples WHERE first_sequence = 1");
        StringAssert.Contains(Call("archive", path, "--to", Path.Combine(to, "x")).Error, "not whole");
        Assert.IsTrue(File.Exists(path));

        var killed = KilledRun.After(Directory.CreateDirectory(Path.Combine(_folder.Path, "killed")).FullName, Program, 30);
        StringAssert.Contains(Call("archive", killed, "--to", to).Error, "has not ended");
        Assert.IsTrue(File.Exists(killed));
    }
}
