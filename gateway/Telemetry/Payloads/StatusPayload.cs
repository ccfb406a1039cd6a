namespace CoinRig.Telemetry.Payloads;

/// <summary>Whether the rig is there. The Will is this with "offline".</summary>
/// <param name="Status">"online" or "offline".</param>
public readonly record struct StatusPayload(string Status)
{
    /// <summary>The gateway is connected.</summary>
    public static StatusPayload Online { get; } = new("online");

    /// <summary>The gateway left, or was lost.</summary>
    public static StatusPayload Offline { get; } = new("offline");
}
