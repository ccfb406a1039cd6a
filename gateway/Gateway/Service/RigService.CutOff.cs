using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>What becomes of runs that were cut off when the program or the power went.</summary>
sealed partial class RigService
{
    /// <summary>At the start: whatever can go on by its own rule does, on its board's thread; of all else the person is told.</summary>
    void FindInterrupted()
    {
        foreach (var channel in _boards.SelectMany(b => b.Channels))
        {
            var held = _service.Book.Snapshot(channel.Number).Held;
            if (!IsInterrupted(channel, out var cutOff))
            {
                continue;
            }
            if (held is null)
            {
                Log.Say(channel.Number, EventSeverity.Warning, cutOff!.Message);
                channel.TakeUp(byPerson: false, null);
                continue;
            }
            _service.Book.Hold(channel.Number, $"{cutOff!.Message} It was held before: {held} {HeldWords(channel.Number)}");
            _service.Fail(channel, "run-interrupted", $"{cutOff.Message} It is held, and nothing is connected. {HeldWords(channel.Number)}");
        }
    }

    /// <summary>What a person can do about a run that was cut off and does not go on by itself.</summary>
    internal static string HeldWords(int channel) => $"'coinrig continue {channel}' looks again and takes it up where that can be ('--voltage-within 0.2 V' lets the voltage have moved so much); 'coinrig stop {channel}' gives it up, what was measured stays in its file.";

    /// <summary>Whether a channel has a run that was cut off. One that is over, or that never began, is settled.</summary>
    bool IsInterrupted(ServedChannel channel, out CutOffRun? cutOff)
    {
        cutOff = null;
        if (channel.Run is not null || channel.IsBusy)
        {
            return false;
        }
        var queue = _service.Book.Snapshot(channel.Number);
        // Once more: its board's thread may have begun with the entry meanwhile.
        if (queue.Running is not { } entry || channel.Run is not null || channel.IsBusy)
        {
            return false;
        }
        var file = _service.FileOf(queue.RunFile);
        cutOff = CutOffRun.Of(channel.Number, entry, file);
        switch (cutOff.Kind)
        {
            case CutOffKind.Interrupted:
                return true;
            case CutOffKind.NotBegun:
                if (file is not null)
                {
                    UnbegunRun.Delete(file);
                }
                _service.Book.PutBack(channel.Number, null);
                Log.Say(channel.Number, EventSeverity.Warning, cutOff.Message);
                return false;
            default:
                _service.Book.Ended(channel.Number, cutOff.Held);
                if (cutOff.Held is not null)
                {
                    _service.Fail(channel, "run-interrupted", cutOff.Message);
                }
                else
                {
                    Log.Say(channel.Number, EventSeverity.Note, cutOff.Message);
                }
                return false;
        }
    }

    /// <summary>A person wants the run that was cut off to go on.</summary>
    /// <returns>What to say; null where there is none.</returns>
    string? TakeUp(ServedChannel channel, ServedBoard board, double? voltsWithin)
    {
        if (!IsInterrupted(channel, out var cutOff))
        {
            return null;
        }
        board.AskReopen();
        _service.Book.LetGo(channel.Number);
        channel.TakeUp(byPerson: true, voltsWithin);
        Wake(channel.Number);
        return $"Channel {channel.Number}: {cutOff!.Message} It is taken up now, if its file is whole and the cell is as it was: 'coinrig status' says how it goes.";
    }

    /// <summary>A person wants no more of the run that was cut off.</summary>
    /// <returns>What to say; null where there is none.</returns>
    string? GiveUp(ServedChannel channel)
    {
        if (!IsInterrupted(channel, out _))
        {
            return null;
        }
        var file = _service.Book.Snapshot(channel.Number).RunFile;
        _service.Book.Ended(channel.Number, $"A person gave {file} up, which was cut off. 'coinrig continue {channel.Number}' goes on with the next entry.");
        Log.Say(channel.Number, EventSeverity.Note, $"a person gave {file} up, which was cut off; what was measured stays in it");
        return $"Channel {channel.Number}: {file} is given up; what was measured stays in it. 'coinrig continue {channel.Number}' goes on with the next entry.";
    }
}
