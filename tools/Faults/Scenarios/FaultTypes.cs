namespace CoinRig.Faults;

/// <summary>Every kind of fault that the scenario's own stream draws. Another kind is drawn from a stream of its own, so that seeds go on meaning what they mean.</summary>
static class FaultTypes
{
    /// <summary>Those of the rig and what is around it.</summary>
    internal static IReadOnlyList<FaultType> OfTheRig { get; } = [.. AdcFaults.All, .. OutputFaults.All, .. CellFaults.All, .. SurroundingFaults.All];

    /// <summary>All.</summary>
    internal static IReadOnlyList<FaultType> All { get; } = [.. OfTheRig, SurroundingFaults.Stop, .. DiskFaults.All];
}
