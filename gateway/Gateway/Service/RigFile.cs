using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Telemetry;

namespace CoinRig.Gateway;

/// <summary>Reads rig files.</summary>
static class RigFile
{
    const int MostBoards = 16;

    /// <summary>Reads a rig file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="runsFolder">The folder of run files and queues; null for the one that it names, or 'runs'.</param>
    /// <exception cref="DocumentException">With every mistake of the file.</exception>
    internal static RigSetup Load(string path, string? runsFolder = null) => Read(Document.Load(path), Path.GetDirectoryName(Path.GetFullPath(path))!, runsFolder);

    /// <summary>Reads a rig from a document. Where queues are kept already its own is not looked at: files that have changed since must not keep a rig from starting.</summary>
    /// <param name="document">The document.</param>
    /// <param name="folder">Where files that it names are looked for first.</param>
    /// <param name="runsFolder">The folder of run files and queues; null for the one that it names, or 'runs'.</param>
    internal static RigSetup Read(Document document, string folder, string? runsFolder = null)
    {
        var map = document.Root.AsMapping("a rig file");
        if (map is null)
        {
            document.ThrowIfMistaken();
        }
        var name = map!.RequiredText("name");
        var (broker, isOff, mayMark) = ReadMqtt(map);
        var named = map.Text("runs");
        var setup = new RigSetup(name, runsFolder ?? named ?? "runs", ReadBoards(map, folder), broker, isOff, mayMark, map.Text("on_alarm"), []);
        var first = map.Optional("queue")?.Items ?? [];
        var isKept = File.Exists(Path.Combine(setup.RunsFolder, QueueFile.Name));
        var queue = isKept ? [] : ReadQueue(first, setup.Channels, folder);
        map.Finish();
        document.ThrowIfMistaken();
        return setup with { Queue = queue, HasUnusedQueue = isKept && first.Any() };
    }

    static (BrokerAddress? Broker, bool IsOff, bool MayMark) ReadMqtt(MappingReader map)
    {
        if (map.Optional("mqtt") is not { } node)
        {
            return (null, false, false);
        }
        if (node.Text is "off" or "false")
        {
            return (null, true, false);
        }
        if (node.AsMapping("'mqtt'") is not { } mqtt)
        {
            return (null, false, false);
        }
        BrokerAddress? broker = null;
        if (mqtt.Text("broker") is { } text)
        {
            try
            {
                broker = BrokerAddress.Parse(text);
            }
            catch (TelemetryException e)
            {
                mqtt.Optional("broker")!.Report(text, e.Message);
            }
        }
        var mayMark = mqtt.Truth("marks", false);
        mqtt.Finish();
        return (broker, false, mayMark);
    }

    static List<BoardSetup> ReadBoards(MappingReader map, string folder)
    {
        var boards = new List<BoardSetup>();
        if (map.Required("boards") is not { } list)
        {
            return boards;
        }
        if (!list.IsList || list.Items.Count is 0 or > MostBoards)
        {
            list.Report(list.Description, $"a list of 1 to {MostBoards} boards: '- {{profile: reference, pins: twin}}'");
            return boards;
        }
        foreach (var item in list.Items)
        {
            if (item.AsMapping("a board") is { } board && ReadBoard(board, boards.Count, folder) is { } setup)
            {
                boards.Add(setup);
            }
        }
        foreach (var shared in boards.Where(b => b.OnHardware).GroupBy(b => b.Profile.SpiBus).Where(g => g.Count() > 1))
        {
            list.Report($"SPI bus {shared.Key} for {shared.Count()} boards", "a bus for each board");
        }
        return boards;
    }

    static BoardSetup? ReadBoard(MappingReader board, int index, string folder)
    {
        var file = board.RequiredText("profile");
        var onHardware = board.Choice("pins", "twin", "twin", "hardware") == "hardware";
        var seed = board.WholeNumber("seed", index + 1, 0, int.MaxValue);
        var channels = board.Optional("channels");
        board.Finish();
        if (file.Length == 0)
        {
            return null;
        }
        BoardProfile profile;
        try
        {
            profile = BoardProfileFile.Load(FileIn(folder, file, Shipped.Boards));
        }
        catch (Exception e) when (e is RefusedException or DocumentException)
        {
            board.Optional("profile")!.Report($"'{file}'", e.Message);
            return null;
        }
        if (onHardware && profile.SpiBus < 0)
        {
            board.Optional("profile")!.Report($"'{file}' for a real board", "a profile that names its bus: 'spi: {bus: 0}'");
        }
        var all = profile.Channels.Select(c => c.Number).ToArray();
        var used = channels is null ? all : channels.Items.Select(i => int.TryParse(i.Text, out var n) ? n : 0).ToArray();
        if (used.Length == 0 || used.Except(all).Any() || used.Distinct().Count() != used.Length)
        {
            channels!.Report(channels.Description, $"a list of the board's channels, each once: [{string.Join(", ", all)}]");
            return null;
        }
        return new BoardSetup(profile, onHardware, seed, used);
    }

    static List<QueueOrder> ReadQueue(IEnumerable<DocumentNode> items, int channels, string folder)
    {
        var orders = new List<QueueOrder>();
        foreach (var item in items)
        {
            if (item.AsMapping("an entry of the queue") is { } entry)
            {
                var channel = entry.WholeNumber("channel", 1, 1, Math.Max(1, channels));
                var before = orders.LastOrDefault(o => o.Channel == channel);
                var cell = entry.RequiredText("cell");
                var isFresh = cell == QueueOrder.FreshWord;
                if (isFresh && before is null)
                {
                    entry.Optional("cell")!.Report("'cell: fresh' in the first entry of a channel", "a cell file, or the name of a shipped cell; an entry after it may say 'fresh' for another one of the same kind");
                }
                var protocol = entry.RequiredText("protocol");
                var start = entry.Text("start");
                if (start is not null && !StartCondition.TryParse(start, out _))
                {
                    entry.Optional("start")!.Report($"'{start}'", StartCondition.Allowed);
                }
                var fresh = entry.Truth("fresh", isFresh);
                var values = entry.Optional("set")?.AsMapping("'set'");
                var set = values?.Keys.Select(k => $"{k}={values.AsWritten(k)!.Text}").ToArray() ?? [];
                entry.Finish();
                if (protocol.Length > 0 && cell.Length > 0 && (!isFresh || before is not null))
                {
                    try
                    {
                        var order = QueueOrder.Of(channel, FileIn(folder, protocol, Shipped.Protocols), isFresh ? before!.CellFile : FileIn(folder, cell, Shipped.Cells), fresh, start, set);
                        order.ReadPlan();
                        orders.Add(order);
                    }
                    catch (Exception e) when (e is RefusedException or IOException or DocumentException)
                    {
                        item.Report("this entry", e.Message);
                    }
                }
            }
        }
        return orders;
    }

    static string FileIn(string folder, string name, Shipped shipped) => File.Exists(Path.Combine(folder, name)) ? Path.Combine(folder, name) : shipped.Find(name);
}
