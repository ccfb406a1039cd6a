using CoinRig.Control;
using CoinRig.Supervision;

namespace CoinRig.Gateway;

/// <summary>The supervisor as one channel has it, for a run or for a test of the channel.</summary>
/// <param name="supervisor">The board's supervisor.</param>
/// <param name="number">The channel's number on the board, from 1.</param>
/// <param name="limits">Its limits.</param>
sealed class SupervisedChannel(RigSupervisor supervisor, int number, SupervisorLimits limits) : ISupervision
{
    /// <summary>The event codes: it opened the relay, it does not answer any more, it does not let the relay close.</summary>
    internal const string TrippedCode = "supervisor-tripped", LostCode = "supervisor-lost", RefusedCode = "supervisor-refused";

    /// <summary>The channel's number on the board.</summary>
    internal int Number => number;

    /// <summary>The channel in a set of them.</summary>
    internal int Bit => 1 << (number - 1);

    /// <summary>Its limits.</summary>
    internal SupervisorLimits Limits => limits;

    /// <inheritdoc/>
    public string Begin(Action read)
    {
        try
        {
            supervisor.Begin(this, read);
            var (lowest, highest) = number == 1 ? (limits.LowestCell1, limits.HighestCell1) : (limits.LowestCell2, limits.HighestCell2);
            return SupervisedNote.Of(supervisor.Welcome.Starts, supervisor.Client.ReadStatus().UptimeSeconds,
                $"It opens the relay when channel {number} is not within {SupervisorText.Span(lowest, highest)} by its own reading, the supply below {limits.LowestSupply / 1e3:0.000} V, the board above {limits.HighestBoard / 10.0:0.0} degC, or without heartbeats.");
        }
        catch (Exception e) when (e is SupervisorException or RefusedException)
        {
            throw new SupervisionException(RefusedCode, $"The relay stays open. {e.Message}");
        }
    }

    /// <inheritdoc/>
    public void Senses() => supervisor.Senses();

    /// <inheritdoc/>
    public void Sensed() => supervisor.Sensed();

    /// <inheritdoc/>
    public SupervisionException? End()
    {
        try
        {
            return supervisor.End(this) is { } tripped ? new(TrippedCode, tripped, hasOpened: true) : null;
        }
        catch (SupervisorException e)
        {
            return new(LostCode, $"The supervisor was lost: {e.Message}");
        }
    }
}
