namespace CoinRig.Gateway;

/// <summary>The wires of a supervisor's twin, each of which can be pulled.</summary>
/// <param name="channels">How many channels there are.</param>
sealed class TwinWires(int channels)
{
    readonly HashSet<Wire> _pulled = [];

    /// <summary>What is in each holder in place of the board's cell, mV; null for the board's.</summary>
    internal int?[] HolderMillivolts { get; } = new int?[channels];

    /// <summary>Called when a wire was pulled or put back.</summary>
    internal Action Changed { get; init; } = () => { };

    /// <summary>Whether a wire is there.</summary>
    internal bool IsThere(Wire wire) => !_pulled.Contains(wire);

    /// <summary>Pulls a wire, or puts it back.</summary>
    internal void Set(Wire wire, bool isThere)
    {
        if (isThere ? _pulled.Remove(wire) : _pulled.Add(wire))
        {
            Changed();
        }
    }
}
