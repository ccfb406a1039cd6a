namespace CoinRig.Firmware;

/// <summary>The one table of what follows what. The page's diagram is drawn from it.</summary>
public static class Transitions
{
    /// <summary>Number of states.</summary>
    public const int States = 5;

    /// <summary>Number of inputs.</summary>
    public const int Inputs = 9;

    /// <summary>Says that an input is refused in a state, which stays.</summary>
    public const byte Refused = 255;

    const byte U = (byte)SupervisorState.Unarmed;
    const byte A = (byte)SupervisorState.Armed;
    const byte C = (byte)SupervisorState.Closed;
    const byte T = (byte)SupervisorState.Tripped;
    const byte M = (byte)SupervisorState.Maintenance;
    const byte No = Refused;

    static readonly byte[] Table =
    {
        // Arm, Close, Open, Disarm, NewSession, Doubt, Reset, BeginMaintenance, EndMaintenance
        A, No, No, U, U, U, No, M, No,      // Unarmed: nothing is held, so a doubt only keeps it from being armed
        A, C, A, U, U, T, No, No, No,       // Armed
        C, C, A, U, T, T, No, No, No,       // Closed: other channels may be watched from now on; a gateway that begins anew does not know what it holds
        No, No, No, No, T, T, U, No, No,    // Tripped: whatever the gateway asks
        No, No, No, No, M, M, No, M, U,     // Maintenance
    };

    /// <summary>What an input leads to in a state.</summary>
    /// <returns>The next state, or <see cref="Refused"/>.</returns>
    public static byte Next(SupervisorState state, SupervisorInput input) => Table[(int)state * Inputs + (int)input];
}
