using System.Globalization;
using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Gateway;
using CoinRig.Protocols;
using CoinRig.Runs;

namespace CoinRig.Bench;

/// <summary>
/// What a run writes: an hour of the twin with a row a scan at ten scans a second, committed as in real time by the rig's clock; and how fast the
/// file of a month is summed up.
/// </summary>
static class StorageBench
{
    const int Channels = 8;
    const int Cycles = 3;

    internal static void Run(TextWriter output)
    {
        output.WriteLine($"bytes written by one channel with 10 rows a second, and by {Channels} of them in a day:");
        foreach (var durability in (string[])["1 s", "10 s"])
        {
            Measure(durability, output);
        }
        Month(output);
    }

    static void Measure(string durability, TextWriter output)
    {
        var directory = Directory.CreateTempSubdirectory("coinrig-bench");
        try
        {
            var before = Written();
            var outcome = Carry(directory.FullName, $$"""
                name: an hour of rows
                durability: {{durability}}
                record: {dt: 0.1 s}
                steps:
                  - repeat: {{Cycles}}
                    steps:
                      - Charge at C/5 for 10 minutes
                      - Rest for 5 minutes
                      - Discharge at C/5 for 5 minutes
                """);
            var written = Written() - before;
            using var run = RunFileReader.Open(outcome.Path);
            var seconds = run.Header.EndedSeconds;
            var commits = seconds / (durability == "1 s" ? 1 : 10);
            var bytes = new FileInfo(outcome.Path).Length;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  durability {durability}: {written / commits / 1024:0.0} kB a commit, {written / run.SampleCount:0} B a row, {Channels * written / seconds * 86_400 / 1e9:0.00} GB a day; the file has {bytes / (double)run.SampleCount:0.00} B a row"));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    /// <summary>A month at ten rows a second and 600 cycles, which is more than most runs have.</summary>
    static void Month(TextWriter output)
    {
        var directory = Directory.CreateTempSubdirectory("coinrig-bench");
        try
        {
            var path = MonthOfRows.Write(directory.FullName);
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            RunSummary summary;
            using (var run = RunFileReader.Open(path))
            {
                summary = RunSummary.Of(run);
            }
            var took = System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"summary of a month: {summary.Samples} rows, {summary.Steps.Count} steps, {summary.FileBytes / 1e6:0} MB ({summary.FileBytes / (double)summary.Samples:0.00} B a row) in {took:0.000} s"));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    static RunOutcome Carry(string directory, string protocol)
    {
        var cell = CellFile.Load(Shipped.Cells.PathOf("ncm523-lpo"));
        var request = new RunRequest
        {
            Plan = ProtocolFile.Read(Document.Parse(protocol, "rows.yaml"), cell),
            Profile = BoardProfileFile.Load(Shipped.Boards.PathOf("reference")),
            Channel = 1,
            OnHardware = false,
            Seed = 1,
            Speed = double.PositiveInfinity,
            Directory = directory,
            Telemetry = null,
        };
        return RunSession.RunAsync(request, new RunBench.NoScreen(), CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>What this process has handed to write calls (proc(5), wchar): a file system adds its journal.</summary>
    static double Written() => File.Exists("/proc/self/io")
        ? double.Parse(File.ReadLines("/proc/self/io").First(l => l.StartsWith("wchar", StringComparison.Ordinal)).Split(' ')[1], CultureInfo.InvariantCulture)
        : double.NaN;
}
