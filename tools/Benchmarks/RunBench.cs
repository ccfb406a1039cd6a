using System.Diagnostics;
using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.FrontEnd;
using CoinRig.Gateway;
using CoinRig.Protocols;
using CoinRig.Twin;

namespace CoinRig.Bench;

/// <summary>A whole run on the twin, durable and with its analysis, beside the bare cell model that it must step in any case.</summary>
static class RunBench
{
    const int Rounds = 5;
    const int CellStepsPerScan = 2;

    internal static void Run(TextWriter output)
    {
        var cell = CellFile.Load(Shipped.Cells.PathOf("ncm523-lpo"));
        var profile = BoardProfileFile.Load(Shipped.Boards.PathOf("reference"));
        var plan = ProtocolFile.Load(Shipped.Protocols.PathOf("capacity-0.1c"), cell);
        var whole = new List<(double Times, double Microseconds, double Bare)>();
        for (var round = 0; round <= Rounds; round++)
        {
            var (seconds, virtualSeconds, scans) = Once(plan, profile, round);
            var bare = BareCell(cell, scans * CellStepsPerScan);
            if (round > 0)
            {
                whole.Add((virtualSeconds / seconds, seconds / scans * 1e6, bare / scans * 1e6));
            }
        }
        var median = whole.OrderBy(r => r.Times).ElementAt(whole.Count / 2);
        output.WriteLine($"whole run on the twin ({plan.SourceName}, {profile.ScansPerSecond} scans a second, no MQTT, durable): {median.Times:0} times real time, {median.Microseconds:0.00} us a scan");
        output.WriteLine($"baseline, the bare cell model at {CellStepsPerScan} steps a scan: {median.Bare:0.00} us a scan, ratio {median.Microseconds / median.Bare:0.0}");
    }

    /// <summary>The median time of whole runs of a plan, s.</summary>
    internal static double Seconds(Plan plan, BoardProfile profile, int rounds) =>
        Enumerable.Range(1, rounds).Select(seed => Once(plan, profile, seed).Seconds).Order().ElementAt(rounds / 2);

    static (double Seconds, double VirtualSeconds, long Scans) Once(Plan plan, BoardProfile profile, int seed)
    {
        var directory = Directory.CreateTempSubdirectory("coinrig-bench");
        try
        {
            var request = new RunRequest
            {
                Plan = plan,
                Profile = profile,
                Channel = 1,
                OnHardware = false,
                Seed = seed,
                Speed = double.PositiveInfinity,
                Directory = directory.FullName,
                Telemetry = null,
            };
            var screen = new NoScreen();
            var outcome = RunSession.RunAsync(request, screen, CancellationToken.None).GetAwaiter().GetResult();
            return (outcome.RealSeconds, outcome.VirtualSeconds, screen.Scans);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    static double BareCell(Cell cell, long steps)
    {
        var model = CellModelFactory.Create(cell, seed: 1);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0L; i < steps; i++)
        {
            model.AdvanceCurrent(61e-6, 0.05);
        }
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    internal sealed class NoScreen : IRunScreen
    {
        internal long Scans { get; private set; }

        public void Begin(string path, string? telemetry)
        {
        }

        public void Update(LiveState live) => Scans = live.Scans;

        public void Notice(string line)
        {
        }

        public void Delivering(TimeSpan most)
        {
        }
    }
}
