using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.Protocols;
using CoinRig.Runs;
using CoinRig.Twin;

namespace CoinRig.Gateway;

/// <summary>How a channel takes up the run that was cut off: by the rules of <c>coinrig resume</c>, and held for a person wherever that refuses.</summary>
sealed partial class ServedChannel
{
    volatile ResumeWish? _wish;
    volatile Looked? _looking;

    /// <summary>A look at the cell that is under way; null for none.</summary>
    internal IScanned? Looking => _looking?.Scanned;

    /// <summary>Has the run of the entry that was cut off taken up, by the protocol's rule or because a person wants it.</summary>
    internal void TakeUp(bool byPerson, double? voltsWithin) => _wish = new(byPerson, voltsWithin);

    void TakeUp(ResumeWish wish, ServedBoard board)
    {
        var queue = service.Book.Snapshot(number);
        if (queue.Running is not { } entry || service.FileOf(queue.RunFile) is not { } path)
        {
            // A person gave it up meanwhile.
            _isBusy = false;
            return;
        }
        try
        {
            var rig = board.Rig ?? throw new RefusedException(board.Problem);
            var request = RequestOf(path, entry, wish, board);
            if (request.Interrupted!.Point.Action == PowerLossAction.Wait)
            {
                var words = $"{Resumption.WaitsInWords(request)} Nothing is connected. Look at the cell; 'coinrig continue {number}' goes on with the step, 'coinrig stop {number}' gives the run up, what was measured stays in its file.";
                service.Book.Hold(number, words);
                service.Fail(this, "run-interrupted", words);
                _isBusy = false;
                return;
            }
            (rig as TwinRig)?.Seat(onBoard, request.Plan.Cell, false, () => UsedCell(request.Plan.Cell, rig.Seed, request.Interrupted!.Point));
            var look = new CellLook(request, rig, rig.Clock.Nanoseconds);
            // The channel stays busy until the cell was looked at.
            _looking = new(entry, request, rig, look, board.InTurn(look));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            HoldInterrupted(entry, path, e);
            _isBusy = false;
        }
        board.Wake();
    }

    /// <summary>The cell was looked at: its run goes on, or is held.</summary>
    void AfterLook(Looked looked, ServedBoard board, bool mayBegin)
    {
        (looked.Scanned as IDisposable)?.Dispose();
        if (!mayBegin)
        {
            // The next start finds it as this one did.
            _isBusy = false;
            return;
        }
        Beside(board, () =>
        {
            try
            {
                if (looked.Look.Refusal is { } refusal)
                {
                    throw refusal;
                }
                var run = ServedRun.TakeUp(looked.Entry, looked.Request, looked.Rig, service.Real, (file, e) => service.OnAlarm(this, file, e));
                service.Log.Say(number, EventSeverity.Warning, $"entry {looked.Entry.Id}, '{looked.Entry.Protocol}', goes on. {Resumption.InWords(looked.Request, looked.Look.Volts)}");
                foreach (var trip in looked.Look.Trips)
                {
                    run.Run.Note(trip.Code, trip.Severity, trip.Message);
                }
                Go(run, board);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                HoldInterrupted(looked.Entry, looked.Request.Interrupted!.Path, e);
            }
            _isBusy = false;
            board.Wake();
        });
    }

    void HoldInterrupted(QueueEntry entry, string path, Exception why)
    {
        var words = $"{path}, the run of entry {entry.Id} that was cut off, does not go on, and nothing is connected. {Words(why)} {RigService.HeldWords(number)}";
        service.Book.Hold(number, words);
        service.Fail(this, "run-interrupted", words);
    }

    /// <summary>What is to be done, or why it must not be.</summary>
    RunRequest RequestOf(string path, QueueEntry entry, ResumeWish wish, ServedBoard board)
    {
        using (var file = RunFileReader.Open(path))
        {
            var header = file.Header;
            Resumption.RequireSame(Resumption.CellWord, header.CellName, header.CellText, entry.Order.CellFile, entry.Order.CellText, path);
            Resumption.RequireSame(Resumption.ProfileWord, header.ProfileName, header.ProfileText, $"The rig file's '{board.Profile.Name}'", board.Profile.SourceText, path);
            var pins = board.Setup.OnHardware ? HardwareRig.SourceName : "twin";
            if ((header.Channel, header.Source) != (onBoard, pins) || (header.Source != HardwareRig.SourceName && header.Seed != board.Setup.Seed))
            {
                throw new RefusedException($"{path} was begun on channel {header.Channel} of another board ({header.Source}, seed {header.Seed}); here is channel {onBoard} ({pins}, seed {board.Setup.Seed}). A run never goes on with another one. Give the rig file as it was.");
            }
        }
        var request = Resumption.Read(path, null, wish.VoltsWithin, 0);
        if (request.Interrupted!.Point.Action == PowerLossAction.Wait && wish.IsByPerson)
        {
            request = Resumption.Read(path, PowerLossAction.Continue, wish.VoltsWithin, 0);
        }
        return request with { Profile = board.Profile, Speed = service.Speed };
    }

    /// <summary>The twin's cell as the runs before left it; null where none of them was with this cell.</summary>
    ICellModel? UsedCell(Cell cell, long seed, ResumePoint? point)
    {
        string[] runs = [.. service.Book.Snapshot(number).CellRuns.Select(r => service.FileOf(r)!)];
        if (runs.Length == 0)
        {
            return null;
        }
        try
        {
            using var last = RunFileReader.Open(runs[^1]);
            return last.Header.CellText == cell.SourceText ? TwinCellReplay.Of(cell, seed, runs, point) : null;
        }
        catch (RunFileException e)
        {
            throw new RefusedException($"The twin's cell stands where the runs before left it, and one of them cannot be read: {e.Message} Put the file back, or add the entry anew with --fresh.", e);
        }
    }

    /// <summary>A look at the cell of a run that is to go on.</summary>
    /// <param name="Entry">The entry.</param>
    /// <param name="Request">What is to go on.</param>
    /// <param name="Rig">The board.</param>
    /// <param name="Look">The look.</param>
    /// <param name="Scanned">The look in turn with the other channels.</param>
    sealed record Looked(QueueEntry Entry, RunRequest Request, IRig Rig, CellLook Look, IScanned Scanned);

    /// <summary>That a run is to be taken up.</summary>
    /// <param name="IsByPerson">Whether a person wants it; else the protocol's rule alone says.</param>
    /// <param name="VoltsWithin">By how much the voltage may have moved, V; null for the protocol's own.</param>
    sealed record ResumeWish(bool IsByPerson, double? VoltsWithin);
}
