namespace CoinRig.Gateway;

/// <summary>The queues of a rig as they are kept over a restart.</summary>
sealed record QueueState
{
    /// <summary>The version of the file.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The id of the next entry.</summary>
    public int NextId { get; set; } = 1;

    /// <summary>The channels, by their numbers.</summary>
    public SortedDictionary<int, ChannelQueue> Channels { get; init; } = [];
}

/// <summary>What waits on one channel.</summary>
sealed record ChannelQueue
{
    /// <summary>Entries in their order.</summary>
    public List<QueueEntry> Waiting { get; init; } = [];

    /// <summary>The entry that runs.</summary>
    public QueueEntry? Running { get; set; }

    /// <summary>The file of its run; null before it is made.</summary>
    public string? RunFile { get; set; }

    /// <summary>On a twin: the files of all runs that its cell has gone through, in their order. Its state is in no file; led through them once more, it stands where it stood.</summary>
    public List<string> CellRuns { get; init; } = [];

    /// <summary>Why the channel does not go on by itself; null where it does.</summary>
    public string? Held { get; set; }
}
