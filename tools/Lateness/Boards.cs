using System.Diagnostics;
using CoinRig.Clock;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Gateway;
using CoinRig.Runs;
using CoinRig.Telemetry;

namespace CoinRig.Lateness;

/// <summary>
/// Several boards in one service in real time, one channel each, a hundred scans a second: what that takes of a processor, and how late scans come. With <c>null</c> the
/// chips answer from memory, so that it is the gateway's own part; without it twins are emulated in the same process.
/// </summary>
static class Boards
{
    internal const string Word = "boards";

    const string Null = "null";
    const int Count = 4;

    /// <summary>Serves them for a while and prints what it took.</summary>
    /// <param name="arguments">For how many seconds, and <c>null</c>; in any order.</param>
    internal static int Carry(string[] arguments)
    {
        var isNull = arguments.Contains(Null);
        var seconds = arguments.FirstOrDefault(a => a != Null) is { } text ? double.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 60;
        var folder = Directory.CreateTempSubdirectory("coinrig-boards");
        try
        {
            return CarryAsync(seconds, isNull, folder.FullName).GetAwaiter().GetResult();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<int> CarryAsync(double seconds, bool isNull, string folder)
    {
        var text = File.ReadAllText(Shipped.Boards.PathOf("reference")).Replace("data_rate: 25 SPS", "data_rate: 500 SPS", StringComparison.Ordinal)
            .Replace("scans_per_second: 10 Hz", "scans_per_second: 100 Hz", StringComparison.Ordinal);
        var profile = BoardProfileFile.Read(Document.Parse(text, "fast.yaml"));
        var protocol = Path.Combine(folder, "load.yaml");
        await File.WriteAllTextAsync(protocol, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"name: load\nrecord: {{dt: 1 s}}\nsteps:\n  - Charge at C/20 for {seconds + 5:0} seconds\n"));
        var boards = Enumerable.Range(1, Count).Select(i => new BoardSetup(profile, OnHardware: false, Seed: i, [1])).ToList();
        var orders = Enumerable.Range(1, Count).Select(c => QueueOrder.Of(c, protocol, Shipped.Cells.PathOf("ncm523-lpo"), fresh: false, start: null)).ToList();
        var setup = new RigSetup("load", folder, boards, null, IsMqttOff: true, MayMarkByMqtt: false, null, orders);
        var options = new ServiceOptions(folder, new Topics("lab", "rig"), 1, null, b => isNull ? new NullRig(b.Profile) : TwinRig.InRealTimeWithEmptyHolders(b.Profile, b.Seed)) { Kernel = new LinuxKernel() };
        var service = await RigService.StartAsync(setup, options, Console.Error.WriteLine);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        while (service.Status().Channels.Any(c => (c.ElapsedSeconds ?? 0) < 3))
        {
            if (service.IsAtRest)
            {
                Console.Error.WriteLine("No run goes: see above.");
                await service.DisposeAsync();
                return 1;
            }
            await timer.WaitForNextTickAsync();
        }
        using var process = Process.GetCurrentProcess();
        var (clock, cpu, bytes, scans) = (new RealClock(), process.TotalProcessorTime, GC.GetTotalAllocatedBytes(), service.ScansDone);
        var collections = GC.CollectionCount(0);
        var threads = ThreadTimes.Now();
        new RealClock().WaitUntil((long)(seconds * 1e9));
        process.Refresh();
        var threadsAfter = ThreadTimes.Now();
        var (took, of) = (clock.Nanoseconds * 1e-9, process.TotalProcessorTime - cpu);
        var (allocated, done) = (GC.GetTotalAllocatedBytes() - bytes, service.ScansDone - scans);
        Console.WriteLine($"{Count} boards, {done / took:0.0} scans a second in all, {took:0} s; {process.Threads.Count} threads, {process.WorkingSet64 / 1e6:0} MB");
        Console.WriteLine($"processor: {100 * of.TotalSeconds / took:0.0} % of one core, {(isNull ? "the gateway alone: chips answer from memory" : "the emulation of chips, circuits and cells included")}");
        foreach (var (name, time) in threadsAfter.Select(t => (t.Key, Time: t.Value - threads.GetValueOrDefault(t.Key))).Where(t => t.Time > 0).OrderByDescending(t => t.Time))
        {
            Console.WriteLine($"  {name}: {100 * time / took:0.0} %");
        }
        Console.WriteLine($"allocated by the whole program: {allocated / (double)done:0} B a scan ({GC.CollectionCount(0) - collections} collections)");
        await service.DisposeAsync();
        foreach (var file in Directory.GetFiles(folder, "*" + RunNames.Extension).Order(StringComparer.Ordinal))
        {
            using var run = RunFileReader.Open(file);
            var t = run.Timings()[^1];
            Console.WriteLine($"lateness of {run.Header.RunId}: median {t.MedianNanoseconds * 1e-6:0.000}, 99 % {t.Percentile99Nanoseconds * 1e-6:0.000}, 99.9 % {t.Percentile999Nanoseconds * 1e-6:0.000}, largest {t.LargestNanoseconds * 1e-6:0.000} ms; late {t.LateScans}, missed {t.MissedScans} of {t.Scans}");
        }
        return 0;
    }
}
