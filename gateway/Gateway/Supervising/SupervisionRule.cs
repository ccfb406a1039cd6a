using CoinRig.FrontEnd;

namespace CoinRig.Gateway;

/// <summary>Where a relay of a real board may close at all: with a supervisor, or where profile and person both say that there is none.</summary>
static class SupervisionRule
{
    /// <summary>The option by which a person says so.</summary>
    internal const string Option = "--i-am-watching";

    /// <summary>Looks before anything is opened.</summary>
    /// <param name="profile">The board.</param>
    /// <param name="onHardware">Whether it is a real one.</param>
    /// <param name="isWatched">Whether a person says to be watching.</param>
    /// <returns>What the person must know; null for nothing.</returns>
    /// <exception cref="RefusedException">Nobody would open the relay of a program that hangs.</exception>
    internal static string? Check(BoardProfile profile, bool onHardware, bool isWatched)
    {
        if (!onHardware || profile.SupervisorPort is not null)
        {
            return null;
        }
        return isWatched
            ? "No supervisor watches this rig: if the program is killed or the computer hangs, the relay may stay closed. Stay with the cell."
            : throw new RefusedException($"The profile '{profile.Name}' says 'supervisor: none': if the program is killed or the computer hangs, nothing opens the relay. Wire a supervisor (firmware/README.md) and name its port, or add {Option} and stay with the cell.");
    }
}
