using CoinRig.Control;
using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Runs;

/// <summary>What a run file says about its run: all that a reader needs.</summary>
public sealed record RunHeader
{
    /// <summary>The run's id: protocol, cell, and a number; also the stem of its file's name.</summary>
    public required string RunId { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTimeOffset StartedUtc { get; init; }

    /// <summary>The protocol's name and text.</summary>
    public required string ProtocolName { get; init; }

    /// <summary>The text of the protocol file.</summary>
    public required string ProtocolText { get; init; }

    /// <summary>The cell's name.</summary>
    public required string CellName { get; init; }

    /// <summary>The text of the cell file.</summary>
    public required string CellText { get; init; }

    /// <summary>The board profile's name.</summary>
    public required string ProfileName { get; init; }

    /// <summary>The text of the profile, calibration included.</summary>
    public required string ProfileText { get; init; }

    /// <summary>The channel, from 1.</summary>
    public required int Channel { get; init; }

    /// <summary>"twin" or "hardware".</summary>
    public required string Source { get; init; }

    /// <summary>The twin's seed; 0 on hardware.</summary>
    public required long Seed { get; init; }

    /// <summary>CoinRig's version.</summary>
    public required string SoftwareVersion { get; init; }

    /// <summary>Where it went on after a loss of power or a killed process; the time of the run leaves out the gaps, UTC does not.</summary>
    public IReadOnlyList<RunResumed> Resumptions { get; init; } = [];

    /// <summary>The header of a run that begins.</summary>
    /// <param name="plan">What is to be done, and to which cell.</param>
    /// <param name="profile">The board.</param>
    /// <param name="channel">The channel, from 1.</param>
    /// <param name="seed">The twin's seed; null on hardware.</param>
    /// <param name="startedUtc">When it begins, UTC.</param>
    /// <param name="softwareVersion">CoinRig's version.</param>
    public static RunHeader Of(Plan plan, BoardProfile profile, int channel, long? seed, DateTimeOffset startedUtc, string softwareVersion) => new()
    {
        RunId = RunNames.Stem(plan.SourceName, plan.Cell.Name, profile.Name, seed),
        StartedUtc = startedUtc,
        ProtocolName = plan.Name,
        ProtocolText = plan.SourceText,
        CellName = plan.Cell.Name,
        CellText = plan.Cell.SourceText,
        ProfileName = profile.Name,
        ProfileText = profile.SourceText,
        Channel = channel,
        Source = seed is null ? "hardware" : "twin",
        Seed = seed ?? 0,
        SoftwareVersion = softwareVersion,
    };

    /// <summary>UTC of a time of the run.</summary>
    /// <param name="nanoseconds">Time of the run, ns.</param>
    public DateTimeOffset UtcAt(long nanoseconds) => StartedUtc.AddTicks(UnixNanosecondsLater(nanoseconds) / 100);

    /// <summary>How long after <see cref="StartedUtc"/> a time of the run was, gaps included, ns. What bears the very time of an interruption was before it.</summary>
    /// <param name="nanoseconds">Time of the run, ns.</param>
    public long UnixNanosecondsLater(long nanoseconds)
    {
        for (var i = Resumptions.Count - 1; i >= 0; i--)
        {
            if (Resumptions[i].Nanoseconds < nanoseconds)
            {
                return (Resumptions[i].Utc - StartedUtc).Ticks * 100 + nanoseconds - Resumptions[i].Nanoseconds;
            }
        }
        return nanoseconds;
    }

    /// <summary>How it ended, or <see cref="RunState.Running"/>.</summary>
    public RunState State { get; init; }

    /// <summary>Why it ended, in words.</summary>
    public string StateMessage { get; init; } = "";

    /// <summary>When it ended, seconds since its start; NaN while it runs.</summary>
    public double EndedSeconds { get; init; } = double.NaN;
}
