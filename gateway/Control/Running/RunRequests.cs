using System.Collections.Concurrent;

namespace CoinRig.Control;

/// <summary>What other threads ask of a run; the scan takes it when it comes to it, and allocates nothing where nothing was asked.</summary>
sealed class RunRequests
{
    const int Nothing = 0, Pause = 1, Continue = 2;

    readonly ConcurrentQueue<Mark> _marks = new();
    readonly ConcurrentQueue<(string Code, EventSeverity Severity, string Message)> _events = new();
    string? _stop;
    string? _suspend;
    SafeStop? _danger;
    int _pause;
    int _skip;

    /// <summary>Why the run is to stop; null where nobody asks.</summary>
    internal string? Stop { get => Volatile.Read(ref _stop); set => Volatile.Write(ref _stop, value); }

    /// <summary>Why the run is to be left for a later program; null where nobody asks.</summary>
    internal string? Suspend { get => Volatile.Read(ref _suspend); set => Volatile.Write(ref _suspend, value); }

    /// <summary>What makes a safe stop necessary; null where nothing does.</summary>
    internal SafeStop? Danger { get => Volatile.Read(ref _danger); set => Volatile.Write(ref _danger, value); }

    internal void AskPause(bool isPaused) => Volatile.Write(ref _pause, isPaused ? Pause : Continue);

    /// <summary>Whether a pause (true) or its end (false) was asked for since the last look; null where neither was.</summary>
    internal bool? TakePause() => Volatile.Read(ref _pause) == Nothing ? null : Interlocked.Exchange(ref _pause, Nothing) == Pause;

    internal void AskSkip(int stepCount) => Volatile.Write(ref _skip, stepCount);

    /// <summary>Whether this very step is to be skipped: one that has ended by itself meanwhile does not take the next with it.</summary>
    internal bool TakeSkip(int stepCount) => Volatile.Read(ref _skip) != Nothing && Interlocked.Exchange(ref _skip, Nothing) == stepCount;

    internal void Add(Mark mark) => _marks.Enqueue(mark);

    internal bool TryTake(out Mark mark) => _marks.TryDequeue(out mark!);

    internal void Add(string code, EventSeverity severity, string message) => _events.Enqueue((code, severity, message));

    internal bool TryTake(out (string Code, EventSeverity Severity, string Message) happened) => _events.TryDequeue(out happened);

    /// <summary>Why a run must stop although nobody asks for it and nothing is wrong with cell or board.</summary>
    /// <param name="Code">What, in kebab-case.</param>
    /// <param name="Message">What happened, and what to do.</param>
    internal sealed record SafeStop(string Code, string Message);
}
