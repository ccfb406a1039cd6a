using System.Text;

namespace CoinRig.InstrumentFiles;

/// <summary>Basytec's text: lines of <c>~Key: value</c>, the last of which names the columns.</summary>
sealed class BasytecFormat : IFormat
{
    static readonly HashSet<string> Known = ["t-Set[s]", "t-Cyc[s]", "Ah-Cyc-Charge-0", "Ah-Cyc-Discharge-0", "Wh-Cyc-Charge-0", "Wh-Cyc-Discharge-0", "R-AC", "Level", "Count", "State", "t-Set[h]", "t-Cyc[h]"];

    public Content? Open(Head head, ReadOptions options, Warnings warnings)
    {
        if (!head.Line(1).StartsWith("~Resultfile from Basytec", StringComparison.Ordinal) && !head.Line(1).StartsWith("~Time[", StringComparison.Ordinal))
        {
            return null;
        }
        var namesLine = head.Find(static l => l.StartsWith("~Time[", StringComparison.Ordinal));
        if (namesLine == 0)
        {
            throw new InstrumentFileException(head.File, 1, "No line names the columns.", "A line that begins with ~Time[s] or ~Time[h] is expected.");
        }
        var names = head.Line(namesLine)[1..].Split('\t');
        TableForm form = new()
        {
            Delimiter = (byte)'\t', Names = names, NamesLine = namesLine, FirstLine = namesLine + 1, Order = DateOrder.DayFirst, Sense = Sense, IsKnown = static name => Known.Contains(name),
        };
        return new("Basytec text", new TextTable(head.File, TablePlanner.Plan(head, options, warnings, form)), Facts(head, namesLine));
    }

    static ColumnSense? Sense(string name) => name switch
    {
        "Ah[Ah]" => ColumnSense.Of(Meaning.NetCharge, "Ah", ChargeScope.Test),
        "Ah-Step" => ColumnSense.Of(Meaning.NetCharge, "Ah", ChargeScope.Step),
        "Ah-Cyc-Charge" => ColumnSense.Of(Meaning.ChargingCharge, "Ah", ChargeScope.Cycle),
        "Ah-Cyc-Discharge" => ColumnSense.Of(Meaning.DischargingCharge, "Ah", ChargeScope.Cycle),
        "Wh[Wh]" => ColumnSense.Of(Meaning.NetEnergy, "Wh", ChargeScope.Test),
        "Wh-Step" => ColumnSense.Of(Meaning.NetEnergy, "Wh", ChargeScope.Step),
        "Wh-Cyc-Charge" => ColumnSense.Of(Meaning.ChargingEnergy, "Wh", ChargeScope.Cycle),
        "Wh-Cyc-Discharge" => ColumnSense.Of(Meaning.DischargingEnergy, "Wh", ChargeScope.Cycle),
        _ when Known.Contains(name) => null,
        _ => Vocabulary.Find(name),
    };

    static FileFacts Facts(Head head, int namesLine)
    {
        string? Value(string key) => head.Find(l => l.StartsWith($"~{key}:", StringComparison.Ordinal), namesLine) is > 0 and var at
            && head.Line(at)[(key.Length + 2)..].Trim() is { Length: > 0 } value ? value : null;
        return new()
        {
            Started = Dates.TryRead(Encoding.ASCII.GetBytes(Value("Start of Test") ?? ""), DateOrder.DayFirst, out var ticks) ? new DateTime(ticks) : null,
            Technique = Value("Testplan"), Channel = Value("Testchannel"), Comment = Value("Battery"),
        };
    }
}
