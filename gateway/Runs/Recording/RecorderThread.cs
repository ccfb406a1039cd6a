using CoinRig.Clock;

namespace CoinRig.Runs;

/// <summary>The thread on which a recorder works beside a scan.</summary>
public sealed class RecorderThread : IDisposable
{
    /// <summary>
    /// How long it waits for more, ms: as long as a handful of entries takes to come, so that it wakes seldom beside slow scans; a run at full speed fills a small part of
    /// the ring meanwhile.
    /// </summary>
    const int ShortestPause = 1, LongestPause = 32;

    /// <summary>With fewer entries at a time it waits longer, with more shorter.</summary>
    const int FewEntries = 4, ManyEntries = 64;

    readonly Recorder _recorder;
    readonly IRigClock _clock;
    readonly Thread _thread;
    readonly AutoResetEvent _news = new(false);
    volatile bool _stops;

    /// <summary>Starts it.</summary>
    /// <param name="recorder">The recorder; only this thread uses it until <see cref="Stop"/> returns.</param>
    /// <param name="clock">A real clock, to wait on.</param>
    public RecorderThread(Recorder recorder, IRigClock clock)
    {
        _recorder = recorder;
        _clock = clock;
        recorder.CommitAsked = () => _news.Set();
        _thread = new Thread(Work) { Name = "recorder", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Lets it drain what waits and ends it; the recorder is then the caller's again, to dispose.</summary>
    public void Stop()
    {
        _stops = true;
        _news.Set();
        _thread.Join();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        _recorder.CommitAsked = null;
        _news.Dispose();
    }

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
        var pause = ShortestPause;
        while (!_stops)
        {
            var moved = _recorder.Drain(_clock.Nanoseconds);
            pause = moved > ManyEntries ? Math.Max(pause / 2, ShortestPause) : moved < FewEntries ? Math.Min(pause * 2, LongestPause) : pause;
            _news.WaitOne(pause);
        }
        _recorder.Drain();
    }
}
