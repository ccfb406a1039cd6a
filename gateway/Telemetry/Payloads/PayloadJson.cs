using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoinRig.Telemetry.Payloads;

/// <summary>
/// How payloads become JSON: flat objects, snake_case, what has no value is absent. Numbers are the shortest text that reads
/// back to the same double.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StatusPayload))]
[JsonSerializable(typeof(InfoPayload))]
[JsonSerializable(typeof(StatePayload))]
[JsonSerializable(typeof(SamplePayload))]
[JsonSerializable(typeof(ResultPayload))]
[JsonSerializable(typeof(EventPayload))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(string))]
public sealed partial class PayloadJson : JsonSerializerContext
{
    /// <summary>Texts stay readable on a terminal; nothing here goes into HTML.</summary>
    internal static JsonWriterOptions Writer { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
