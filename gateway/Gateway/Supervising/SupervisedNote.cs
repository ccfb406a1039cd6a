using System.Globalization;
using System.Text.RegularExpressions;
using CoinRig.Control;
using CoinRig.Runs;
using CoinRig.Supervision;

namespace CoinRig.Gateway;

/// <summary>
/// The event with which a run says who watches it. It holds the supervisor's own time, because a run that is taken up later finds by it which trips of the black
/// box came after.
/// </summary>
static partial class SupervisedNote
{
    /// <summary>The event's code.</summary>
    internal const string Code = "supervised";

    /// <summary>How many trips a black box keeps (firmware/README.md).</summary>
    const int Kept = 8;

    /// <summary>The event's words.</summary>
    /// <param name="start">The how-manieth start of the supervisor it is.</param>
    /// <param name="uptimeSeconds">Seconds since it.</param>
    /// <param name="limits">By what it watches.</param>
    internal static string Of(int start, uint uptimeSeconds, string limits) =>
        string.Create(CultureInfo.InvariantCulture, $"The supervisor watches: its start {start}, {uptimeSeconds} s after it. {limits}");

    /// <summary>The trips since an interrupted run last said who watches it, the oldest first, each as an event.</summary>
    /// <param name="request">The run that goes on.</param>
    /// <param name="rig">The board.</param>
    /// <exception cref="SupervisorException">It does not answer.</exception>
    internal static IReadOnlyList<RigEvent> TripsSince(RunRequest request, IRig rig)
    {
        if (rig.Supervisor?.Client is not { } client || request.Interrupted is not { } interrupted)
        {
            return [];
        }
        using var run = RunFileReader.Open(interrupted.Path);
        if (run.Events().LastOrDefault(e => e.Event.Code == Code).Event is not { } last || Words.Match(last.Message) is not { Success: true } words)
        {
            return [];
        }
        var since = (int.Parse(words.Groups[1].ValueSpan, CultureInfo.InvariantCulture), uint.Parse(words.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
        return [.. Enumerable.Range(0, Kept).Select(age => client.ReadTrip((byte)age)).OfType<TripRecord>().TakeWhile(t => (t.Start, t.UptimeSeconds).CompareTo(since) >= 0).Reverse()
            .Select(t => new RigEvent(0, SupervisedChannel.TrippedCode, EventSeverity.Warning, $"After the last sample: {TripText.Of(t)}"))];
    }

    [GeneratedRegex(@"its start (\d+), (\d+) s after it")]
    static partial Regex Words { get; }
}
