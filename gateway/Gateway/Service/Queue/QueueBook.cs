namespace CoinRig.Gateway;

/// <summary>The queues of all channels. May be called from any thread; every change is on the disk before it counts.</summary>
sealed class QueueBook
{
    /// <summary>More entries than a person oversees.</summary>
    const int MostEntries = 1000;

    readonly Lock _gate = new();
    readonly QueueFile _file;
    readonly Action<string> _warn;
    readonly QueueState _state;

    /// <summary>Opens the queues of a rig.</summary>
    /// <param name="file">Where they are kept.</param>
    /// <param name="channels">How many channels the rig has.</param>
    /// <param name="first">What waits where there is no file yet.</param>
    /// <param name="warn">Is told where the file cannot be written.</param>
    internal QueueBook(QueueFile file, int channels, IReadOnlyList<QueueOrder> first, Action<string> warn)
    {
        (_file, _warn) = (file, warn);
        var kept = file.Load();
        _state = kept ?? new QueueState();
        if (_state.Channels.Where(c => c.Key > channels && (c.Value.Waiting.Count > 0 || c.Value.Running is not null)).Select(c => c.Key).ToList() is { Count: > 0 } beyond)
        {
            throw new RefusedException($"{file.Path} has entries for channel {string.Join(", ", beyond)}; the rig file has {channels} channels. Give the rig its boards back, or move the file away.");
        }
        for (var i = 1; i <= channels; i++)
        {
            _state.Channels.TryAdd(i, new ChannelQueue());
        }
        if (kept is null)
        {
            foreach (var order in first)
            {
                _state.Channels[order.Channel].Waiting.Add(new(_state.NextId++, order));
            }
            _file.Save(_state);
        }
    }

    /// <summary>Adds an entry at the end of its channel's queue.</summary>
    /// <exception cref="RefusedException">There are too many, or the disk does not take it.</exception>
    internal QueueEntry Add(QueueOrder order) => Change(() =>
    {
        var queue = Of(order.Channel);
        if (_state.Channels.Values.Sum(c => c.Waiting.Count) >= MostEntries)
        {
            throw new RefusedException($"{MostEntries} entries wait already; remove some first.");
        }
        var entry = new QueueEntry(_state.NextId++, order);
        queue.Waiting.Add(entry);
        return (entry, () => queue.Waiting.Remove(entry));
    });

    /// <summary>Removes an entry that waits.</summary>
    internal QueueEntry Remove(int id) => Change(() =>
    {
        var (queue, index) = Find(id);
        var entry = queue.Waiting[index];
        queue.Waiting.RemoveAt(index);
        return (entry, () => queue.Waiting.Insert(index, entry));
    });

    /// <summary>Moves an entry that waits to another place of its queue.</summary>
    /// <param name="id">The entry.</param>
    /// <param name="place">Its new place, from 1.</param>
    internal QueueEntry Move(int id, int place) => Change(() =>
    {
        var (queue, index) = Find(id);
        var entry = queue.Waiting[index];
        queue.Waiting.RemoveAt(index);
        queue.Waiting.Insert(Math.Clamp(place - 1, 0, queue.Waiting.Count), entry);
        return (entry, () =>
        {
            queue.Waiting.Remove(entry);
            queue.Waiting.Insert(index, entry);
        });
    });

    /// <summary>Takes the next entry of a channel that may start now; null where none may.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="utc">Now.</param>
    /// <param name="notBefore">When the next may start, where it only waits for that.</param>
    internal QueueEntry? TakeNext(int channel, DateTimeOffset utc, out DateTimeOffset? notBefore)
    {
        lock (_gate)
        {
            notBefore = null;
            var queue = Of(channel);
            if (queue.Held is not null || queue.Running is not null || queue.Waiting is not [var entry, ..])
            {
                return null;
            }
            var start = StartCondition.TryParse(entry.Order.Start, out var given) ? given : new StartCondition(ByHand: true, null);
            if (start.ByHand && !entry.IsReleased)
            {
                queue.Held = $"Entry {entry.Id} ('{entry.Protocol}') starts by hand: 'coinrig continue {channel}'.";
                TrySave();
                return null;
            }
            if (start.NotBefore > utc)
            {
                notBefore = start.NotBefore;
                return null;
            }
            queue.Waiting.RemoveAt(0);
            (queue.Running, queue.RunFile) = (entry, null);
            if (TrySave())
            {
                return entry;
            }
            // After a restart it would run once more, and nobody would know.
            queue.Waiting.Insert(0, entry);
            (queue.Running, queue.Held) = (null, $"Entry {entry.Id} ('{entry.Protocol}') did not begin, because {_file.Path} cannot be written. Free some space; 'coinrig continue {channel}' tries again.");
            return null;
        }
    }

    /// <summary>The entry that runs has its file, in which nothing is yet.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="runFile">The file.</param>
    /// <param name="isOtherCell">On a twin: whether its cell is another one than that of the run before; null on hardware.</param>
    /// <exception cref="RefusedException">The disk does not take it: the run must not begin.</exception>
    internal void Started(int channel, string runFile, bool? isOtherCell)
    {
        lock (_gate)
        {
            var queue = Of(channel);
            queue.RunFile = runFile;
            if (isOtherCell is true)
            {
                queue.CellRuns.Clear();
            }
            if (isOtherCell is not null)
            {
                queue.CellRuns.Add(runFile);
            }
            if (!TrySave())
            {
                throw new RefusedException($"{_file.Path} cannot be written.");
            }
        }
    }

    /// <summary>The entry that was to run has not begun: it waits again, before all others.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="held">Why the channel does not go on by itself; null where it does.</param>
    internal void PutBack(int channel, string? held) => Write(() =>
    {
        var queue = Of(channel);
        if (queue.Running is { } entry)
        {
            queue.Waiting.Insert(0, entry with { IsReleased = true });
        }
        queue.CellRuns.RemoveAll(r => r == queue.RunFile);
        (queue.Running, queue.RunFile) = (null, null);
        queue.Held = held ?? queue.Held;
    });

    /// <summary>The entry that ran is over.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="held">Why the channel does not go on by itself; null where it does.</param>
    internal void Ended(int channel, string? held) => Write(() =>
    {
        var queue = Of(channel);
        (queue.Running, queue.RunFile) = (null, null);
        queue.Held = held ?? queue.Held;
    });

    /// <summary>A channel is not to go on by itself.</summary>
    internal void Hold(int channel, string reason) => Write(() => Of(channel).Held = reason);

    /// <summary>A person lets a channel go on, with an entry that starts by hand too.</summary>
    /// <returns>Why it was held; null where it was not.</returns>
    internal string? Release(int channel)
    {
        string? held = null;
        Write(() =>
        {
            var queue = Of(channel);
            (held, queue.Held) = (queue.Held, null);
            if (queue is { Running: null, Waiting: [var first, ..] })
            {
                queue.Waiting[0] = first with { IsReleased = true };
            }
        });
        return held;
    }

    /// <summary>A channel is no longer held; the run that was cut off is taken up.</summary>
    internal void LetGo(int channel) => Write(() => Of(channel).Held = null);

    /// <summary>A channel's queue as it is now.</summary>
    internal ChannelQueue Snapshot(int channel)
    {
        lock (_gate)
        {
            var queue = Of(channel);
            return queue with { Waiting = [.. queue.Waiting], CellRuns = [.. queue.CellRuns] };
        }
    }

    /// <summary>Whether nothing runs anywhere and nothing can start by itself.</summary>
    internal bool IsAtRest
    {
        get
        {
            lock (_gate)
            {
                return _state.Channels.Values.All(q => q.Held is not null || (q.Running is null && q.Waiting.Count == 0));
            }
        }
    }

    ChannelQueue Of(int channel) => _state.Channels.TryGetValue(channel, out var queue) ? queue : throw NoChannel(channel, _state.Channels.Count);

    internal static RefusedException NoChannel(int channel, int channels) => new($"There is no channel {channel}: this rig has {(channels == 1 ? "channel 1 alone" : $"the channels 1 to {channels}")}.");

    (ChannelQueue Queue, int Index) Find(int id)
    {
        foreach (var (channel, queue) in _state.Channels)
        {
            if (queue.Running?.Id == id)
            {
                throw new RefusedException($"Entry {id} runs on channel {channel}: 'coinrig stop {channel}' ends it.");
            }
            if (queue.Waiting.FindIndex(e => e.Id == id) is >= 0 and var index)
            {
                return (queue, index);
            }
        }
        throw new RefusedException($"No entry {id} waits; 'coinrig queue list' shows what does.");
    }

    /// <summary>Changes the queues by a person's wish: undone where the disk does not take it.</summary>
    QueueEntry Change(Func<(QueueEntry Entry, Action Undo)> change)
    {
        lock (_gate)
        {
            var (entry, undo) = change();
            try
            {
                _file.Save(_state);
                return entry;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                undo();
                throw new RefusedException($"Nothing was changed, because {_file.Path} cannot be written: {e.Message}", e);
            }
        }
    }

    /// <summary>Writes down what has happened.</summary>
    void Write(Action change)
    {
        lock (_gate)
        {
            change();
            TrySave();
        }
    }

    bool TrySave()
    {
        try
        {
            _file.Save(_state);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _warn($"The queues cannot be written to {_file.Path}: {e.Message} They go on, and a restart would find them as they were before.");
            return false;
        }
    }
}
