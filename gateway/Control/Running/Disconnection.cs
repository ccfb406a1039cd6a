using CoinRig.FrontEnd;

namespace CoinRig.Control;

/// <summary>
/// Takes the cell off at the end of a run. Where the output was off already, as in a rest, or was set so that hardly any current flowed, no
/// current can tell of a welded relay: then it is looked for with the probe that is too small to matter.
/// </summary>
/// <param name="channel">The channel.</param>
sealed class Disconnection(IChannel channel)
{
    /// <summary>Of a current below this part of its range what is left after opening tells nothing.</summary>
    const double LittlePart = 0.01;

    bool _wasConnected;

    /// <summary>The relay closes or has closed in this run.</summary>
    internal void WasConnected() => _wasConnected = true;

    /// <summary>Brings the channel to the idle state.</summary>
    /// <param name="state">How the run ends; after a fault nothing is driven any more, not even a probe.</param>
    /// <param name="lastAmperes">The last current that was read, A.</param>
    internal IdleOutcome Carry(RunState state, double lastAmperes)
    {
        var wasLittle = Math.Abs(lastAmperes) < LittlePart * channel.Range.FullScaleAmperes;
        var idle = channel.Idle();
        if (!_wasConnected || state == RunState.Failed || (!double.IsNaN(idle.ResidualAmperes) && !wasLittle) || idle.Faults.Count > 0)
        {
            return idle;
        }
        var welded = false;
        string[] faults = [];
        try
        {
            welded = channel.IsRelayWelded();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            faults = [$"looking for a welded relay: {e.Message}"];
        }
        idle = channel.Idle();
        return idle with { RelayWelded = welded || idle.RelayWelded, Faults = [.. faults, .. idle.Faults] };
    }
}
