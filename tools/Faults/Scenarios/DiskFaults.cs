using CoinRig.FaultyDisk;

namespace CoinRig.Faults;

/// <summary>The disk is full, fails or is slow; the power goes or the process is killed at one of its changes.</summary>
static class DiskFaults
{
    /// <summary>A commit changes the disk three to eight times; a fault strikes at one of so many changes after its time.</summary>
    const int MostChanges = 12;

    /// <summary>After this time something was to be committed under every rule, s.</summary>
    const double SomethingIsCommittedSeconds = 20;

    const int MostBytesLeft = 60_000;

    internal const string FullName = "disk full";

    static readonly string[] Stops = ["recording-failed", "recorder-fault"];

    static readonly string[] Interruptions = ["resumed", "clock-not-set", "power-loss"];

    internal static FaultType[] All { get; } =
    [
        new(FullName, (random, at, _, type) =>
        {
            var left = random.Next(3) * random.Next(MostBytesLeft);
            return new(type, at, double.PositiveInfinity, $"the disk has {left} bytes left", w => w.Disk.Arm(new(DiskFaultKind.Full, 1, Amount: left)));
        }) { Allows = Stops, Demands = Stops, SeenAfterSeconds = SomethingIsCommittedSeconds * 2 },
        Failing("disk write error", DiskFaultKind.WriteError, isLasting: false),
        Failing("disk short write", DiskFaultKind.ShortWrite, isLasting: false),
        Failing("disk sync error", DiskFaultKind.SyncError, isLasting: false),
        Failing("disk read error", DiskFaultKind.ReadError, isLasting: false),
        Failing("disk takes nothing", DiskFaultKind.WriteError, isLasting: true),
        Failing("disk syncs nothing", DiskFaultKind.SyncError, isLasting: true),
        new("disk slow", (random, at, _, type) =>
        {
            var seconds = 0.01 * Math.Pow(1000, random.NextDouble());
            var changes = 1 + random.Next(MostChanges);
            return new(type, at, double.PositiveInfinity, FormattableString.Invariant($"the disk takes {seconds:0.00} s for each of {changes} changes"),
                w => w.Disk.Arm(new(DiskFaultKind.Slow, 1, changes, (long)(seconds * 1e9))));
        }) { IsHarmless = true },
        Stopping("power cut at a change", DiskFaultKind.PowerCut),
        Stopping("killed at a change", DiskFaultKind.ProcessKilled),
    ];

    /// <summary>From what a scenario about the disk is drawn: a disk does not fail alone.</summary>
    internal static IReadOnlyList<FaultType> Mixed { get; } = [.. All, .. All, .. SurroundingFaults.All];

    static FaultType Failing(string name, DiskFaultKind kind, bool isLasting) => new(name, (random, at, _, type) =>
    {
        var after = 1 + random.Next(MostChanges);
        return new(type, at, double.PositiveInfinity, $"{name}, after {after}", w => w.Disk.Arm(new(kind, after, isLasting ? DiskFault.Lasting : 1 + random.Next(2))));
    }) { Allows = [.. Stops, .. Interruptions] };

    static FaultType Stopping(string name, DiskFaultKind kind) => new(name, (random, at, _, type) =>
    {
        var after = 1 + random.Next(MostChanges);
        return new(type, at, double.PositiveInfinity, $"{name}, after {after}", w => w.Disk.Arm(new(kind, after)));
    }) { Allows = Interruptions };
}
