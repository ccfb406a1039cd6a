using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CoinRig.Runs;

/// <summary>Flags and details of a result as JSON.</summary>
static class ResultCodec
{
    public static string Flags(IReadOnlyList<string> flags) => Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var flag in flags)
        {
            writer.WriteStringValue(flag);
        }
        writer.WriteEndArray();
    });

    public static string Details(IReadOnlyDictionary<string, object> details) => Write(writer =>
    {
        writer.WriteStartObject();
        foreach (var (name, value) in details)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }
        writer.WriteEndObject();
    });

    public static IReadOnlyList<string> ReadFlags(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(e => e.GetString()!)];
    }

    public static IReadOnlyDictionary<string, object> ReadDetails(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => ReadValue(p.Value));
    }

    static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            write(writer);
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    static void WriteValue(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case double number when !double.IsFinite(number):
                writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case int or long or short or byte:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case bool yes:
                writer.WriteBooleanValue(yes);
                break;
            default:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    static object ReadValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => value.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            var text => text ?? "",
        },
    };
}
