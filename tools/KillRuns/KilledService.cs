using System.Diagnostics;
using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.KillRuns;

/// <summary>
/// A real <c>coinrig serve</c> with two twin boards, killed by SIGKILL at random moments (now and then stopped by SIGTERM) and started again each time; nobody helps it. What a reader has once
/// seen committed must be there for good, bit by bit, each sample once; each entry of the queues must run exactly once; the charge must be the integral of
/// the recorded scans.
/// </summary>
sealed class KilledService(string folder, int seed, Action<string> tell)
{
    /// <summary>
    /// Every scan a sample. Each entry leaves more in the cell than it takes: the twin's cell is led anew through the recorded charge at each start, and an empty one would not read
    /// within 200 mV of what it read before.
    /// </summary>
    const string Protocol = """
        name: in turn
        durability: 1 s
        resume_if_voltage_within: 0.2 V
        record: {dt: 0.1 s}
        steps:
          - Rest for 2 seconds
          - Charge at C/2 for 30 seconds
          - Hold at 3.65 V for 8 seconds
          - Discharge at C/10 for 8 seconds
          - step: gitt
            current: C/10
            pulse: 4 s
            rest: 4 s
            until: time > 20 s
          - step: cyclic_voltammetry
            rate: 4 mV/s
            start: open_circuit
            between: 3.6 V .. 3.68 V
            cycles: 1
          - Rest for 2 seconds
        """;

    /// <summary>A run takes about five seconds of real time.</summary>
    const int Speed = 25;

    /// <summary>How long the service may live after it has begun to record, at most.</summary>
    static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(1.5);

    /// <summary>What takes longer hangs.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    /// <summary>Of so many lives one is ended in good order.</summary>
    const int StoppedOneOf = 6;

    static readonly string[] Entries = ["first", "second", "third"];

    readonly Random _random = new(seed);
    int _kills;

    internal Tally Carry(int kills)
    {
        var tally = new Tally($"{kills} kills of a service with two boards");
        for (var rig = 0; _kills < kills; rig++)
        {
            var before = tally.Failures.Count;
            var place = Directory.CreateDirectory(Path.Combine(folder, $"rig{rig}")).FullName;
            CarryRig(place, seed + 2 * rig, kills, tally);
            tally.TellNew(before, tell);
            tell($"{_kills} kills, {rig + 1} rigs, {tally.Failures.Count} failures");
            if (tally.Failures.Count == before)
            {
                Directory.Delete(place, recursive: true);
            }
        }
        return tally;
    }

    void CarryRig(string place, int rigSeed, int kills, Tally tally)
    {
        File.WriteAllText(Path.Combine(place, "rig.yaml"), RigText(rigSeed));
        foreach (var entry in Entries)
        {
            File.WriteAllText(Path.Combine(place, $"{entry}.yaml"), Protocol);
        }
        var known = new Dictionary<string, List<Sample>>();
        var over = new HashSet<string>();
        while (true)
        {
            var life = Live(place, _kills < kills);
            var where = $"{place} (seed {rigSeed}), kill {_kills}";
            Look(place, life, known, over, where, tally);
            switch (life.End)
            {
                case LifeEnd.Killed:
                    tally.Add(life.Committed.Count == 0 ? "killed before anything was recorded" : "killed while runs were recorded", 1);
                    _kills++;
                    break;
                case LifeEnd.Stopped:
                    tally.Add("stopped in good order besides", 1);
                    break;
                default:
                    JudgeRig(place, life, where, tally);
                    return;
            }
        }
    }

    static string RigText(int seed) => $$"""
        name: killed
        mqtt: off
        boards:
          - {profile: reference, channels: [1], seed: {{seed}}}
          - {profile: reference, channels: [1], seed: {{seed + 1}}}
        queue:
        {{string.Join('\n', Entries.SelectMany(e => new[] { 1, 2 }.Select(c => $"  - {{channel: {c}, protocol: {e}.yaml, cell: {RecordedRun.CellName}}}")))}}
        """;

    /// <summary>Starts the service, lets it live for a random time or to its end, and kills it.</summary>
    Life Live(string place, bool mayKill)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "coinrig.dll"), "serve", "rig.yaml", "--out", "runs", "--socket", "s", "--speed", $"{Speed}", "--until-done"])
        {
            WorkingDirectory = place, RedirectStandardError = true, RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        if (!mayKill)
        {
            process.WaitForExit(Patience);
        }
        else
        {
            // Two of three live until they record, however busy the computer is; the others may die while they start.
            if (_random.Next(3) > 0)
            {
                var (before, began) = (Committed(place).Values.Sum(), Stopwatch.GetTimestamp());
                while (!process.WaitForExit(LookAgain) && Committed(place).Values.Sum() <= before && Stopwatch.GetElapsedTime(began) < Patience)
                {
                }
            }
            process.WaitForExit(LongestLife * _random.NextDouble());
        }
        var committed = process.HasExited ? [] : Committed(place);
        var isStopped = mayKill && _random.Next(StoppedOneOf) == 0;
        if (isStopped && !process.HasExited)
        {
            using var stop = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            process.WaitForExit(Patience);
        }
        process.Kill();
        process.WaitForExit();
        // 128 + the signal: SIGTERM came before the program listened to it.
        var end = process.ExitCode == 137 ? LifeEnd.Killed : isStopped && process.ExitCode is 0 or 143 ? LifeEnd.Stopped : LifeEnd.ByItself;
        return new(end, process.ExitCode, committed, said.Result);
    }

    static IEnumerable<string> RunsIn(string place) => Directory.Exists(Path.Combine(place, "runs")) ? Directory.GetFiles(Path.Combine(place, "runs"), "*" + RunNames.Extension) : [];

    /// <summary>How many samples of each run can be read now.</summary>
    static Dictionary<string, long> Committed(string place)
    {
        var committed = new Dictionary<string, long>();
        foreach (var path in RunsIn(place))
        {
            try
            {
                using var run = RunFileReader.Open(path);
                committed[path] = run.LastSequence;
            }
            catch (RunFileException)
            {
                // It is being made.
            }
        }
        return committed;
    }

    /// <summary>Compares all runs with what was known of them.</summary>
    static void Look(string place, Life life, Dictionary<string, List<Sample>> known, HashSet<string> over, string where, Tally tally)
    {
        foreach (var path in RunsIn(place).Where(p => !over.Contains(p) && !UnbegunRun.IsOne(p)))
        {
            var samples = known[path] = known.GetValueOrDefault(path) ?? [];
            var name = $"{where}, {Path.GetFileName(path)}";
            try
            {
                if (!RunJudge.Goes(path, samples, name, tally))
                {
                    over.Add(path);
                }
            }
            catch (RunFileException e)
            {
                tally.Failures.Add($"{name}: {e.Message}");
            }
            if (samples.Count < life.Committed.GetValueOrDefault(path))
            {
                tally.Failures.Add($"{name}: of {life.Committed[path]} committed samples {samples.Count} are there");
            }
        }
        foreach (var gone in known.Keys.Where(p => !File.Exists(p)))
        {
            tally.Failures.Add($"{where}: {Path.GetFileName(gone)} is gone");
        }
    }

    static void JudgeRig(string place, Life life, string where, Tally tally)
    {
        if (life.ExitCode != 0)
        {
            tally.Failures.Add($"{where}: the service ended with exit code {life.ExitCode}: {life.Said}");
        }
        foreach (var (channel, entry) in new[] { 1, 2 }.SelectMany(c => Entries.Select(e => (c, e))))
        {
            var files = RunsIn(place).Where(p => Path.GetFileName(p).StartsWith($"{entry}__", StringComparison.Ordinal) && p.Contains($"__ch{channel}__", StringComparison.Ordinal)).ToArray();
            if (files.Length != 1)
            {
                tally.Failures.Add($"{where}: entry '{entry}' of channel {channel} ran {files.Length} times");
            }
            foreach (var file in files)
            {
                using var run = RunFileReader.Open(file);
                tally.Add("entries that ran once", run.Header.State == RunState.Done ? 1 : 0);
            }
        }
    }

    /// <summary>How a life of the service ended.</summary>
    enum LifeEnd
    {
        /// <summary>All was done.</summary>
        ByItself,

        /// <summary>By SIGKILL.</summary>
        Killed,

        /// <summary>By SIGTERM.</summary>
        Stopped,
    }

    /// <summary>One life of the service.</summary>
    /// <param name="End">How it ended.</param>
    /// <param name="ExitCode">Its exit code.</param>
    /// <param name="Committed">How many samples of each run could be read just before.</param>
    /// <param name="Said">What it said.</param>
    sealed record Life(LifeEnd End, int ExitCode, Dictionary<string, long> Committed, string Said);
}
