using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.FrontEnd;

namespace CoinRig.Gateway;

/// <summary>
/// One board of the service and the thread on which all its channels are scanned. It shares nothing with another board but what never waits, so that one that
/// fails, hangs or vanishes leaves the others as they are.
/// </summary>
sealed class ServedBoard : IDisposable
{
    /// <summary>How long an idle board sleeps at most, ms of real time: a start at a given time is not later than that.</summary>
    const int IdleMilliseconds = 500;

    /// <summary>Turns that a run needs at most to come to its end from the middle of what takes long.</summary>
    const int MostLastScans = 1000;

    /// <summary>The same where the twin's time is held back to a multiple of real time.</summary>
    const long PacedIdleNanoseconds = 100_000_000;

    readonly int _index;
    readonly Func<BoardSetup, IRig> _open;
    readonly IRealTimeKernel? _kernel;
    readonly ServiceContext _service;
    readonly ServedChannel[] _channels;
    readonly AutoResetEvent _news = new(false);
    readonly Thread _thread;
    readonly BoardProfile _profile;
    volatile bool _stops;
    volatile bool _isReopenDue;
    volatile bool _failed;
    volatile IRig? _rig;
    Strands? _strands;
    volatile string _problem = "";

    /// <summary>Makes a board; <see cref="Start"/> opens it.</summary>
    /// <param name="setup">What it is.</param>
    /// <param name="index">Its place in the rig file, from 1.</param>
    /// <param name="open">Opens it.</param>
    /// <param name="kernel">The system that is asked for punctuality; null where nothing is to be asked for.</param>
    /// <param name="channels">Its channels.</param>
    /// <param name="service">What all boards share.</param>
    internal ServedBoard(BoardSetup setup, int index, Func<BoardSetup, IRig> open, IRealTimeKernel? kernel, ServedChannel[] channels, ServiceContext service)
    {
        (Setup, _index, _open, _kernel, _channels, _service, _profile) = (setup, index, open, kernel, channels, service, setup.SharedProfile);
        _thread = new Thread(Work, 1 << 20) { Name = $"scan {index}" };
    }

    /// <summary>What the board is.</summary>
    internal BoardSetup Setup { get; }

    /// <summary>Its profile, with the scans a second that each channel has.</summary>
    internal BoardProfile Profile => _profile;

    /// <summary>Its channels.</summary>
    internal IReadOnlyList<ServedChannel> Channels => _channels;

    /// <summary>The open board; null where it is not there.</summary>
    internal IRig? Rig => _rig;

    /// <summary>Whether it is a twin, whose time waits for us.</summary>
    internal bool IsTwin => !Setup.OnHardware;

    /// <summary>Why it is not there.</summary>
    internal string Problem => _problem;

    /// <summary>What the system refused to the thread of a real board; empty where it granted all, null where nothing was asked for.</summary>
    internal string? PunctualityWarning { get; private set; }

    /// <summary>The board's clock; its own time where it is not there.</summary>
    internal long Nanoseconds => _rig?.Clock.Nanoseconds ?? _service.Real.Nanoseconds;

    /// <summary>UTC of the board's clock.</summary>
    internal DateTimeOffset UtcNow => _rig?.Clock.UtcNow ?? _service.Real.UtcNow;

    /// <summary>Begins.</summary>
    internal void Start() => _thread.Start();

    /// <summary>Something waits for the board's thread.</summary>
    internal void Wake() => _news.Set();

    /// <summary>A person wants it to go on: a board that was not there, or whose last run failed, is opened anew once nothing runs on it.</summary>
    internal void AskReopen() => _isReopenDue |= _rig is null || _failed;

    /// <summary>What is scanned of a run: on a board with several channels it takes turns with theirs, so that none goes unwatched while another one is busy.</summary>
    internal IScanned InTurn(IScanned run) => _strands is null ? run : _strands.Add(run, () =>
    {
        if (_kernel is not null)
        {
            ScanThread.MakePunctual(_kernel);
        }
    });

    /// <summary>Leaves its runs for the next start with their cells off, and then ends its thread.</summary>
    internal void Stop()
    {
        _stops = true;
        foreach (var channel in _channels)
        {
            channel.Run?.Run.RequestSuspend(RigService.SuspendReason);
        }
        Wake();
    }

    /// <summary>Waits until its thread has ended, after <see cref="Stop"/>.</summary>
    public void Dispose()
    {
        _thread.Join();
        _news.Dispose();
    }

    /// <summary>Whether a run makes no scans and is well: a paused twin at full speed, whose time waits for somebody.</summary>
    internal bool MayStandStill(ServedRun run) => IsUnpaced && run.Run.Live.IsPaused;

    /// <summary>A run on it ended.</summary>
    internal void NoteEnd(RunState state) => _failed = state == RunState.Failed;

    void Work()
    {
        if (_kernel is not null)
        {
            PunctualityWarning = ScanThread.MakePunctual(_kernel) ?? "";
        }
        try
        {
            Open();
            while (!(_stops && IsQuiet))
            {
                Step();
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            _problem = $"Board {_index} ('{_profile.Name}') failed: {e.Message}";
            _service.Fail(null, "board-failed", $"{_problem} Its channels are off until the service is started again.");
            Abandon();
        }
        finally
        {
            CloseRig();
        }
    }

    bool IsQuiet => _channels.All(c => c.Run is null && !c.IsBusy);

    void Step()
    {
        if (_isReopenDue && IsQuiet)
        {
            _isReopenDue = false;
            CloseRig();
            Open();
        }
        IScanned? next = null;
        var isAnyAwake = false;
        for (var i = 0; i < _channels.Length; i++)
        {
            _channels[i].Attend(this, !_stops);
            if (_channels[i].Run is { Scanned: { HasEnded: false } scanned } served)
            {
                if (_stops)
                {
                    // One that began while the service was asked to stop.
                    served.Run.RequestSuspend(RigService.SuspendReason);
                }
                isAnyAwake |= !served.Run.Live.IsPaused;
                next = next is null || scanned.NextDue < next.NextDue ? scanned : next;
                next = served.Marks is { HasEnded: false } marks && marks.NextDue < next.NextDue ? marks : next;
            }
            else if (_channels[i].Looking is { HasEnded: false } look)
            {
                isAnyAwake = true;
                next = next is null || look.NextDue < next.NextDue ? look : next;
            }
        }
        if (next is null)
        {
            Rest();
            return;
        }
        if (!isAnyAwake && IsUnpaced && !_stops)
        {
            // At full speed the time of a paused twin would run away: it stands still until somebody wants something.
            _news.WaitOne();
        }
        _rig!.Supervisor?.Fill(next.NextDue);
        _rig.Clock.WaitUntil(next.NextDue);
        next.Scan();
    }

    bool IsUnpaced => _rig is { IsVirtual: true } && double.IsPositiveInfinity(_service.Speed);

    /// <summary>Nothing runs: waits for news, or lets the twin's time go on to the next start.</summary>
    void Rest()
    {
        if (_rig is not { IsVirtual: true } rig || _stops)
        {
            _news.WaitOne(IdleMilliseconds);
        }
        else if (!IsUnpaced)
        {
            rig.Clock.Wait((long)(PacedIdleNanoseconds * _service.Speed));
        }
        else if (_channels.Select(c => c.NotBefore).Min() is { } start)
        {
            rig.Clock.Wait(Math.Max(0, (start - rig.Clock.UtcNow).Ticks * 100));
            Look();
        }
        else
        {
            _news.WaitOne();
            Look();
        }
    }

    void Look()
    {
        foreach (var channel in _channels)
        {
            channel.Look();
        }
    }

    void Open()
    {
        try
        {
            var rig = _open(Setup with { Profile = _profile, TwinStartUtc = IsTwin ? LastUtc() : null });
            LookIn(rig);
            _rig = rig;
            _strands = _channels.Length > 1 ? new Strands(rig.Board.Turns) : null;
            (_problem, _failed) = ("", false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            _problem = $"Board {_index} ('{_profile.Name}') is not there: {string.Join(" ", Failure.Of(e).Lines)}";
            _service.Fail(null, "board-missing", _problem);
        }
    }

    /// <summary>Until when the runs of the twin's cells went: its time goes on from there.</summary>
    DateTimeOffset? LastUtc() => _channels.Select(c => c.LastUtc()).Max();

    /// <summary>A board whose supervisor lets no relay close is as good as not there: what waits for it waits on.</summary>
    static void LookIn(IRig rig)
    {
        try
        {
            rig.Supervisor?.Greet();
            rig.Supervisor?.GiveBack();
        }
        catch
        {
            rig.Dispose();
            throw;
        }
    }

    /// <summary>The thread cannot go on: every run on it is ended as far as that goes.</summary>
    void Abandon()
    {
        foreach (var channel in _channels)
        {
            if (channel.Run is { } served)
            {
                served.Run.RequestStop(_problem);
                for (var i = 0; i < MostLastScans && !served.Scanned.HasEnded; i++)
                {
                    served.Scanned.Scan();
                }
            }
            channel.Attend(this, mayBegin: false);
        }
    }

    void CloseRig()
    {
        var rig = _rig;
        _rig = null;
        try
        {
            rig?.Dispose();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            _service.Fail(null, "board-failed", $"Board {_index} ('{_profile.Name}') could not be closed: {e.Message} Take its cells out.");
        }
    }
}
