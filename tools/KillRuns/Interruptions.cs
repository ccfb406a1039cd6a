using System.Device.Gpio;
using CoinRig.Analysis;
using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.FrontEnd;
using CoinRig.Protocols;
using CoinRig.Runs;
using CoinRig.Twin;

namespace CoinRig.KillRuns;

/// <summary>
/// Runs in virtual time that are interrupted at entries of their feed, of which everything before is committed, and taken up again: each moment of a
/// run can be had, as often as wanted, and again by its seed. Judged as real kills are.
/// </summary>
/// <param name="folder">Where files go.</param>
/// <param name="protocol">Text of the protocol.</param>
/// <param name="isGentle">Whether its currents are slow beside the scan, so that the charge can be held against the cell model's.</param>
/// <param name="tell">Gets failures at once.</param>
sealed class Interruptions(string folder, string protocol, bool isGentle, Action<string> tell)
{
    /// <summary>Short, and with many changes: ramps, holds, changes of range, sweeps, pulses.</summary>
    internal const string Protocol = """
        name: many changes
        record: {dt: 0.1 s}
        steps:
          - Rest for 2 seconds
          - repeat: 2
            cycle: true
            steps:
              - Charge at C/5 for 8 seconds
              - Hold at 3.75 V for 6 seconds
              - Discharge at C/5 for 6 seconds
              - Hold at 3.45 V for 6 seconds
          - {step: constant_voltage, voltage: 3.55 V, for: 6 s, range: auto}
          - step: gitt
            current: C/10
            pulse: 4 s
            rest: 4 s
            until: time > 20 s
          - step: cyclic_voltammetry
            rate: 20 mV/s
            start: open_circuit
            between: 3.45 V .. 3.65 V
            cycles: 1
          - Rest for 2 seconds
        """;

    static readonly BoardProfile Board = RecordedRun.Profile();

    readonly Plan _plan = RecordedRun.Plan(protocol);

    /// <summary>Carries runs out, each interrupted again and again.</summary>
    /// <param name="seeds">How many runs.</param>
    /// <param name="first">The first seed.</param>
    /// <param name="mostEntries">An interruption comes after 1 to so many entries of the feed.</param>
    internal Tally Carry(int seeds, int first, int mostEntries)
    {
        var tally = new Tally($"{seeds} runs interrupted in virtual time, each after 1 to {mostEntries} entries of its feed, again and again");
        for (var seed = first; seed < first + seeds; seed++)
        {
            var before = tally.Failures.Count;
            var random = new Random(seed);
            CarryRun(seed, () => random.Next(1, mostEntries + 1), tally);
            tally.TellNew(before, tell);
            if (tally.Failures.Count == before)
            {
                Directory.Delete(FolderOf(seed), recursive: true);
            }
        }
        return tally;
    }

    /// <summary>One run.</summary>
    /// <param name="seed">The twin's seed.</param>
    /// <param name="life">After how many entries of the feed it is interrupted, each time.</param>
    /// <param name="tally">Gets what was found.</param>
    internal void CarryRun(int seed, Func<int> life, Tally tally)
    {
        var clock = new VirtualClock();
        var twin = new BoardTwin(Board, clock, seed, CellModelFactory.Create(RecordedRun.Cell(), seed));
        var known = new List<Sample>();
        var truth = new TrueCharge(twin, clock, Board);
        string? path = null;
        for (var part = 0; ; part++)
        {
            var place = Directory.CreateDirectory(Path.Combine(FolderOf(seed), $"{part}")).FullName;
            var where = $"seed {seed}, part {part}";
            try
            {
                path = Live(path, place, twin, clock, truth, seed, life());
            }
            catch (RunFileException e)
            {
                tally.Failures.Add($"{where}: the run was not continued: {e.Message}");
                return;
            }
            if (!RunJudge.Goes(path, known, where, tally))
            {
                if (isGentle)
                {
                    truth.Judge(where, tally);
                }
                return;
            }
        }
    }

    string FolderOf(int seed) => Path.Combine(folder, $"seed{seed}");

    /// <summary>One life of the gateway: begins or takes up the run, and ends at an entry of its feed or with the run.</summary>
    /// <returns>The file as it then was.</returns>
    string Live(string? path, string place, BoardTwin twin, VirtualClock clock, TrueCharge truth, int seed, int life)
    {
        using var gpio = new GpioController(twin.Gpio);
        using var board = FrontEnd.Board.Open(Board, twin.OpenSpi, gpio, clock);
        ResumePoint? point = null;
        var analysis = new RunAnalyzer(_plan.Cell, MeasurementUncertainty.Of(Board.Channels[0]));
        var killer = new Killer(life, place);
        if (path is not null)
        {
            using var reader = RunFileReader.Open(path);
            point = InterruptedRun.Read(reader, _plan);
            reader.Replay(analysis);
        }
        var file = path is null ? RunFile.Create(Directory.CreateDirectory(Path.Combine(place, "alive")).FullName, RecordedRun.Header(_plan, Board, seed)) : RunFile.Continue(path, point!.Step);
        killer.Source = file.Path;
        var feed = new Feed(1024);
        using var recorder = new Recorder(file, feed, [analysis, truth, killer], new CommitRule(1, 0, true));
        var run = new ChannelRun(_plan, board.Channels[0], clock, new FeedWriter(feed, () => recorder.Drain()), new RunSettings(Board.ScanPeriodNanoseconds, 0, null) { Resume = point });
        truth.Begin(isNew: point is null);
        while (!run.HasEnded && !killer.IsDone)
        {
            clock.WaitUntil(run.NextDue);
            run.Scan();
            recorder.Drain();
        }
        if (!killer.IsDone)
        {
            return file.Path;
        }
        run.RequestStop("killed");
        run.Scan();
        return killer.Copy;
    }

    /// <summary>Copies the file as it is when a given entry comes, of which nothing is in it yet.</summary>
    sealed class Killer(int life, string place) : IRunReader
    {
        int _entries;

        public string Name => "killer";

        internal string Source { get; set; } = "";

        internal string Copy => Path.Combine(place, Path.GetFileName(Source));

        internal bool IsDone => _entries >= life;

        public void OnSample(in Sample sample) => Count();

        public void OnMarker(Marker marker, Action<ResultRow> post) => Count();

        void Count()
        {
            if (++_entries != life)
            {
                return;
            }
            foreach (var suffix in (string[])["", "-wal"])
            {
                if (File.Exists(Source + suffix))
                {
                    File.Copy(Source + suffix, Copy + suffix);
                }
            }
        }
    }
}
