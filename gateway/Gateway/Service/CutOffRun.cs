using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>What a service finds of an entry that ran when the program before it ended.</summary>
static class CutOffRun
{
    /// <summary>Says what became of it.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="entry">The entry that ran.</param>
    /// <param name="runFile">Its run file; null where none was made.</param>
    /// <returns>Why the channel is held (null where the run had ended well), and what to tell the person.</returns>
    internal static (string? Held, string Message) WordsOf(int channel, QueueEntry entry, string? runFile)
    {
        var goOn = $"'coinrig continue {channel}' goes on with the next entry.";
        if (runFile is null || !File.Exists(runFile))
        {
            return ($"Entry {entry.Id} ('{entry.Protocol}') was cut off before it had a run file. {goOn}", $"entry {entry.Id} ('{entry.Protocol}') was cut off before it had a run file; nothing of it was measured.");
        }
        try
        {
            using var run = RunFileReader.Open(runFile);
            var header = run.Header;
            if (header.State == RunState.Done)
            {
                return (null, $"entry {entry.Id}, '{entry.Protocol}': done, before the service ended ({runFile})");
            }
            if (header.State != RunState.Running)
            {
                return ($"Entry {entry.Id} ('{entry.Protocol}') ended: {RunScreen.Words(header.State)}. {header.StateMessage} {goOn}", $"entry {entry.Id}, '{entry.Protocol}': {RunScreen.Words(header.State)} ({runFile})");
            }
            return ($"The run {runFile} of entry {entry.Id} was cut off (power, or a killed program); what was measured is in it. Look at the cell. {goOn}",
                $"{runFile} was cut off by a loss of power or a killed program after sample {run.LastSequence}. It is left as it is, and nothing was connected.");
        }
        catch (RunFileException e)
        {
            return ($"The run {runFile} of entry {entry.Id} cannot be read. {goOn}", e.Message);
        }
    }
}
