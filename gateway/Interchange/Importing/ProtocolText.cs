using System.Text;

namespace CoinRig.Interchange;

/// <summary>The text of a protocol file that is made from another program's, with the place in that one for each of its lines.</summary>
sealed class ProtocolText
{
    readonly StringBuilder _text = new();
    readonly List<Place> _places = [];

    internal ProtocolText(ImportedHead head, IReadOnlyList<ImportedItem> items)
    {
        var top = new Place(1, 1);
        foreach (var line in head.Comment)
        {
            Add(top, $"# {line}");
        }
        Add(top, $"name: {YamlText.Quoted(head.Name)}");
        if (head.Limits is { } limits)
        {
            Add(limits.Place, $"limits: {limits.Yaml}");
        }
        if (head.Record is { } record)
        {
            Add(record.Place, $"record: {record.Yaml}");
        }
        Add(top, "steps:");
        Add(items, "  ");
    }

    /// <summary>The whole text.</summary>
    internal string Text => _text.ToString();

    /// <summary>Where a line of the text comes from.</summary>
    internal Place PlaceOf(int line) => line >= 1 && line <= _places.Count ? _places[line - 1] : new(1, 1);

    void Add(IReadOnlyList<ImportedItem> items, string indent)
    {
        foreach (var item in items)
        {
            if (item is ImportedLoop loop)
            {
                Add(loop.Place, $"{indent}- repeat: {loop.Count}");
                if (loop.CountsCycles)
                {
                    Add(loop.Place, $"{indent}  cycle: true");
                }
                Add(loop.Place, $"{indent}  steps:");
                Add(loop.Items, indent + "    ");
            }
            else
            {
                Add(item.Place, $"{indent}- {((ImportedStep)item).Yaml}");
            }
        }
    }

    void Add(Place place, string line)
    {
        _text.Append(line).Append('\n');
        _places.Add(place);
    }
}
