using CoinRig.FrontEnd;
using CoinRig.Protocols;
using CoinRig.Telemetry;

namespace CoinRig.Gateway;

/// <summary>One run as a person asked for it, with everything read and checked.</summary>
sealed record RunRequest
{
    /// <summary>What to do, for which cell.</summary>
    public required Plan Plan { get; init; }

    /// <summary>The board.</summary>
    public required BoardProfile Profile { get; init; }

    /// <summary>The channel, from 1.</summary>
    public required int Channel { get; init; }

    /// <summary>Whether the real board is used.</summary>
    public required bool OnHardware { get; init; }

    /// <summary>The twin's seed.</summary>
    public required long Seed { get; init; }

    /// <summary>The twin's speed as a multiple of real time; infinite for as fast as it can.</summary>
    public required double Speed { get; init; }

    /// <summary>Where the run file goes.</summary>
    public required string Directory { get; init; }

    /// <summary>Where it is published; null for nowhere.</summary>
    public required TelemetryRequest? Telemetry { get; init; }

    /// <summary>Cancelled before the token that stops the run where it is to be left for a later program.</summary>
    public CancellationToken Leave { get; init; }

    /// <summary>The interrupted run that goes on; null for a new one.</summary>
    public InterruptedRequest? Interrupted { get; init; }
}

/// <summary>An interrupted run that goes on.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Point">Where it stood.</param>
/// <param name="TwinGapSeconds">On the twin: how long the power was off, s.</param>
sealed record InterruptedRequest(string Path, Control.ResumePoint Point, double TwinGapSeconds);

/// <summary>Where a run is published.</summary>
/// <param name="Topics">The rig's topics.</param>
/// <param name="Broker">The broker; null for one of our own on loopback.</param>
sealed record TelemetryRequest(Topics Topics, BrokerAddress? Broker)
{
    /// <summary>The name of a broker's cursor in the run file: what one broker has, another has not.</summary>
    internal static string SinkOf(BrokerAddress? broker) => broker is null ? "mqtt" : $"mqtt {broker}";
}
