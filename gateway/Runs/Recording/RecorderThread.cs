using CoinRig.Clock;

namespace CoinRig.Runs;

/// <summary>The thread on which a recorder works beside a scan.</summary>
public sealed class RecorderThread : IDisposable
{
    /// <summary>How long it waits when the feed is empty: at 10 scans a second nothing waits longer, at full speed the ring has room for more.</summary>
    const long PauseNanoseconds = 2 * RigClockExtensions.Millisecond;

    readonly Recorder _recorder;
    readonly IRigClock _clock;
    readonly Thread _thread;
    volatile bool _stops;

    /// <summary>Starts it.</summary>
    /// <param name="recorder">The recorder; only this thread uses it until <see cref="Stop"/> returns.</param>
    /// <param name="clock">A real clock, to wait on.</param>
    public RecorderThread(Recorder recorder, IRigClock clock)
    {
        _recorder = recorder;
        _clock = clock;
        _thread = new Thread(Work) { Name = "recorder", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Lets it drain what waits and ends it; the recorder is then the caller's again, to dispose.</summary>
    public void Stop()
    {
        _stops = true;
        _thread.Join();
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();

    /// <summary>Whatever goes wrong here must end the run, not the process: its relays would stay as they are.</summary>
    void Work()
    {
        try
        {
            Record();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            _recorder.GiveUp(error);
        }
    }

    void Record()
    {
        while (!_stops)
        {
            if (_recorder.Drain(_clock.Nanoseconds) == 0)
            {
                _clock.Wait(PauseNanoseconds);
            }
        }
        _recorder.Drain();
    }
}
