using CoinRig.Control;

namespace CoinRig.Gateway;

/// <summary>
/// A run with a stack of its own, for a board whose channels take turns: where its scan is long, because a step begins, it can be left in the middle and gone on with
/// later. One strand at a time goes on, and only while somebody waits in <see cref="Scan"/>; so that in virtual time a seed gives the same runs.
/// </summary>
sealed class Strand : IScanned, IDisposable
{
    /// <summary>A scan needs little, and what is locked in memory is paid for.</summary>
    const int StackBytes = 1 << 20;

    readonly IScanned _run;
    readonly Thread _thread;
    readonly SemaphoreSlim _go = new(0), _back = new(0);
    long? _parkedUntil;

    /// <summary>Makes a strand, which waits for its first scan.</summary>
    /// <param name="run">The run.</param>
    /// <param name="prepare">Called on its thread before.</param>
    internal Strand(IScanned run, Action prepare)
    {
        _run = run;
        _thread = new Thread(() => Work(prepare), StackBytes) { Name = "scan", IsBackground = true };
        _thread.Start();
    }

    /// <inheritdoc/>
    public long NextDue => _parkedUntil ?? _run.NextDue;

    /// <inheritdoc/>
    public bool HasEnded => _parkedUntil is null && _run.HasEnded;

    /// <summary>Goes on until its scan is done, or until it lets others go first.</summary>
    public void Scan()
    {
        _go.Release();
        _back.Wait();
    }

    /// <summary>On its own thread, in the middle of a scan: waits for its next turn.</summary>
    /// <param name="until">When it wants to go on, ns.</param>
    internal void Park(long until)
    {
        _parkedUntil = until;
        _back.Release();
        _go.Wait();
        _parkedUntil = null;
    }

    /// <summary>Waits for the end of its thread, once the run has ended; one that hangs in its middle is left to the end of the process.</summary>
    public void Dispose()
    {
        if (HasEnded)
        {
            _thread.Join();
            _go.Dispose();
            _back.Dispose();
        }
    }

    void Work(Action prepare)
    {
        prepare();
        while (!_run.HasEnded)
        {
            _go.Wait();
            _run.Scan();
            _back.Release();
        }
    }
}
