using CoinRig.Cells;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Gateway;

/// <summary>One run of a campaign.</summary>
/// <param name="Plan">What is done, for which cell.</param>
/// <param name="Marks">Marks on the way; null for none.</param>
/// <param name="ProtocolFile">Where the protocol is.</param>
/// <param name="CellFile">Where the cell is.</param>
sealed record CampaignRun(Plan Plan, MarkPlan? Marks, string ProtocolFile, string CellFile);

/// <summary>A campaign: protocols one after another on each of several cells, each on a fresh one.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Board">The board.</param>
/// <param name="Seed">The twin's seed.</param>
/// <param name="Runs">The runs, in their order.</param>
sealed record CampaignFile(string Name, BoardProfile Board, int Seed, IReadOnlyList<CampaignRun> Runs)
{
    /// <summary>Reads a campaign file; every protocol is read for every cell before anything runs.</summary>
    /// <exception cref="DocumentException">With the mistakes of the file, or of the first protocol that has some.</exception>
    internal static CampaignFile Load(string path)
    {
        var document = Document.Load(path);
        if (document.Root.AsMapping("a campaign") is not { } map)
        {
            document.ThrowIfMistaken();
            throw new InvalidOperationException("A root that is no mapping is a mistake.");
        }
        var (name, board, seed) = (map.RequiredText("name"), map.Text("board", "reference")!, map.WholeNumber("seed", 1, 0, int.MaxValue));
        var cells = map.Required("cells")?.Items.Select(i => i.Text ?? "").ToArray() ?? [];
        var orders = map.Required("runs")?.Items.Select(Order).ToArray() ?? [];
        map.Finish();
        document.ThrowIfMistaken();
        var runs = from cellFile in cells.Select(Shipped.Cells.Find)
                   let cell = CellFile.Load(cellFile)
                   from order in orders
                   let protocolFile = Shipped.Protocols.Find(order.Protocol)
                   select new CampaignRun(ProtocolFile.Load(protocolFile, cell), order.Marks, protocolFile, cellFile);
        return new(name, BoardProfileFile.Load(Shipped.Boards.Find(board)), seed, [.. runs]);
    }

    static (string Protocol, MarkPlan? Marks) Order(DocumentNode node)
    {
        if (node.Text is { } protocol)
        {
            return (protocol, null);
        }
        if (node.AsMapping("a run") is not { } map)
        {
            return ("", null);
        }
        var named = map.RequiredText("protocol");
        MarkPlan? marks = null;
        if (map.Optional("marks")?.AsMapping("'marks'") is { } keys)
        {
            marks = new(keys.WholeNumber("step", 1, 1, 10_000), keys.RequiredQuantity("every", Dimension.Time), keys.RequiredText("text"));
            if (!(marks.Seconds >= 1))
            {
                keys.Node.Report(keys.Node.Description, "'every' with a time of 1 s or more");
            }
            keys.Finish();
        }
        map.Finish();
        return (named, marks);
    }
}
