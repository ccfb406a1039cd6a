using CoinRig.FrontEnd;

namespace CoinRig.Gateway;

/// <summary>What all channels show alike has one cause before them.</summary>
static class CommonCause
{
    /// <summary>
    /// A DAC that does not answer and a relay that does not close look the same in a series shunt: nothing arrives. Two relays do not stick
    /// at once.
    /// </summary>
    internal static IReadOnlyList<Finding> Of(IReadOnlyList<Finding> findings, BoardProfile profile) =>
        profile.Topology == Topology.SeriesShunt && profile.Channels.Count > 1 && findings.Count == profile.Channels.Count && findings.All(f => f.Code == "relay-stuck")
            ? [new(0, "dac-silent", $"Nothing of what was put out arrived, on any channel: {findings[0].Found}")]
            : findings;
}
