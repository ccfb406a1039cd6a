using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>A step's keys as one line for screens: "gitt: current C/10, pulse 10 min, rest 1 h, until voltage > 4.2 V".</summary>
static class StepText
{
    internal static string Of(string technique, MappingReader map)
    {
        var parts = map.Keys.Where(k => k is not ("step" or "record")).Select(k => $"{k} {Value(map.AsWritten(k)!)}");
        return $"{technique}: {string.Join(", ", parts)}";
    }

    static string Value(DocumentNode node) => node switch
    {
        { IsList: true } => string.Join(" or ", node.Items.Select(Value)),
        { IsMapping: true } => Inner(node.AsMapping("")!),
        _ => node.Text ?? "",
    };

    static string Inner(MappingReader map) => string.Join(" ",
        map.Keys.Where(k => k != "record").Select(k => k == "for" ? map.AsWritten(k)!.Text : $"{k} {Value(map.AsWritten(k)!)}"));
}
