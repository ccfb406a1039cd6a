using System.Globalization;
using System.Text.Json;
using CoinRig.Control;

namespace CoinRig.Lateness;

/// <summary>Both runs, one after the other, beside the same load, and the table of them.</summary>
static class Comparison
{
    internal static int Carry(Arguments? arguments)
    {
        if (arguments is null)
        {
            return 2;
        }
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine($"10 scans a second in real time on the twin, {arguments.Minutes} min each, {arguments.Load} busy processes beside it, "
            + $"{Environment.ProcessorCount} processors, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}. Lateness in ms.");
        Console.WriteLine();
        Console.WriteLine("| thread | scans | median | 99 % | 99.9 % | largest | late, flagged | missed | late, not flagged | samples lost | processor | memory |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        var isSound = true;
        foreach (var policy in (string[])[Measurement.Ordinary, Measurement.RealTime])
        {
            var evidence = Measure(policy, arguments);
            Console.WriteLine(Row(policy, evidence));
            isSound &= evidence is { State: RunState.Done, Silent: 0, Lost: 0 };
        }
        return isSound ? 0 : 1;
    }

    static Evidence Measure(string policy, Arguments arguments)
    {
        using var load = new Load(arguments.Load);
        using var process = Self.Start(Measurement.Word, $"{arguments.Minutes}", policy);
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return JsonSerializer.Deserialize<Evidence>(line) ?? throw new InvalidOperationException("The run said nothing.");
    }

    static string Row(string policy, Evidence e)
    {
        var thread = policy == Measurement.RealTime ? $"SCHED_FIFO {Gateway.ScanThread.Priority}, memory locked" : "ordinary";
        return e.Timing is not { } t ? $"| {thread} | {e.State}: {e.Message} |"
            : $"| {thread} | {t.Scans} | {Milliseconds(t.MedianNanoseconds)} | {Milliseconds(t.Percentile99Nanoseconds)} | {Milliseconds(t.Percentile999Nanoseconds)} | "
            + $"{Milliseconds(t.LargestNanoseconds)} | {t.LateScans} | {t.MissedScans} | {e.Silent} | {e.Lost} | {e.CpuShare:0.0 %} | {e.MegaBytes:0} MB |"
            + (e.State == RunState.Done ? "" : $" {e.State}: {e.Message}");
    }

    static string Milliseconds(long nanoseconds) => $"{nanoseconds * 1e-6:0.000}";
}
