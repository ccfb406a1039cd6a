using CoinRig.Telemetry;

namespace CoinRig.Gateway;

/// <summary>How a rig is served.</summary>
/// <param name="RunsFolder">The folder of run files and queues.</param>
/// <param name="Topics">The rig's topics.</param>
/// <param name="Speed">The twins' speed as a multiple of real time; infinite for as fast as they can.</param>
/// <param name="OnAlarm">The command at an alarm, instead of the rig file's; null for that.</param>
/// <param name="Open">Opens a board.</param>
sealed record ServiceOptions(string RunsFolder, Topics Topics, double Speed, string? OnAlarm, Func<BoardSetup, IRig> Open)
{
    /// <summary>Asked for punctuality by the threads of twins too, where they live in real time; null for none.</summary>
    internal IRealTimeKernel? Kernel { get; init; }
}
