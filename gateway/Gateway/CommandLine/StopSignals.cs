using System.Runtime.InteropServices;

namespace CoinRig.Gateway;

/// <summary>
/// Turns Ctrl-C, SIGTERM and a closed terminal into a token, so that a rig reaches the idle state before its process
/// ends. They stay held back as long as this lives: a second Ctrl-C must not leave a relay closed.
/// </summary>
sealed class StopSignals : IDisposable
{
    readonly CancellationTokenSource _stop = new();
    readonly CancellationTokenSource _leave = new();
    readonly PosixSignalRegistration[] _signals;
    volatile Action? _onSecond;

    public StopSignals() => _signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }
        .Select(signal => PosixSignalRegistration.Create(signal, Hold))];

    /// <summary>Any of them came.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>
    /// The first that came is none of a person at the keyboard, as when the computer is shut down or a terminal far away is lost: a run is left for later. Cancelled
    /// before <see cref="Token"/>.
    /// </summary>
    public CancellationToken Leave => _leave.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }
        _stop.Dispose();
        _leave.Dispose();
    }

    /// <summary>What a second signal does, for who has something better than to wait.</summary>
    public void OnSecond(Action end) => _onSecond = end;

    void Hold(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_stop.IsCancellationRequested)
        {
            _onSecond?.Invoke();
        }
        else if (context.Signal is PosixSignal.SIGTERM or PosixSignal.SIGHUP)
        {
            _leave.Cancel();
        }
        _stop.Cancel();
    }
}
