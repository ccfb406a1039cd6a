using System.Text.Json;

namespace CoinRig.InstrumentFiles;

/// <summary>Writes the metadata that lie beside a Battery Data Format file. Its reader refuses keys that it does not know, so what is ours is under <c>extras</c>.</summary>
public static class BdfSidecar
{
    /// <summary>The name of the metadata of a file: its last extension is replaced, so <c>x.bdf.csv</c> has <c>x.bdf.metadata.json</c>.</summary>
    public static string PathOf(string file) => Path.ChangeExtension(file, ".metadata.json");

    /// <summary>Writes what is known.</summary>
    /// <param name="facts">What is known of the test.</param>
    /// <param name="source">The name of where the rows come from.</param>
    /// <param name="output">Where to.</param>
    public static void Write(FileFacts facts, string source, Stream output)
    {
        using Utf8JsonWriter json = new(output, new() { Indented = true });
        json.WriteStartObject();
        json.WriteStartObject("battinfo_test");
        json.WriteStartObject("test");
        Text(json, "name", Path.GetFileNameWithoutExtension(source));
        Text(json, "description", facts.Comment);
        Text(json, "instrument_name", facts.Device);
        Text(json, "protocol_name", facts.Technique);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("extras");
        Text(json, "source_file", source);
        Text(json, "started_local", facts.Started?.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture));
        Text(json, "channel", facts.Channel);
        Number(json, "active_mass_kg", facts.MassKilograms);
        Number(json, "area_m2", facts.AreaSquareMetres);
        Number(json, "capacity_C", facts.CapacityCoulombs);
        Number(json, "scan_rate_V_per_s", facts.ScanRateVoltsPerSecond);
        Marks(json, facts);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void Marks(Utf8JsonWriter json, FileFacts facts)
    {
        if (facts.Marks.Count == 0)
        {
            return;
        }
        json.WriteStartArray("marks");
        foreach (var (seconds, text) in facts.Marks)
        {
            json.WriteStartObject();
            json.WriteNumber("time_s", seconds);
            json.WriteString("text", text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Text(Utf8JsonWriter json, string key, string? value)
    {
        if (value is { Length: > 0 })
        {
            json.WriteString(key, value);
        }
    }

    static void Number(Utf8JsonWriter json, string key, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(key, number);
        }
    }
}
