using CoinRig.Runs;

namespace CoinRig.Telemetry.Publishing;

/// <summary>
/// What of a run is still to be published. There is no queue: it is the run file and the cursor. The lock is held for
/// single reads; no network is waited for under it.
/// </summary>
sealed class Outbox
{
    readonly Lock _lock = new();
    readonly PublisherOptions _options;
    readonly ISinkCursor _cursors;
    readonly SampleStream _samples;
    readonly ResultStream _results;
    readonly EventStream _events;
    readonly AlarmStream _alarms;
    readonly OutboxStream[] _streams;
    readonly Stack<Message> _free = new();
    RunCursor _saved;

    public Outbox(IRunSource run, ISinkCursor cursors, Topics topics, PublisherOptions options)
    {
        (_options, _cursors) = (options, cursors);
        _samples = new SampleStream(run, topics, options);
        _results = new ResultStream(run, topics, options);
        _events = new EventStream(run, topics, options);
        _alarms = new AlarmStream(run, topics, options);
        _streams = [_alarms, _samples, _results, _events];
        _saved = cursors.Read(options.Sink);
        var start = options.FromStart ? default : _saved;
        _samples.Begin(start.Sequence);
        _results.Begin(start.ResultId);
        _events.Begin(start.EventId);
        _alarms.Begin(start.EventId);
        Refill();
    }

    /// <summary>Up to which sequence number every sample is delivered.</summary>
    public long DeliveredSequence => _samples.Delivered;

    /// <summary>Why the cursor could not be saved, in words; empty where it could.</summary>
    public string SaveProblem { get; private set; } = "";

    /// <summary>Whether nothing is left to do: all is delivered, or has nobody who wants it.</summary>
    public bool IsSettled => _streams.All(s => s.IsSettled);

    /// <summary>The next message, or null where none can go now.</summary>
    public Message? Next()
    {
        lock (_lock)
        {
            if (!_free.TryPeek(out var message))
            {
                return null;
            }
            foreach (var stream in _streams)
            {
                if (stream.TryNext(message))
                {
                    return _free.Pop();
                }
            }
            return null;
        }
    }

    /// <summary>A message was answered.</summary>
    public void Settle(Message message) => message.Stream!.Settle(_free);

    /// <summary>Rows may have come, and subscribers too.</summary>
    public void LookAgain()
    {
        foreach (var stream in _streams)
        {
            stream.LookAgain();
        }
    }

    /// <summary>The connection broke, or a new one begins.</summary>
    public void Break()
    {
        foreach (var stream in _streams)
        {
            stream.Break();
        }
        Refill();
    }

    /// <summary>Saves the cursor where it moved. A run that is delivered again keeps the farther one.</summary>
    public void Save()
    {
        lock (_lock)
        {
            // No alarm is lost between its event and itself.
            var events = Math.Min(_events.Delivered, _alarms.ToldUpTo);
            var now = new RunCursor(Math.Max(_saved.Sequence, _samples.Delivered), Math.Max(_saved.ResultId, _results.Delivered),
                Math.Max(_saved.EventId, events));
            if (now != _saved)
            {
                _saved = now;
                TrySave(now);
            }
        }
    }

    /// <summary>What is left now.</summary>
    public DrainReport Report(string problem)
    {
        lock (_lock)
        {
            return new DrainReport(_samples.CountLeft(), _results.CountLeft(), _events.CountLeft(), _streams.Any(s => s.IsUnheard && s.CountLeft() > 0), problem);
        }
    }

    void TrySave(RunCursor cursor)
    {
        try
        {
            _cursors.Save(_options.Sink, cursor);
        }
        catch (RunFileException e)
        {
            // A file that cannot be written can still be published; the cost is a repeat next time.
            SaveProblem = e.Message;
        }
    }

    void Refill()
    {
        _free.Clear();
        for (var i = 0; i < _options.Window; i++)
        {
            _free.Push(new Message());
        }
    }
}
