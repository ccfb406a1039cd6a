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
            if (!Check(path, wasKilled, committed, said, $"run {_run} (seed {seed + _run}), kill {kill}", tally))
            {
                (path, _run) = (null, _run + 1);
                _known.Clear();
            }
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
        using var run = RunFileReader.Open(path);
        Sample[] samples = [.. run.Samples()];
        var lost = Math.Max(committed, _known.Count) - samples.Length;
        tally.Add("committed samples lost", Math.Max(0, lost));
        if (lost > 0)
        {
            tally.Failures.Add($"{where}: {lost} committed samples are lost");
        }
        for (var i = 0; i < samples.Length; i++)
        {
            if (samples[i].Sequence != i + 1 || (i < _known.Count && !PowerCuts.Same(samples[i], _known[i])))
            {
                tally.Failures.Add($"{where}: sample {i + 1} is missing, doubled or another one");
                break;
            }
        }
        _known.AddRange(samples.Skip(_known.Count));
        if (run.Header.State == RunState.Running)
        {
            if (!wasKilled)
            {
                tally.Failures.Add($"{where}: the run was not continued: {said}");
            }
            return wasKilled;
        }
        JudgeEnd(run, samples, where, tally);
        return false;
    }

    static void JudgeEnd(RunFileReader run, Sample[] samples, string where, Tally tally)
    {
        tally.Add("runs that were carried to their end", 1);
        tally.Add("samples of those", samples.Length);
        tally.Add("interruptions of those", run.Header.Resumptions.Count);
        if (run.Header.State != RunState.Done)
        {
            tally.Failures.Add($"{where}: the run ended as {run.Header.State}: {run.Header.StateMessage}");
        }
        var charge = ChargeOracle.Of(run, samples);
        tally.Largest("difference of the charge from the integral of the scans, part of the throughput, at most", charge);
        if (charge > 1e-12)
        {
            tally.Failures.Add($"{where}: the charge differs by {charge:0.0E+0} of the throughput from the integral of the recorded scans");
        }
    }
}
