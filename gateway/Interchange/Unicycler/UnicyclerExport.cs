using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoinRig.Cells;
using CoinRig.Documents;
using CoinRig.Protocols;

namespace CoinRig.Interchange;

/// <summary>Writes protocols for aurora-unicycler 0.4.6: C-rates with the sample's capacity where a cell is given, loops by tags.</summary>
public static class UnicyclerExport
{
    const string Version = "0.4.6";

    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a protocol.</summary>
    /// <param name="text">The protocol file's text.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="cell">The cell; null leaves C-rates without a capacity.</param>
    /// <exception cref="DocumentException">What cannot be said and changes what happens to the cell, all at once.</exception>
    public static ExportedProtocol Write(string text, string file, Cell? cell)
    {
        var protocol = PortableReader.Read(text, file, cell);
        var root = new JsonObject { ["unicycler"] = new JsonObject { ["version"] = Version } };
        root["sample"] = new JsonObject
        {
            ["name"] = cell?.Name ?? protocol.Name,
            ["capacity_mAh"] = cell is { OneCAmperes: var oneC } && double.IsFinite(oneC) ? Numbers.Rounded(oneC * 1e3) : null,
        };
        root["record"] = Record(protocol);
        if (UnicyclerSafety.Of(protocol) is { } safety)
        {
            root["safety"] = safety;
        }
        var method = new UnicyclerMethod(protocol);
        method.Add(protocol.Items, depth: 0);
        root["method"] = method.Steps;
        protocol.ThrowIfRefused();
        return new(root.ToJsonString(Indented) + "\n", [.. protocol.LeftOut.Distinct()]);
    }

    static JsonObject Record(PortableProtocol protocol)
    {
        var rules = protocol.Steps.Select(s => s.Record).Distinct().ToArray();
        if (rules.Length > 1)
        {
            var other = protocol.Steps.First(s => s.Record != rules[0]);
            protocol.Refuse(other, "a record rule of its own", "one 'record' for the whole protocol");
        }
        var record = new JsonObject { ["time_s"] = Numbers.Rounded(rules.FirstOrDefault(new RecordRule(10, 0, 0)).IntervalSeconds) };
        if (rules is [var rule, ..] && double.IsFinite(rule.VoltageChange))
        {
            record["voltage_V"] = Numbers.Rounded(rule.VoltageChange);
        }
        if (rules is [var same, ..] && double.IsFinite(same.CurrentChange))
        {
            record["current_mA"] = Numbers.Rounded(same.CurrentChange * 1e3);
        }
        return record;
    }
}
