namespace CoinRig.SupervisorProcess;

/// <summary>What is done to the gateway.</summary>
enum Harm
{
    /// <summary>SIGKILL.</summary>
    Killed,

    /// <summary>SIGSTOP.</summary>
    Stopped,

    /// <summary>All processors are taken by others.</summary>
    Starved,
}
