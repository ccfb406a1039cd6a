using System.Globalization;
using System.Text;

namespace CoinRig.InstrumentFiles;

/// <summary>Novonix UHPC files: sections in brackets, the last of which is a CSV; times are hours.</summary>
sealed class NovonixFormat : IFormat
{
    const double SecondsPerHour = 3600;

    /// <summary>What the program writes for mass and area where nobody has given one.</summary>
    const double Untold = 1;

    public Content? Open(Head head, ReadOptions options, Warnings warnings)
    {
        if (head.Line(1).Trim() != "[Summary]")
        {
            return null;
        }
        var section = head.Find(static l => l.Trim() == "[Data]");
        if (section == 0)
        {
            throw new InstrumentFileException(head.File, 1, "There is no section [Data].", "A Novonix file has [Summary], [Protocol] and [Data].");
        }
        TableForm form = new()
        {
            Delimiter = (byte)',', Names = head.Line(section + 1).Split(','), NamesLine = section + 1, FirstLine = section + 2, Sense = Sense,
            IsKnown = static name => name is "dVdt (V/h)" or "dIdt (A/h)" or "Step position",
        };
        return new("Novonix CSV", new TextTable(head.File, TablePlanner.Plan(head, options, warnings, form)), Facts(head, section));
    }

    static ColumnSense? Sense(string name) => name switch
    {
        "Capacity (Ah)" => ColumnSense.Of(Meaning.NetCharge, "Ah"),
        "Energy (Wh)" => ColumnSense.Of(Meaning.NetEnergy, "Wh"),
        _ => Vocabulary.Find(name),
    };

    static FileFacts Facts(Head head, int section)
    {
        string? Value(string key) => head.Find(l => l.StartsWith($"{key}:", StringComparison.Ordinal), section) is > 0 and var at
            && head.Line(at)[(key.Length + 1)..].Trim() is { Length: > 0 } value ? value : null;
        double? Number(string key, double untold) => double.TryParse(Value(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value != untold && value > 0 ? value : null;
        return new()
        {
            Started = Dates.TryRead(Encoding.ASCII.GetBytes(Value("Started") ?? ""), DateOrder.MonthFirst, out var ticks) ? new DateTime(ticks) : null,
            Channel = Value("Channel"), Comment = Value("Description"), MassKilograms = Number("Mass (g)", Untold) / 1000, AreaSquareMetres = Number("Area (cm2)", Untold) / 10_000,
            CapacityCoulombs = Number("Capacity (Ah)", 0) * SecondsPerHour,
        };
    }
}
