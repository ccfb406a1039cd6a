using System.CommandLine;
using CoinRig.Cells;
using CoinRig.Documents;
using CoinRig.FrontEnd;

namespace CoinRig.Gateway;

/// <summary><c>coinrig cells | boards | protocols</c>: what is shipped.</summary>
static class ListCommand
{
    public static Command Cells(Session session) => Create(session, Shipped.Cells, "List the cells that are shipped", path =>
    {
        var cell = CellFile.Load(path);
        return (cell.Description, double.IsNaN(cell.OneCAmperes) ? "" : $"1C = {cell.OneCAmperes * 1e3:0.###} mA");
    });

    public static Command Boards(Session session) => Create(session, Shipped.Boards, "List the board profiles that are shipped", path =>
    {
        var board = BoardProfileFile.Load(path);
        return (board.Description, board.SpiBus < 0 ? "twin only" : $"SPI bus {board.SpiBus}");
    });

    public static Command Protocols(Session session) => Create(session, Shipped.Protocols, "List the protocols that are shipped", path =>
    {
        var map = Document.Load(path).Root.AsMapping("a protocol file");
        return (map?.Text("name") ?? "", map?.Text("description") ?? "");
    });

    static Command Create(Session session, Shipped shipped, string description, Func<string, (string Description, string Note)> read)
    {
        var command = new Command(shipped.Plural, description);
        session.Do(command, (_, screen) =>
        {
            var entries = shipped.Names.Select(n => (Name: n, File: shipped.PathOf(n), Text: read(shipped.PathOf(n)))).ToList();
            var table = new ScreenTable(shipped.Kind, "what it is", "note");
            entries.ForEach(e => table.Add(e.Name, e.Text.Description, e.Text.Note));
            screen.Show(table);
            if (screen.IsJson)
            {
                screen.Document(entries.Select(e => new { e.Name, e.File, e.Text.Description, e.Text.Note }));
            }
            return ExitCode.Done;
        });
        return command;
    }
}
