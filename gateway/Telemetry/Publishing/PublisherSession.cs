using System.Collections.Concurrent;
using System.Threading.Channels;
using CoinRig.Runs;
using CoinRig.Telemetry.Payloads;

namespace CoinRig.Telemetry.Publishing;

/// <summary>What happens over one connection: the announcement, the rows in a window, the state, the farewell.</summary>
sealed class PublisherSession(BrokerConnection connection, Outbox outbox, RunHeader header, Topics topics, PublisherOptions options, TimeProvider time)
{
    // Answered messages come here; null means: look at the run file again.
    readonly Channel<Message?> _news = Channel.CreateUnbounded<Message?>(new UnboundedChannelOptions { SingleReader = true });
    readonly List<Task> _sending = [];
    Exception? _failure;
    bool _isDrainSeen;

    /// <summary>Whether somebody waits for <see cref="OnDrained"/>.</summary>
    public required Func<bool> IsDrainAsked { get; init; }

    /// <summary>Called once everything is delivered that was committed when the question was asked.</summary>
    public required Action OnDrained { get; init; }

    /// <summary>Codes of alarms to take away.</summary>
    public required ConcurrentQueue<string> AlarmsToClear { get; init; }

    /// <summary>Looks at the run file at once.</summary>
    public void Wake() => _news.Writer.TryWrite(null);

    /// <summary>Serves until it is stopped or the connection fails.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var session = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var farewell = stop.Register(() =>
        {
            session.CancelAfter(options.StopTimeout);
            Wake();
        });
        using var look = time.CreateTimer(_ => Wake(), null, options.Poll, options.Poll);
        var rows = PublishAsync(stop, session.Token);
        Task[] tasks = [rows, connection.WatchAsync(session.Token), TellStateAsync(session.Token)];
        var first = await Task.WhenAny(tasks);
        await session.CancelAsync();
        if (first != rows || !rows.IsCompletedSuccessfully)
        {
            connection.Dispose();
        }
        await Task.WhenAll(tasks.Concat(_sending)).ContinueWith(_ => { }, TaskScheduler.Default);
        await first;
    }

    async Task PublishAsync(CancellationToken stop, CancellationToken session)
    {
        await AnnounceAsync(session);
        outbox.LookAgain();
        while (!stop.IsCancellationRequested)
        {
            while (outbox.Next() is { } message)
            {
                Send(message, session);
            }
            if (_isDrainSeen && outbox.IsSettled)
            {
                _isDrainSeen = false;
                OnDrained();
            }
            while (AlarmsToClear.TryDequeue(out var code))
            {
                await connection.PublishAsync(Message.Clearing(topics.Alarm(code)), session);
            }
            await ReadNewsAsync(session);
        }
        await Task.WhenAll(_sending).WaitAsync(session);
        ReadAll();
        await LeaveAsync(session);
    }

    void Send(Message message, CancellationToken session)
    {
        _sending.RemoveAll(t => t.IsCompleted);
        _sending.Add(SendAsync(message, session));
    }

    async Task SendAsync(Message message, CancellationToken session)
    {
        try
        {
            message.Delivery = await connection.PublishAsync(message, session);
        }
        catch (Exception e)
        {
            _failure ??= e;
            message.Delivery = Delivery.Failed;
        }
        _news.Writer.TryWrite(message);
    }

    async Task ReadNewsAsync(CancellationToken session)
    {
        await _news.Reader.WaitToReadAsync(session);
        ReadAll();
        if (_failure is not null)
        {
            throw _failure;
        }
    }

    void ReadAll()
    {
        var isLookDue = false;
        while (_news.Reader.TryRead(out var news))
        {
            if (news is null)
            {
                isLookDue = true;
            }
            else if (news.Delivery != Delivery.Failed)
            {
                outbox.Settle(news);
            }
        }
        if (isLookDue)
        {
            outbox.LookAgain();
            outbox.Save();
            _isDrainSeen |= IsDrainAsked();
        }
    }

    async Task AnnounceAsync(CancellationToken session)
    {
        if (options.IsLive)
        {
            await connection.PublishAsync(Message.Of(topics.Status, StatusPayload.Online, PayloadJson.Default.StatusPayload), session);
            await connection.PublishAsync(Message.Of(topics.Info, InfoPayload.Of(topics, header), PayloadJson.Default.InfoPayload), session);
        }
    }

    async Task TellStateAsync(CancellationToken session)
    {
        using var second = new PeriodicTimer(options.StateInterval, time);
        do
        {
            await PublishStateAsync(session);
        }
        while (await second.WaitForNextTickAsync(session));
    }

    async Task PublishStateAsync(CancellationToken session)
    {
        if (options.IsLive && options.State?.Invoke() is { } state)
        {
            await connection.PublishAsync(Message.Of(topics.State(header.Channel), state, PayloadJson.Default.StatePayload), session);
        }
    }

    async Task LeaveAsync(CancellationToken session)
    {
        if (options.IsLive)
        {
            await PublishStateAsync(session);
            await connection.PublishAsync(Message.Of(topics.Status, StatusPayload.Offline, PayloadJson.Default.StatusPayload), session);
        }
        await connection.CloseAsync(session);
    }
}
