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
    Task _telling = Task.CompletedTask;
    TaskCompletionSource? _drain;
    volatile bool _isStateDue;

    /// <summary>Who waits until everything is delivered that was committed when he asked; null where nobody does.</summary>
    public required Func<TaskCompletionSource?> DrainAsked { get; init; }

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
        using var state = time.CreateTimer(_ =>
        {
            _isStateDue = true;
            Wake();
        }, null, TimeSpan.Zero, options.StateInterval);
        var rows = PublishAsync(stop, session.Token);
        var watch = connection.WatchAsync(session.Token);
        var first = await Task.WhenAny(rows, watch);
        await session.CancelAsync();
        if (first != rows || !rows.IsCompletedSuccessfully)
        {
            connection.Dispose();
        }
        // What is being sent is known once nobody sends any more; the next session must find nothing of this one at work.
        await Task.WhenAll(rows, watch).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_sending);
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
                Track(SendAsync(message, session));
            }
            if (outbox.IsSettled)
            {
                _drain?.TrySetResult();
            }
            if (_isStateDue && _telling.IsCompleted)
            {
                _isStateDue = false;
                Track(_telling = TellStateAsync(session));
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

    int ChannelNumber => options.Channel ?? header.Channel;

    void Track(Task sending)
    {
        _sending.RemoveAll(t => t.IsCompleted);
        _sending.Add(sending);
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
            _drain = DrainAsked();
        }
    }

    async Task AnnounceAsync(CancellationToken session)
    {
        if (options is { IsLive: true, SpeaksForTheRig: false })
        {
            var info = InfoPayload.Of(topics, header) with { Channel = ChannelNumber };
            await connection.PublishAsync(Message.Of(topics.ChannelInfo(ChannelNumber), info, PayloadJson.Default.InfoPayload), session);
        }
        else if (options.IsLive)
        {
            await connection.PublishAsync(Message.Of(topics.Status, StatusPayload.Online, PayloadJson.Default.StatusPayload), session);
            await connection.PublishAsync(Message.Of(topics.Info, InfoPayload.Of(topics, header), PayloadJson.Default.InfoPayload), session);
        }
    }

    async Task TellStateAsync(CancellationToken session)
    {
        try
        {
            await PublishStateAsync(session);
        }
        catch (Exception e)
        {
            _failure ??= e;
            Wake();
        }
    }

    async Task PublishStateAsync(CancellationToken session)
    {
        if (options.IsLive && options.State?.Invoke() is { } state)
        {
            await connection.PublishAsync(Message.Of(topics.State(ChannelNumber), state, PayloadJson.Default.StatePayload), session);
        }
    }

    async Task LeaveAsync(CancellationToken session)
    {
        if (options.IsLive)
        {
            await PublishStateAsync(session);
            if (options.SpeaksForTheRig)
            {
                await connection.PublishAsync(Message.Of(topics.Status, StatusPayload.Offline, PayloadJson.Default.StatusPayload), session);
            }
        }
        await connection.CloseAsync(session);
    }
}
