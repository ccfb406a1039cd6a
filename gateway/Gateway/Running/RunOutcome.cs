using CoinRig.Control;
using CoinRig.Telemetry;
using CoinRig.Telemetry.Publishing;

namespace CoinRig.Gateway;

/// <summary>How a run went.</summary>
/// <param name="Path">Its file.</param>
/// <param name="State">How it ended.</param>
/// <param name="Message">Why, in words; empty for a run that is done.</param>
/// <param name="Delivery">What was not delivered; null where nothing was published.</param>
/// <param name="Broker">The broker elsewhere that it was published to; null for our own, or none.</param>
/// <param name="VirtualSeconds">Time of the rig that passed, s.</param>
/// <param name="RealSeconds">Time that it took, s.</param>
sealed record RunOutcome(string Path, RunState State, string Message, DrainReport? Delivery, BrokerAddress? Broker, double VirtualSeconds, double RealSeconds)
{
    /// <summary>The exit code of the program: 0 done, 3 stopped by a limit, 1 otherwise.</summary>
    public int ExitCode => State switch
    {
        RunState.Done => 0,
        RunState.StoppedByLimit => 3,
        _ => 1,
    };
}
