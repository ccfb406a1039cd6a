using System.Diagnostics;
using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.KillRuns;

/// <summary>
/// Real processes, killed by SIGKILL at random moments and resumed each time. What a reader has once seen committed must be there after the
/// kill and for good, bit by bit, each sample once; and at the end the charge must be the integral of the recorded scans.
/// </summary>
sealed class KilledProcesses(string folder, int seed, Action<string> tell)
{
    static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(3);

    static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    readonly Random _random = new(seed);
    readonly List<Sample> _known = [];
    int _run;

    internal Tally Carry(int kills)
    {
        var tally = new Tally($"{kills} killed processes");
        var protocol = Path.Combine(folder, "every-scan.yaml");
        File.WriteAllText(protocol, RecordedRun.Protocol);
        string? path = null;
        for (var kill = 0; kill < kills;)
        {
            var place = Directory.CreateDirectory(Path.Combine(folder, $"run{_run}")).FullName;
            string[] arguments = path is null
                ? ["run", protocol, "--cell", RecordedRun.CellName, "--twin", "--no-mqtt", "--speed", "100", "--seed", $"{seed + _run}", "--out", place]
                : ["resume", path, "--no-mqtt", "--speed", "100"];
            var (wasKilled, committed, said) = Live(place, arguments);
            kill += wasKilled ? 1 : 0;
            path = Directory.GetFiles(place, "*" + RunNames.Extension).FirstOrDefault();
            if (wasKilled && path is not null && !HasHeader(path))
            {
                tally.Add("killed before the first commit", 1);
                (path, _run) = (null, _run + 1);
                _known.Clear();
                continue;
            }
            var failures = tally.Failures.Count;
            if (!Check(path, wasKilled, committed, said, $"run {_run} (seed {seed + _run}), kill {kill}", tally))
            {
                (path, _run) = (null, _run + 1);
                _known.Clear();
            }
            tally.TellNew(failures, tell);
            if (kill % 50 == 0 && wasKilled)
            {
                tell($"{kill} kills, {_run} runs, {tally.Failures.Count} failures");
            }
        }
        return tally;
    }

    /// <summary>Starts the program, lets it live for a random time, and kills it.</summary>
    (bool WasKilled, long Committed, string Said) Live(string place, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "coinrig.dll"), .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        // Every other one lives until it records, however busy the computer is; the rest may die while it starts.
        if (_random.Next(2) == 0)
        {
            var before = Committed(place);
            while (!process.WaitForExit(LookAgain) && Committed(place) <= before)
            {
            }
        }
        var ended = process.WaitForExit(LongestLife * _random.NextDouble());
        var committed = ended ? 0 : Committed(place);
        process.Kill();
        process.WaitForExit();
        return (!ended, committed, said.Result);
    }

    static long Committed(string place)
    {
        try
        {
            if (Directory.GetFiles(place, "*" + RunNames.Extension).FirstOrDefault() is { } path)
            {
                using var run = RunFileReader.Open(path);
                return run.LastSequence;
            }
        }
        catch (RunFileException)
        {
            // It is being made.
        }
        return 0;
    }

    static bool HasHeader(string path)
    {
        try
        {
            RunFileReader.Open(path).Dispose();
            return true;
        }
        catch (RunFileException)
        {
            return false;
        }
    }

    /// <summary>Judges what is there; false where the run is over.</summary>
    bool Check(string? path, bool wasKilled, long committed, string said, string where, Tally tally)
    {
        if (path is null)
        {
            if (!wasKilled)
            {
                tally.Failures.Add($"{where}: the program ended without a run: {said}");
            }
            return false;
        }
        var before = _known.Count;
        if (!RunJudge.Goes(path, _known, where, tally))
        {
            return false;
        }
        if (_known.Count < committed)
        {
            tally.Failures.Add($"{where}: of {committed} committed samples {_known.Count} are there ({before} before)");
        }
        if (!wasKilled)
        {
            tally.Failures.Add($"{where}: the run was not continued: {said}");
        }
        return wasKilled;
    }
}
