using CoinRig.Clock;
using CoinRig.Supervision;

namespace CoinRig.SupervisorRuns;

/// <summary>What the gateway does on the link: hello, limits, heartbeats, arm, close, and a heartbeat with each scan.</summary>
/// <param name="bench">The bench.</param>
/// <param name="session">Its session.</param>
/// <param name="clock">Its own clock; null for the bench's.</param>
sealed class GatewayStub(Bench bench, ushort session, IRigClock? clock = null)
{
    internal const long ScanNanoseconds = 100 * RigClockExtensions.Millisecond;

    readonly SupervisorClient _client = new(bench.Line, clock ?? bench.Clock);

    /// <summary>The last frame that it sent, as it went onto the line.</summary>
    internal byte[] LastFrame => bench.Line.LastFrame;

    /// <summary>Whether it reads another voltage than there is.</summary>
    internal int MisreadMillivolts { get; set; }

    /// <summary>Brings the supervisor to closed, as a run begins.</summary>
    /// <returns>Whether that was granted.</returns>
    internal bool TryClose()
    {
        try
        {
            _client.Begin(session, 100);
            _client.SetLimits(new(Bench.Lowest, Bench.Highest, 0, Bench.Highest, Bench.LowestSupply, Bench.HighestBoard));
            for (var i = 0; i < 4; i++)
            {
                Scan();
            }
            if (_client.Ask(LinkMessage.Arm, 1) != RequestResult.Done)
            {
                return false;
            }
            Beat();
            return _client.Ask(LinkMessage.Close) == RequestResult.Done;
        }
        catch (SupervisorException)
        {
            return false;
        }
    }

    /// <summary>A scan: it takes a while, reads, and says so.</summary>
    internal void Scan()
    {
        bench.Clock.Wait(ScanNanoseconds);
        Beat();
    }

    /// <summary>Says what it reads.</summary>
    internal void Beat()
    {
        var spoiled = bench.Up.Spoiled;
        var now = bench.Clock.Nanoseconds;
        _client.Beat(new(true, (short)(bench.GatewayMillivolts() + MisreadMillivolts), true, 0));
        // A good one is whole and in time; how the firmware sees it is not asked.
        if (bench.Up.Spoiled == spoiled && bench.Up.LastArrival - now < 50 * RigClockExtensions.Millisecond)
        {
            bench.LastGoodBeat = now;
        }
    }
}
