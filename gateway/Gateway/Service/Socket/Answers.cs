using System.Text.Json;
using System.Text.Json.Serialization;
using CoinRig.Control;
using CoinRig.Telemetry.Publishing;

namespace CoinRig.Gateway;

/// <summary>What a client asks.</summary>
sealed record Request
{
    /// <summary>"status", "queue-list", "queue-add", "queue-load", "queue-remove", "queue-move", "pause", "continue", "skip", "stop" or "mark".</summary>
    public string? Do { get; init; }

    /// <summary>The channel.</summary>
    public int? Channel { get; init; }

    /// <summary>The entry of a queue.</summary>
    public int? Entry { get; init; }

    /// <summary>The place in a queue, from 1.</summary>
    public int? Place { get; init; }

    /// <summary>The text of a mark.</summary>
    public string? Text { get; init; }

    /// <summary>What is to be done.</summary>
    public QueueOrder? Order { get; init; }

    /// <summary>What is to be done, one after another.</summary>
    public IReadOnlyList<QueueOrder>? Orders { get; init; }

    /// <summary>By how much the voltage of a cell may have moved whose run was cut off, V.</summary>
    public double? VoltageWithin { get; init; }
}

/// <summary>Answers the lines of clients. Never throws: what is wrong with a line is its answer.</summary>
/// <param name="service">The service.</param>
sealed class Answers(RigService service)
{
    /// <summary>How both ends write: snake_case, words in kebab-case.</summary>
    internal static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>The answer to a line.</summary>
    internal byte[] To(ReadOnlyMemory<byte> line)
    {
        try
        {
            var request = JsonSerializer.Deserialize<Request>(line.Span, Options) ?? throw new RefusedException("An object is expected, such as {\"do\": \"status\"}.");
            return JsonSerializer.SerializeToUtf8Bytes(Answer(request), Options);
        }
        catch (JsonException e)
        {
            return Refusal($"This is not a request: {e.Message}");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Refusal(string.Join(Environment.NewLine, Failure.Of(e).Lines));
        }
    }

    /// <summary>An answer that refuses.</summary>
    internal static byte[] Refusal(string error) => JsonSerializer.SerializeToUtf8Bytes(new { error }, Options);

    object Answer(Request request) => request.Do switch
    {
        "status" => service.Status(),
        "queue-list" => new QueueDocument([.. Channels(request).Select(c => QueueDocument.Of(c, service.Queue(c)))]),
        "queue-add" => Said(service.Add(Checked(request.Order)), "waits"),
        "queue-load" => Loaded(service.AddAll([.. (request.Orders ?? []).Select(Checked)])),
        "queue-remove" => Said(service.Remove(Needed(request.Entry, "entry")), "is removed"),
        "queue-move" => Said(service.Move(Needed(request.Entry, "entry"), Needed(request.Place, "place")), "is moved"),
        "pause" => new { said = service.Pause(Needed(request.Channel, "channel")) },
        "continue" => new { said = service.Continue(Needed(request.Channel, "channel"), request.VoltageWithin) },
        "skip" => new { said = service.Skip(Needed(request.Channel, "channel")) },
        "stop" => new { said = service.Stop(Needed(request.Channel, "channel")) },
        "mark" => new { said = service.Mark(Needed(request.Channel, "channel"), MarkText(request.Text), MarkSource.Command) },
        _ => throw new RefusedException($"'{request.Do}' is nothing that this service does. It does: status, queue-list, queue-add, queue-load, queue-remove, queue-move, pause, continue, skip, stop, mark."),
    };

    IEnumerable<int> Channels(Request request) => request.Channel is { } channel ? [channel] : Enumerable.Range(1, service.Channels);

    static object Said(QueueEntry entry, string what) => new { entry = entry.Id, said = $"Entry {entry.Id} ('{entry.Protocol}', channel {entry.Order.Channel}) {what}." };

    static object Loaded(IReadOnlyList<QueueEntry> entries) => new
    {
        entries = entries.Select(e => e.Id),
        said = entries.Count == 0 ? "Nothing was added." : $"{entries.Count} entries wait on channel {entries[0].Order.Channel}, {entries[0].Id} to {entries[^1].Id}.",
    };

    static int Needed(int? value, string name) => value ?? throw new RefusedException($"'{name}' is missing.");

    static QueueOrder Checked(QueueOrder? order) => order is { ProtocolFile.Length: > 0, ProtocolText: not null, CellFile.Length: > 0, CellText: not null } ? order
        : throw new RefusedException("'order' is missing, or lacks channel, protocol or cell.");

    static string MarkText(string? text) => RigPresence.TextOf(System.Text.Encoding.UTF8.GetBytes((text ?? "").TrimStart('{')))
        ?? throw new RefusedException($"A mark is a text of 1 to {RigPresence.LongestMark} characters on one line.");
}

/// <summary>The queues of channels.</summary>
/// <param name="Channels">One for each channel.</param>
sealed record QueueDocument(IReadOnlyList<ChannelQueueDocument> Channels)
{
    internal static ChannelQueueDocument Of(int channel, ChannelQueue queue) =>
        new(channel, queue.Held, queue.Running is null ? null : Of(queue.Running), queue.RunFile, [.. queue.Waiting.Select(Of)]);

    static EntryDocument Of(QueueEntry entry) => new(entry.Id, entry.Order.ProtocolFile, entry.Order.CellFile, entry.Order.Fresh, entry.Order.Start);
}

/// <summary>The queue of a channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Held">Why it does not go on by itself; null where it does.</param>
/// <param name="Running">The entry that runs; null where none does.</param>
/// <param name="Run">The file of its run.</param>
/// <param name="Waiting">The entries that wait.</param>
sealed record ChannelQueueDocument(int Channel, string? Held, EntryDocument? Running, string? Run, IReadOnlyList<EntryDocument> Waiting);

/// <summary>An entry of a queue.</summary>
/// <param name="Entry">Its id.</param>
/// <param name="Protocol">The protocol's file.</param>
/// <param name="Cell">The cell's file.</param>
/// <param name="Fresh">Whether a new cell is put in, on the twin.</param>
/// <param name="Start">When it may start; null at once.</param>
sealed record EntryDocument(int Entry, string Protocol, string Cell, bool Fresh, string? Start);
