using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>What became of an entry that ran when the program before ended.</summary>
enum CutOffKind
{
    /// <summary>Nothing of it was connected or measured.</summary>
    NotBegun,

    /// <summary>Its run is over, or cannot be gone on with.</summary>
    Over,

    /// <summary>Its run was cut off in the middle.</summary>
    Interrupted,
}

/// <summary>What a service finds of an entry that ran when the program before it ended.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Held">Why the channel is held; null where it is not.</param>
/// <param name="Message">What to tell the person.</param>
sealed record CutOffRun(CutOffKind Kind, string? Held, string Message)
{
    /// <summary>Looks.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="entry">The entry that ran.</param>
    /// <param name="runFile">Its run file; null where none was made.</param>
    internal static CutOffRun Of(int channel, QueueEntry entry, string? runFile)
    {
        var next = $"'coinrig continue {channel}' goes on with the next entry.";
        if (runFile is null || UnbegunRun.IsOne(runFile))
        {
            return new(CutOffKind.NotBegun, null, $"entry {entry.Id} ('{entry.Protocol}') had been taken when the power went or the program was killed, and nothing was connected or measured yet: it waits again and begins from its start.");
        }
        if (!File.Exists(runFile))
        {
            return new(CutOffKind.Over, $"The run {runFile} of entry {entry.Id} is not there any more. {next}", $"entry {entry.Id} ('{entry.Protocol}') ran when the service ended, and its file {runFile} is gone. It is not run again.");
        }
        try
        {
            using var run = RunFileReader.Open(runFile);
            var header = run.Header;
            return header.State switch
            {
                RunState.Running => new(CutOffKind.Interrupted, null, $"{runFile}, the run of entry {entry.Id}, was {(InterruptedRun.WasSuspended(run) ? "left when the service was stopped" : "cut off by a loss of power or a killed program")} after sample {run.LastSequence}."),
                RunState.Done => new(CutOffKind.Over, null, $"entry {entry.Id}, '{entry.Protocol}': done, before the service ended ({runFile})"),
                var state => new(CutOffKind.Over, $"Entry {entry.Id} ('{entry.Protocol}') ended: {RunScreen.Words(state)}. {header.StateMessage} {next}", $"entry {entry.Id}, '{entry.Protocol}': {RunScreen.Words(state)} ({runFile})"),
            };
        }
        catch (RunFileException e)
        {
            return new(CutOffKind.Over, $"The run {runFile} of entry {entry.Id} cannot be read: {e.Message} {next}", e.Message);
        }
    }
}
