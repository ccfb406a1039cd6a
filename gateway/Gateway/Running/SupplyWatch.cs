using CoinRig.Control;

namespace CoinRig.Gateway;

/// <summary>Tells a run of the computer's supply: once when it sags, and once when it is well again.</summary>
/// <param name="host">The computer.</param>
sealed class SupplyWatch(HostFiles host)
{
    bool _isLow;

    /// <summary>Looks while a run goes.</summary>
    internal void Look(ChannelRun run)
    {
        var isLow = PowerCheck.IsLowNow(host);
        if (isLow == _isLow)
        {
            return;
        }
        _isLow = isLow;
        run.Happened(isLow ? "undervoltage" : "supply-well", isLow ? EventSeverity.Warning : EventSeverity.Note, isLow
            ? "The Pi says that its 5 V is too low (below 4.63 V): readings may be disturbed, and it may stop. Use a supply of 3 A or more and a short cable."
            : "The Pi's 5 V is well again.");
    }
}
