using System.Diagnostics;
using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Gateway.Tests;

/// <summary>The program itself, in a process of its own, stopped as a person or systemd stops it.</summary>
[TestClass]
public sealed class SignalTests
{
    [TestMethod]
    [DataRow("INT", RunState.StoppedByPerson)]
    [DataRow("TERM", RunState.Running)]
    [DataRow("HUP", RunState.Running)]
    public void Signal_WhileCharging_EndsIdleWithAClosedFile_AndIsLeftForLaterWhereNoPersonGaveIt(string signal, RunState state)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Inconclusive("signals are sent with kill");
        }
        var folder = Directory.CreateTempSubdirectory("coinrig-signal");
        try
        {
            using var program = Start("run", "capacity-0.1c", "--cell", "ncm523-lpo", "--speed", "500", "--no-mqtt", "--out", folder.FullName);
            string? line;
            while ((line = program.StandardOutput.ReadLine()) is not null && !line.Contains("step 1", StringComparison.Ordinal))
            {
            }
            Assert.IsNotNull(line, "the program ended before its first step");
            using (var kill = Process.Start("kill", [$"-{signal}", $"{program.Id}"]))
            {
                kill.WaitForExit();
            }
            var said = program.StandardOutput.ReadToEnd();
            program.WaitForExit();
            Assert.AreEqual(ExitCode.Failed, program.ExitCode, said);
            StringAssert.Contains(said, "The cell is disconnected");
            using var run = RunFileReader.Open(Directory.GetFiles(folder.FullName, "*" + RunNames.Extension).Single());
            Assert.AreEqual(state, run.Header.State);
            Assert.AreEqual(state == RunState.Running, said.Contains("'coinrig resume ", StringComparison.Ordinal), said);
            Assert.IsTrue(run.LastSequence > 0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static Process Start(params string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "coinrig.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(info)!;
    }
}
