using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.Protocols;

namespace CoinRig.Gateway;

/// <summary>What waits on the channels of a rig that is served.</summary>
sealed partial class RigService
{
    /// <summary>Adds an entry to a queue, after reading it as it will be read when it begins.</summary>
    internal QueueEntry Add(QueueOrder order)
    {
        RequireReadable(order);
        if (order is { Fresh: true, Start: null } && Find(order.Channel).Board.Setup.OnHardware)
        {
            // Somebody has to put the cell in.
            order = order with { Start = "by hand" };
        }
        var entry = _service.Book.Add(order);
        Wake(order.Channel);
        return entry;
    }

    void RequireReadable(QueueOrder order)
    {
        var (_, board) = Find(order.Channel);
        if (!StartCondition.TryParse(order.Start, out _))
        {
            throw new RefusedException($"--start: '{order.Start}' is none of {StartCondition.Allowed}.");
        }
        var plan = order.ReadPlan();
        if (board.Rig?.Board.Channels.FirstOrDefault(c => c.Number == Find(order.Channel).Channel.OnBoard) is { } channel)
        {
            PlanFit.Check(plan, channel.Reach, board.Profile.ScanPeriodNanoseconds, board.Rig.Thermometer?.TryRead(out _) ?? false);
        }
    }

    /// <summary>Adds several entries, after reading all of them.</summary>
    internal IReadOnlyList<QueueEntry> AddAll(IReadOnlyList<QueueOrder> orders)
    {
        foreach (var order in orders)
        {
            RequireReadable(order);
        }
        return [.. orders.Select(Add)];
    }

    /// <summary>Removes an entry that waits.</summary>
    internal QueueEntry Remove(int id) => _service.Book.Remove(id);

    /// <summary>Moves an entry that waits.</summary>
    internal QueueEntry Move(int id, int place) => _service.Book.Move(id, place);

    /// <summary>The queue of a channel.</summary>
    internal ChannelQueue Queue(int channel)
    {
        Find(channel);
        return _service.Book.Snapshot(channel);
    }
}
