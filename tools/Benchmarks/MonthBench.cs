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
/// Four boards for a month of their own time in one process: every scan through chips, front end, control and recorder, and each one a row of a run file. What it shows is
/// whether memory stays, what a row costs on the disk, and how fast such a run is summed up. <c>--days</c> makes it shorter.
/// </summary>
static class MonthBench
{
    const int Boards = 4;
    const double HoursOfACycle = 5;
    const double SecondsOfADay = 86_400;
    const double WarmUpDays = 3;

    internal static void Run(double days, TextWriter output)
    {
        var directory = Directory.CreateTempSubdirectory("coinrig-month");
        try
        {
            Carry(days, directory.FullName, output);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    static void Carry(double days, string directory, TextWriter output)
    {
        // A month in real time is over its compilation after the first minute; at this speed a day takes seconds.
        Serve(WarmUpDays, directory, new ResidentMemory(Boards));
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        var memory = new ResidentMemory(Boards);
        var runs = Serve(days, directory, memory);
        var took = System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a month, at the scale of {days:0.##} days: {Boards} boards, {memory.Scans:N0} scans, {took / 60:0.0} min, {took / memory.Scans * 1e6:0.0} us a scan"));
        foreach (var run in runs)
        {
            Report(run, output);
        }
        foreach (var (day, resident, managed) in memory.Days())
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  day {day,2}: resident {resident / 1e6:0.0} MB, of it managed {managed / 1e6:0.0} MB"));
        }
        if (memory.Days() is [var first, .., var last])
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"resident memory, last day against first: {100 * (last.Resident / first.Resident - 1):+0.0;-0.0} %"));
        }
    }

    static RunOutcome[] Serve(double days, string directory, ResidentMemory memory)
    {
        var runs = Enumerable.Range(1, Boards).Select(board => Task.Run(() => RunSession.RunAsync(RequestOf(board, days, directory), memory.ScreenOf(board - 1), CancellationToken.None))).ToArray();
        Task.WaitAll(runs);
        return [.. runs.Select(r => r.Result)];
    }

    static void Report(RunOutcome outcome, TextWriter output)
    {
        // On a computer that does much else, what it took of a processor is the better number.
        var processor = Environment.CpuUsage.TotalTime;
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        RunSummary summary;
        using (var run = RunFileReader.Open(outcome.Path))
        {
            summary = RunSummary.Of(run);
        }
        var took = System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {summary.Header.RunId}: {RunScreen.Words(outcome.State)}, {summary.Samples:N0} rows, {summary.FileBytes / 1e6:0.0} MB, {summary.FileBytes / (double)summary.Samples:0.00} B a row; summary in {took:0.000} s, of a processor {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:0.000} s"));
    }

    static RunRequest RequestOf(int board, double days, string directory)
    {
        var cycles = Math.Max(1, (int)Math.Ceiling(24 * days / HoursOfACycle));
        var cell = CellFile.Load(Shipped.Cells.PathOf("ncm523-lpo"));
        var protocol = $$"""
            name: a month of rows
            record: {dt: 0.1 s}
            steps:
              - Charge at C/5 for 2 hours
              - repeat: {{cycles}}
                cycle: true
                steps:
                  - Charge at C/5 for 90 minutes
                  - Rest for 1 hour
                  - Discharge at C/5 for 90 minutes
                  - Rest for 1 hour
            """;
        return new()
        {
            Plan = ProtocolFile.Read(Document.Parse(protocol, "month.yaml"), cell),
            Profile = BoardProfileFile.Load(Shipped.Boards.PathOf("reference")),
            Channel = 1,
            OnHardware = false,
            Seed = board,
            Speed = double.PositiveInfinity,
            Directory = directory,
            Telemetry = null,
        };
    }

    /// <summary>What the process holds in memory, by the day of the board that is behind.</summary>
    sealed class ResidentMemory(int boards)
    {
        readonly double[] _seconds = new double[boards];
        readonly long[] _scans = new long[boards];
        readonly SortedDictionary<int, (double Resident, double Managed, int Count)> _days = [];

        internal long Scans => _scans.Sum();

        internal IReadOnlyList<(int Day, double Resident, double Managed)> Days() => [.. _days.Select(d => (d.Key, d.Value.Resident / d.Value.Count, d.Value.Managed / d.Value.Count))];

        internal IRunScreen ScreenOf(int board) => new Screen(this, board);

        void Note(int board, LiveState live)
        {
            lock (_days)
            {
                (_seconds[board], _scans[board]) = (live.Seconds, live.Scans);
                // While the last boards come to their end the others are gone, and so is their memory.
                if (live.State != RunState.Running)
                {
                    return;
                }
                var day = (int)(_seconds.Min() / SecondsOfADay) + 1;
                var (resident, managed, count) = _days.GetValueOrDefault(day);
                _days[day] = (resident + Environment.WorkingSet, managed + GC.GetGCMemoryInfo().TotalCommittedBytes, count + 1);
            }
        }

        sealed class Screen(ResidentMemory memory, int board) : IRunScreen
        {
            public void Begin(string path, string? telemetry)
            {
            }

            public void Update(LiveState live) => memory.Note(board, live);

            public void Notice(string line)
            {
            }

            public void Delivering(TimeSpan most)
            {
            }
        }
    }
}
