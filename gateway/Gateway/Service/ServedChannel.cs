using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.Protocols;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>
/// One channel of the service: takes the next entry of its queue when the one before is done. Its board's thread attends to it between scans; in real time what
/// takes long (files, plans) is done beside that thread.
/// </summary>
/// <param name="number">Its number over the rig.</param>
/// <param name="onBoard">Its number on its board.</param>
/// <param name="service">What all channels share.</param>
sealed partial class ServedChannel(int number, int onBoard, ServiceContext service)
{
    /// <summary>How often an idle channel looks at its queue without being told, ns.</summary>
    const long LookAgain = 1_000_000_000;

    volatile ServedRun? _run;
    volatile bool _isBusy;
    volatile bool _isLookDue = true;
    long _nextLook;

    /// <summary>Its number over the rig.</summary>
    internal int Number => number;

    /// <summary>Its number on its board.</summary>
    internal int OnBoard => onBoard;

    /// <summary>The run that goes; null where none does.</summary>
    internal ServedRun? Run => _run;

    /// <summary>The run before, for its alarms; null before the first.</summary>
    internal ServedRun? Before { get; private set; }

    /// <summary>Whether a run is being begun or closed.</summary>
    internal bool IsBusy => _isBusy;

    /// <summary>When the next entry may start, where the channel only waits for that.</summary>
    internal DateTimeOffset? NotBefore { get; private set; }

    /// <summary>Has the queue looked at, from any thread.</summary>
    internal void Look() => _isLookDue = true;

    /// <summary>Closes what has ended and begins what comes next.</summary>
    /// <param name="board">The board, on whose thread this is.</param>
    /// <param name="mayBegin">False where the service stops.</param>
    internal void Attend(ServedBoard board, bool mayBegin)
    {
        if (_looking is { Scanned.HasEnded: true } looked)
        {
            _looking = null;
            AfterLook(looked, board, mayBegin);
            return;
        }
        if (_isBusy)
        {
            return;
        }
        if (_run is { } run)
        {
            if (run.Run.HasEnded)
            {
                Beside(board, () => Close(run, board));
            }
            return;
        }
        if (mayBegin && _wish is { } wish)
        {
            _isBusy = true;
            _wish = null;
            Beside(board, () => TakeUp(wish, board));
            return;
        }
        var now = board.Nanoseconds;
        if (!mayBegin || !(_isLookDue || now >= _nextLook))
        {
            return;
        }
        (_isLookDue, _nextLook) = (false, now + LookAgain);
        // Before the entry counts as running: whoever asks meanwhile must not take it for one that was cut off.
        _isBusy = true;
        var entry = service.Book.TakeNext(number, board.UtcNow, out var notBefore);
        NotBefore = notBefore;
        if (entry is null)
        {
            _isBusy = false;
            return;
        }
        Beside(board, () => Begin(entry, board));
    }

    void Beside(ServedBoard board, Action work)
    {
        _isBusy = true;
        if (board.IsTwin)
        {
            work();
            return;
        }
        _ = Task.Run(work);
    }

    void Begin(QueueEntry entry, ServedBoard board)
    {
        try
        {
            var rig = board.Rig ?? throw new RefusedException(board.Problem);
            var plan = entry.Order.ReadPlan();
            var cell = plan.Cell;
            var request = RequestOf(plan, board);
            if (ServedRun.DiskOf(request).BeforeRun(PlanEstimate.Of(plan, board.Profile.ScansPerSecond).FileBytes) is { } little)
            {
                service.Log.Say(number, EventSeverity.Warning, little);
            }
            var isOtherCell = (rig as TwinRig)?.Seat(onBoard, cell, entry.Order.Fresh, () => UsedCell(cell, rig.Seed, null));
            var run = ServedRun.Begin(entry, number, request, rig, service.Real, (path, e) => service.OnAlarm(this, path, e), path => service.Book.Started(number, path, isOtherCell));
            service.Log.Say(number, EventSeverity.Note, $"entry {entry.Id}, '{entry.Protocol}' on '{cell.Name}', begins: {run.Path} ({run.Estimate.Duration})");
            Go(run, board);
        }
        catch (Exception e) when (e is RefusedException or RunFileException)
        {
            // It is not the entry's fault: it is not lost.
            PutBack(entry, Words(e));
            service.Fail(this, "run-refused", $"entry {entry.Id} ('{entry.Protocol}') could not begin: {Words(e)}");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var words = Words(e);
            service.Book.Ended(number, $"Entry {entry.Id} ('{entry.Protocol}') could not begin: {words} 'coinrig continue {number}' goes on with the next.");
            service.Fail(this, "run-refused", $"entry {entry.Id} ('{entry.Protocol}') could not begin: {words}");
        }
        _isBusy = false;
        board.Wake();
    }

    /// <summary>An error as a sentence.</summary>
    static string Words(Exception e) => string.Join(" ", Failure.Of(e).Lines).TrimEnd('.') + ".";

    /// <summary>A run that is ready is scanned and published from now on.</summary>
    void Go(ServedRun run, ServedBoard board)
    {
        if (board.PunctualityWarning is { } punctuality)
        {
            ScanThread.Note(run.Run, punctuality.Length == 0 ? null : punctuality);
        }
        run.Scanned = board.InTurn(run.Run);
        service.Deliveries.Begin(number, run);
        _run = run;
    }

    /// <summary>Until when the last run with the twin's cell went, UTC; null where there is none or it cannot be read.</summary>
    internal DateTimeOffset? LastUtc()
    {
        if (service.Book.Snapshot(number).CellRuns is not [.., var last] || !File.Exists(service.FileOf(last)))
        {
            return null;
        }
        try
        {
            using var file = RunFileReader.Open(service.FileOf(last)!);
            return file.Header.UtcAt(file.Checkpoint?.State.CurrentNanoseconds ?? 0);
        }
        catch (RunFileException)
        {
            return null;
        }
    }

    void Close(ServedRun run, ServedBoard board)
    {
        try
        {
            run.Dispose();
            switch (run.Run.Live.State)
            {
                case RunState.Suspended:
                    NoteSuspended(run);
                    break;
                case RunState.Failed or RunState.StoppedByLimit when run.Run.Live.Samples == 0:
                    // Nothing was done to the cell, and it is not the entry's fault: it is not lost.
                    PutBack(run.Entry, run.Problem);
                    service.Log.Say(number, EventSeverity.Warning, $"entry {run.Entry.Id} ('{run.Entry.Protocol}') could not begin: {run.Problem} ({run.Path})");
                    board.NoteEnd(run.Run.Live.State);
                    break;
                default:
                    NoteEnd(run, board);
                    break;
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            service.Book.Ended(number, $"The run {run.Path} could not be closed: {e.Message} 'coinrig continue {number}' goes on with the next entry.");
            service.Fail(this, "run-not-closed", $"{run.Path} could not be closed: {e.Message}");
        }
        service.Deliveries.End(run);
        (Before, _run) = (run, null);
        _isLookDue = true;
        _isBusy = false;
        board.Wake();
    }

    /// <summary>The service stops. The entry stays taken: the next start finds it.</summary>
    void NoteSuspended(ServedRun run) => service.Log.Say(number, EventSeverity.Note,
        $"entry {run.Entry.Id}, '{run.Entry.Protocol}', is left at step {run.Run.Live.StepCount} with its cell off, and goes on at the next start ({run.Path}){(run.Recorder.Fault is { } fault ? $", from where it was stored: {fault}" : "")}");

    void NoteEnd(ServedRun run, ServedBoard board)
    {
        var state = run.Problem.Length > 0 && run.Run.Live.State == RunState.Done ? RunState.Failed : run.Run.Live.State;
        var words = RunScreen.Words(state);
        service.Book.Ended(number, state == RunState.Done ? null : $"Entry {run.Entry.Id} ('{run.Entry.Protocol}') ended: {words}. {run.Problem} 'coinrig continue {number}' goes on with the next entry.");
        service.Log.Say(number, state is RunState.Done or RunState.StoppedByPerson ? EventSeverity.Note : EventSeverity.Warning,
            $"entry {run.Entry.Id}, '{run.Entry.Protocol}': {words}{(run.Problem.Length > 0 ? $": {run.Problem}" : "")} ({run.Path})");
        board.NoteEnd(state);
    }

    /// <summary>An entry could not begin: it waits again, before all others, for a person.</summary>
    void PutBack(QueueEntry entry, string why) =>
        service.Book.PutBack(number, $"Entry {entry.Id} ('{entry.Protocol}') could not begin: {why} 'coinrig continue {number}' tries again; 'coinrig queue remove {entry.Id}' leaves it out.");

    RunRequest RequestOf(Plan plan, ServedBoard board) => new()
    {
        Plan = plan,
        Profile = board.Profile,
        Channel = onBoard,
        OnHardware = board.Setup.OnHardware,
        Seed = board.Setup.Seed,
        Speed = service.Speed,
        Directory = service.RunsFolder,
        Telemetry = null,
    };
}
