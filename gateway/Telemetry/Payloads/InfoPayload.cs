using CoinRig.Runs;

namespace CoinRig.Telemetry.Payloads;

/// <summary>What the rig is and what it runs.</summary>
public sealed record InfoPayload
{
    /// <summary>The lab.</summary>
    public required string Lab { get; init; }

    /// <summary>The rig.</summary>
    public required string Rig { get; init; }

    /// <summary>CoinRig's version.</summary>
    public required string SoftwareVersion { get; init; }

    /// <summary>The board profile.</summary>
    public required string Profile { get; init; }

    /// <summary>"twin" or "hardware".</summary>
    public required string Source { get; init; }

    /// <summary>The twin's seed; absent on hardware.</summary>
    public long? Seed { get; init; }

    /// <summary>The run's id.</summary>
    public required string Run { get; init; }

    /// <summary>The channel that it uses, from 1.</summary>
    public required int Channel { get; init; }

    /// <summary>The protocol's name.</summary>
    public required string Protocol { get; init; }

    /// <summary>The cell's name.</summary>
    public required string Cell { get; init; }

    /// <summary>When the run began, ms since the epoch.</summary>
    public required long Started { get; init; }

    /// <summary>Says it of a run.</summary>
    public static InfoPayload Of(Topics topics, RunHeader header) => new()
    {
        Lab = topics.Lab,
        Rig = topics.Rig,
        SoftwareVersion = header.SoftwareVersion,
        Profile = header.ProfileName,
        Source = header.Source,
        Seed = header.Source == "twin" ? header.Seed : null,
        Run = header.RunId,
        Channel = header.Channel,
        Protocol = header.ProtocolName,
        Cell = header.CellName,
        Started = header.StartedUtc.ToUnixTimeMilliseconds(),
    };
}
