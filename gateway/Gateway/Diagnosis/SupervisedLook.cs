using CoinRig.Control;
using CoinRig.FrontEnd;

namespace CoinRig.Gateway;

/// <summary>A look at a channel that may close its relay, under the eyes of the board's supervisor where it has one.</summary>
static class SupervisedLook
{
    /// <summary>Carries it out.</summary>
    /// <param name="rig">The board.</param>
    /// <param name="channel">The channel, in the idle state.</param>
    /// <param name="look">Looks; the channel is in the idle state afterwards.</param>
    /// <returns>What is wrong; null where nothing is.</returns>
    internal static Finding? Carry(IRig rig, IChannel channel, Func<Finding?> look)
    {
        if (rig.Supervisor is not { } supervisor)
        {
            return look();
        }
        var watch = supervisor.Watch(channel.Number, 0, CellLimits.HighestVolts);
        Finding? finding;
        try
        {
            watch.Begin(() => channel.ReadVoltage());
            finding = look();
        }
        catch (Exception e) when (e is SupervisionException)
        {
            finding = new(0, supervisor.Client.State == Supervision.SupervisorState.Tripped ? SupervisedChannel.TrippedCode : "supervisor-silent", e.Message);
        }
        finally
        {
            channel.Idle();
        }
        // Relays that were opened meanwhile explain whatever else was found.
        return watch.End() is { } opened ? new(channel.Number, opened.HasOpened ? opened.Code : "supervisor-silent", opened.Message) : finding;
    }
}
