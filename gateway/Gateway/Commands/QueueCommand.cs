using System.CommandLine;
using System.Text.Json;

namespace CoinRig.Gateway;

/// <summary><c>coinrig queue add|load|list|remove|move</c>: what waits on the channels of a rig that is served.</summary>
static class QueueCommand
{
    public static Command Create(Session session) => new("queue", "What waits on the channels of a rig that is served")
    {
        Add(session), Load(session), List(session), Remove(session), Move(session),
    };

    static Command Add(Session session)
    {
        var (protocol, cell) = (Given.Protocol(), Given.Cell(required: true));
        var channel = new Option<int>("--channel") { Description = "The channel, counted over the rig", HelpName = "N", Required = true };
        var fresh = new Option<bool>("--fresh") { Description = "On the twin: put a new cell in" };
        var start = new Option<string?>("--start") { Description = $"When it may start: {StartCondition.Allowed} (default: now)", HelpName = "WHEN" };
        var set = Given.Set();
        return ServiceClient.Create(session, "add", "Add a protocol at the end of a channel's queue", [protocol, cell, channel, fresh, start, set], parse => new Request
        {
            Do = "queue-add",
            Order = QueueOrder.Of(parse.GetValue(channel), Shipped.Protocols.Find(parse.GetRequiredValue(protocol)), Shipped.Cells.Find(parse.GetRequiredValue(cell)!), parse.GetValue(fresh), parse.GetValue(start), parse.GetRequiredValue(set)),
        });
    }

    static Command Load(Session session)
    {
        var file = new Argument<string>("FILE") { Description = "A campaign: cells, and the runs that each goes through, each on a fresh cell" };
        var channel = new Option<int>("--channel") { Description = "The channel, counted over the rig", HelpName = "N", Required = true };
        return ServiceClient.Create(session, "load", "Add all runs of a campaign at the end of a channel's queue", [file, channel], parse => new Request
        {
            Do = "queue-load",
            Orders = [.. CampaignFile.Load(parse.GetRequiredValue(file)).Runs.Select(r => QueueOrder.Of(parse.GetValue(channel), r.ProtocolFile, r.CellFile, fresh: true, null) with { Marks = r.Marks })],
        });
    }

    static Command List(Session session)
    {
        var channel = new Option<int?>("--channel") { Description = "One channel alone", HelpName = "N" };
        return ServiceClient.Create(session, "list", "Show what runs and what waits", [channel], parse => new Request { Do = "queue-list", Channel = parse.GetValue(channel) }, Show);
    }

    static Command Remove(Session session)
    {
        var entry = Entry();
        return ServiceClient.Create(session, "remove", "Remove an entry that waits", [entry], parse => new Request { Do = "queue-remove", Entry = parse.GetValue(entry) });
    }

    static Command Move(Session session)
    {
        var (entry, place) = (Entry(), new Argument<int>("PLACE") { Description = "Its new place, 1 for the next" });
        return ServiceClient.Create(session, "move", "Move an entry that waits to another place of its queue", [entry, place],
            parse => new Request { Do = "queue-move", Entry = parse.GetValue(entry), Place = parse.GetValue(place) });
    }

    static Argument<int> Entry() => new("ENTRY") { Description = "The number of the entry ('coinrig queue list')" };

    static void Show(JsonElement answer, Screen screen)
    {
        var table = new ScreenTable(">channel", ">entry", "protocol", "cell", "start", "state") { Keys = 2 };
        var channels = ServiceClient.As<QueueDocument>(answer).Channels;
        foreach (var channel in channels)
        {
            if (channel.Running is { } running)
            {
                table.Add(Row(channel.Channel, running, channel.Held is null ? "runs" : "held"));
            }
            foreach (var (entry, place) in channel.Waiting.Select((e, i) => (e, i)))
            {
                table.Add(Row(channel.Channel, entry, place == 0 && channel.Held is not null ? "held" : "waits"));
            }
        }
        if (table.Count == 0)
        {
            screen.Say("Nothing runs and nothing waits.");
        }
        else
        {
            screen.Show(table);
        }
        foreach (var channel in channels.Where(c => c.Held is not null))
        {
            screen.Say($"Channel {channel.Channel} is held: {channel.Held}");
        }
    }

    static string[] Row(int channel, EntryDocument entry, string state) =>
        [$"{channel}", $"{entry.Entry}", Path.GetFileNameWithoutExtension(entry.Protocol), Path.GetFileNameWithoutExtension(entry.Cell) + (entry.Fresh ? " (fresh)" : ""), entry.Start ?? "at once", state];
}
