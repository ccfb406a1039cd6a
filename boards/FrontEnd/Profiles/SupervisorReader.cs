using System.Globalization;
using CoinRig.Documents;

namespace CoinRig.FrontEnd;

/// <summary>Reads which supervisor watches a board, and says whether the board's rates suit it.</summary>
public static class SupervisorReader
{
    /// <summary>The Raspberry Pi's own port, where the profile names none.</summary>
    public const string DefaultPort = "/dev/serial0";

    /// <summary>A supervisor wants a heartbeat at least so often, s (firmware/LINK.md).</summary>
    public const double LongestHeartbeatSeconds = 0.130;

    /// <summary>Why a supervisor would refuse a board's rates, and what to change; null where it would not.</summary>
    public static string? WhyRefused(BoardProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (profile.HeartbeatSeconds <= LongestHeartbeatSeconds)
        {
            return null;
        }
        var scan = profile.ScanSeconds;
        var longestPeriod = profile.IsScanSlow ? LongestHeartbeatSeconds + scan / 2 : LongestHeartbeatSeconds;
        var cure = longestPeriod < scan ? "choose a faster 'data_rate'"
            : string.Create(CultureInfo.InvariantCulture, $"set 'scans_per_second' to {Math.Ceiling(100 / longestPeriod) / 100} Hz or more (up to {Math.Floor(100 / scan) / 100} Hz go at this data rate)");
        return string.Create(CultureInfo.InvariantCulture,
            $"{profile.ScansPerSecond:0.###} scans a second at {profile.DataRate:0.#} SPS leave {profile.HeartbeatSeconds * 1e3:0} ms between heartbeats, and a supervisor wants one every {LongestHeartbeatSeconds * 1e3:0} ms: {cure}");
    }

    /// <summary>The port that the profile names; null where it says that there is no supervisor.</summary>
    internal static string? Port(MappingReader map)
    {
        if (map.Optional("supervisor") is not { } node)
        {
            return DefaultPort;
        }
        if (node.Text == "none")
        {
            return null;
        }
        if (!node.IsMapping)
        {
            node.Report(node.Description, $"'supervisor: none', or its serial port: 'supervisor: {{port: {DefaultPort}}}'");
            return DefaultPort;
        }
        var keys = node.AsMapping("'supervisor'")!;
        var port = keys.RequiredText("port");
        keys.Finish();
        return port;
    }

    /// <summary>A profile that names its supervisor's port must suit it; where none is named, only a run on the board asks for that.</summary>
    internal static void Check(MappingReader map, BoardProfile profile)
    {
        if (map.Optional("supervisor") is { IsMapping: true } node && WhyRefused(profile) is { } reason)
        {
            node.Report("a supervisor with these rates", reason);
        }
    }
}
