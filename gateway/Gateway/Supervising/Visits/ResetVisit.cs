using CoinRig.Supervision;

namespace CoinRig.Gateway;

/// <summary><c>coinrig supervisor reset</c>: refused while the cause is there.</summary>
static class ResetVisit
{
    internal static int Carry(SupervisorVisit visit, Screen screen)
    {
        var status = visit.Client.ReadStatus();
        if (status.State != SupervisorState.Tripped)
        {
            screen.Say($"Nothing is to be reset: the supervisor at {visit.Name} is {SupervisorText.State(status.State)}.");
            return Told(screen, status, isReset: false, ExitCode.Done);
        }
        screen.Say($"It tripped by {SupervisorText.Cause(status.Cause, status.Channel)}. {status.Cause.Cure()}");
        if (visit.Client.ReadTrip(0) is { } trip && trip.Cause == status.Cause && SupervisorText.Crossing(trip) is { Length: > 0 } crossing)
        {
            screen.Say($"  {crossing}, {SupervisorText.Uptime(trip.UptimeSeconds)} after its start {trip.Start}.");
        }
        visit.Greet(status.State);
        var result = visit.Client.Ask(LinkMessage.Reset, (byte)status.Cause);
        if (result == RequestResult.Done)
        {
            screen.Say("It is reset, and unarmed.");
            return Told(screen, status, isReset: true, ExitCode.Done);
        }
        status = visit.Client.ReadStatus();
        screen.Warn(status.Doubt == TripCause.None
            ? "It was not reset: something was in doubt just now. Try it again."
            : $"It was not reset, because still {SupervisorText.Cause(status.Doubt, 0)}. {status.Doubt.Cure()}");
        return Told(screen, status, isReset: false, ExitCode.Failed);
    }

    static int Told(Screen screen, in SupervisorStatus status, bool isReset, int code)
    {
        if (screen.IsJson)
        {
            screen.Document(new { IsReset = isReset, status.State, Cause = status.Cause.Code(), status.Channel, Doubt = status.Doubt.Code() });
        }
        return code;
    }
}
