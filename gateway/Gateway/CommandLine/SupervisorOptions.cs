namespace CoinRig.Gateway;

/// <summary>What is asked of a supervisor.</summary>
public enum SupervisorRequest
{
    /// <summary>What it does and reads.</summary>
    Status,

    /// <summary>The trips of its black box.</summary>
    Log,

    /// <summary>To forget a trip whose cause is gone.</summary>
    Reset,

    /// <summary>To prove that each of its wires opens the relays.</summary>
    Test,
}

/// <summary><c>coinrig supervisor</c>.</summary>
/// <param name="Request">What is asked.</param>
/// <param name="ProfileFile">Path of the board profile.</param>
/// <param name="Port">The serial port; null for the profile's, or the twin.</param>
/// <param name="Pins">Twin or board.</param>
/// <param name="Seed">The twin's seed.</param>
public sealed record SupervisorOptions(SupervisorRequest Request, string ProfileFile, string? Port, PinsChoice Pins, long Seed);
