using System.Text.Json;
using CoinRig.Control;

namespace CoinRig.Runs.Tests;

/// <summary>Writes down what it is given, so that two runs can be compared word by word.</summary>
sealed class LogReader : IRunReader
{
    static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
        IncludeFields = true,
    };

    public List<string> Lines { get; } = [];

    public string Name => "log";

    public void OnSample(in Sample sample) => Lines.Add(JsonSerializer.Serialize(sample, Options));

    public void OnMarker(Marker marker, Action<ResultRow> post) => Lines.Add($"{marker.GetType().Name} {JsonSerializer.Serialize<object>(marker, Options)}");

    public static List<string> Expected(IEnumerable<FeedEntry> entries)
    {
        var log = new LogReader();
        foreach (var entry in entries)
        {
            if (entry.Kind == FeedKind.Sample)
            {
                log.OnSample(entry.Sample);
            }
            else if (entry.Kind == FeedKind.Marker)
            {
                log.OnMarker(entry.Marker!, _ => { });
            }
        }
        return log.Lines;
    }
}
