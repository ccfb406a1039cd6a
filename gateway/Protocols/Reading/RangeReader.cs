using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>Reads the key <c>range</c> of a step, whatever its technique: <c>auto</c>, or a range by its full scale.</summary>
static class RangeReader
{
    const string Auto = "auto";

    internal static StepBody Apply(MappingReader map, StepBody body)
    {
        if (map.Optional("range") is not { } node)
        {
            return body;
        }
        if (body.Segments.All(s => s.Mode == ControlMode.OpenCircuit))
        {
            node.Report("a range in a step without current", "no 'range': the relay is open");
            return body;
        }
        return node.Text == Auto ? Follow(node, body) : Name(map, node, body);
    }

    static StepBody Follow(DocumentNode node, StepBody body)
    {
        if (body.Segments.All(s => s.Mode != ControlMode.Voltage))
        {
            node.Report("'range: auto' in a step that sets its current",
                "no 'range': a current that is set fits one range, which is chosen before the step; or a range of the board, such as 100 uA");
        }
        return body with { Segments = [.. body.Segments.Select(s => s.Mode == ControlMode.Voltage ? s with { Range = new(IsAuto: true, 0) } : s)] };
    }

    static StepBody Name(MappingReader map, DocumentNode node, StepBody body)
    {
        if (node.Text is not { } text || !Documents.Amount.TryParse(text, Dimension.Current, out var fullScale) || !(fullScale.Value > 0))
        {
            node.Report(node.Description, "auto, or a range of the board by its full scale, such as 100 uA");
            return body;
        }
        // Who names a range for a voltage expects no more than it carries.
        double Expected(Segment s) => s.Mode == ControlMode.Voltage && !map.Has("largest_current")
            ? Math.Min(s.LargestExpectedAmperes, fullScale.Value) : s.LargestExpectedAmperes;
        return body with
        {
            Segments = [.. body.Segments.Select(s => s.Mode == ControlMode.OpenCircuit ? s
                : s with { Range = new(IsAuto: false, fullScale.Value), LargestExpectedAmperes = Expected(s) })],
        };
    }
}
