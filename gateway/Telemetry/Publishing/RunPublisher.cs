using System.Collections.Concurrent;
using CoinRig.Runs;

namespace CoinRig.Telemetry.Publishing;

/// <summary>
/// Publishes a run from its file, as a reader: at QoS 1, in order, in a window, and the cursor moves with the broker's
/// acknowledgements. It runs on tasks of its own and never calls anything of the scan, so a broker that is missing, slow or
/// lying costs nothing but late delivery: all that it needs stays in the file.
/// </summary>
public sealed class RunPublisher : IAsyncDisposable
{
    readonly IRunSource _run;
    readonly Topics _topics;
    readonly PublisherOptions _options;
    readonly TimeProvider _time;
    readonly Action<string> _notice;
    readonly Outbox _outbox;
    readonly CancellationTokenSource _stop = new();
    readonly ConcurrentQueue<string> _alarmsToClear = new();
    volatile TaskCompletionSource _hurry = new();
    volatile TaskCompletionSource? _drain;
    volatile PublisherSession? _session;
    volatile string _problem = "not connected yet";
    Task? _running;

    /// <summary>Makes a publisher; nothing happens before <see cref="Start"/>.</summary>
    /// <param name="run">The run, on a reader that nobody else uses.</param>
    /// <param name="cursors">Where the cursors are kept; usable until the publisher is disposed.</param>
    /// <param name="topics">The rig's topics.</param>
    /// <param name="options">How.</param>
    /// <param name="time">
    /// The network's time; composition gives the system's. The rig's clock is not used here: on the twin it jumps, and a broker does not.
    /// </param>
    /// <param name="notice">Gets a line for the person when the broker comes or goes.</param>
    public RunPublisher(IRunSource run, ISinkCursor cursors, Topics topics, PublisherOptions options, TimeProvider time, Action<string>? notice = null)
    {
        (_run, _topics, _options, _time) = (run, topics, options, time);
        _notice = notice ?? (_ => { });
        _outbox = new Outbox(run, cursors, topics, options);
    }

    /// <summary>Up to which sequence number every sample is delivered.</summary>
    public long DeliveredSequence => _outbox.DeliveredSequence;

    /// <summary>What is wrong with the broker, in words; empty where nothing is.</summary>
    public string Problem => _problem;

    /// <summary>Begins to publish.</summary>
    public void Start() => _running ??= Task.Run(() => RunAsync(_stop.Token));

    /// <summary>
    /// Waits until everything that is committed is delivered (or has nobody who wants it, with
    /// <see cref="PublisherOptions.HoldUnheard"/>), at most so long.
    /// </summary>
    /// <returns>What is left; it stays in the run file.</returns>
    public async Task<DrainReport> DrainAsync(TimeSpan most)
    {
        var drain = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _drain = drain;
        _hurry.TrySetResult();
        _session?.Wake();
        await Task.WhenAny(drain.Task, _running ?? Task.CompletedTask, Task.Delay(most, _time));
        _drain = null;
        return _outbox.Report(_problem);
    }

    /// <summary>Takes an alarm away, as soon as the broker is there.</summary>
    public void ClearAlarm(string code)
    {
        _alarmsToClear.Enqueue(code);
        _session?.Wake();
    }

    /// <summary>Says that the rig is offline, leaves the broker, and saves the cursors. Takes a few seconds at most.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_running is not null)
        {
            await _running;
        }
        _outbox.Save();
        if (_outbox.SaveProblem.Length > 0)
        {
            _notice($"MQTT: how far the run is delivered could not be noted, so the next publish may repeat some. {_outbox.SaveProblem}");
        }
        _stop.Dispose();
    }

    async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ServeAsync(stop);
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (RunFileException e)
            {
                _problem = e.Message;
                _notice($"MQTT: publishing ends. {e.Message}");
                return;
            }
            catch (Exception e)
            {
                Tell(Explain(e));
            }
            _outbox.Save();
            _hurry = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await Task.WhenAny(_hurry.Task, Task.Delay(_options.ReconnectDelay, _time, stop));
        }
    }

    async Task ServeAsync(CancellationToken stop)
    {
        using var connection = await BrokerConnection.OpenAsync(_topics, _options, _time, stop);
        Tell("");
        _outbox.Break();
        _session = new PublisherSession(connection, _outbox, _run.Header, _topics, _options, _time)
        {
            DrainAsked = () => _drain,
            AlarmsToClear = _alarmsToClear,
        };
        try
        {
            await _session.RunAsync(stop);
        }
        finally
        {
            _session = null;
        }
    }

    void Tell(string problem)
    {
        if (problem == _problem)
        {
            return;
        }
        _problem = problem;
        _notice(problem.Length == 0
            ? $"MQTT: connected to {_options.Broker}."
            : $"MQTT: {_options.Broker}: {problem}. What is not delivered stays in the run file; trying again.");
    }

    static string Explain(Exception exception)
    {
        while (exception is not TelemetryException && exception.InnerException is { } inner)
        {
            exception = inner;
        }
        return exception.Message.TrimEnd('.');
    }
}
