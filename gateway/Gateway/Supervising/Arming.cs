using CoinRig.Clock;
using CoinRig.Supervision;

namespace CoinRig.Gateway;

/// <summary>The way from greeted to coils that have supply, with readings all the way, because each is a heartbeat.</summary>
/// <param name="client">The link.</param>
/// <param name="clock">The rig's clock.</param>
/// <param name="read">Reads a cell once.</param>
sealed class Arming(SupervisorClient client, IRigClock clock, Action read)
{
    /// <summary>Some heartbeats must come first, and what is in doubt just now may pass, ns.</summary>
    const long LongestNanoseconds = 2 * RigClockExtensions.Second;

    /// <summary>Has channels watched, also while others are.</summary>
    /// <param name="channels">All that are to be watched, a bit each; another one may begin meanwhile.</param>
    /// <exception cref="SupervisorException">It refuses.</exception>
    internal void Watch(Func<int> channels) => Ask(LinkMessage.Arm, channels);

    /// <summary>Has the coils given their supply, and looks that they have it.</summary>
    /// <exception cref="SupervisorException">It refuses, or the coils get none.</exception>
    internal void Close()
    {
        Ask(LinkMessage.Close, null);
        var until = clock.Nanoseconds + LongestNanoseconds;
        while (!client.ReadStatus().Flags.HasFlag(ReadingFlags.CoilsHaveSupply))
        {
            if (client.State != SupervisorState.Closed)
            {
                throw new SupervisorException(TripText.Of(client));
            }
            if (clock.Nanoseconds > until)
            {
                throw new SupervisorException($"The supervisor is closed and the relay coils have no supply. {TripCause.CoilDead.Cure()}");
            }
            read();
        }
    }

    void Ask(LinkMessage request, Func<int>? channels)
    {
        var until = clock.Nanoseconds + LongestNanoseconds;
        for (; ; )
        {
            read();
            var result = channels is null ? client.Ask(request) : client.Ask(request, (byte)channels());
            if (result == RequestResult.Done)
            {
                return;
            }
            if (result is not (RequestResult.NoHeartbeat or RequestResult.InDoubt) || clock.Nanoseconds > until)
            {
                throw new SupervisorException(Refused(request, result));
            }
        }
    }

    string Refused(LinkMessage request, RequestResult result)
    {
        var status = client.ReadStatus();
        return status.State == SupervisorState.Tripped ? TripText.Of(client)
            : result == RequestResult.InDoubt && status.Doubt != TripCause.None ? $"The supervisor does not {Word(request)}: {SupervisorText.Cause(status.Doubt, 0)}. {status.Doubt.Cure()}"
            : result == RequestResult.InDoubt ? $"The supervisor does not {Word(request)}: it reads {TripText.Readings(status)}, and the cell is not within the limits that it was told. Measure the cell; if it is good, the supervisor's sense wire, divider or calibration is not."
            : $"The supervisor does not {Word(request)} ({result}). Its heartbeats are readings of the board: is the wire TXD of the Pi connected?";
    }

    static string Word(LinkMessage request) => request == LinkMessage.Arm ? "watch" : "give the relay coils their supply";
}
