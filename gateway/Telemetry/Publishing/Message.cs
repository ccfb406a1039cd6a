using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoinRig.Telemetry.Payloads;

namespace CoinRig.Telemetry.Publishing;

/// <summary>What became of a message.</summary>
enum Delivery
{
    /// <summary>No answer yet.</summary>
    Pending,

    /// <summary>The broker has it, and passed it on or said nothing about subscribers.</summary>
    Acknowledged,

    /// <summary>The broker has it, but nobody subscribes to its topic.</summary>
    Unheard,

    /// <summary>The connection ended before an answer came.</summary>
    Failed,
}

/// <summary>One message of the window. Its buffer is used again once the message is answered.</summary>
sealed class Message
{
    readonly ArrayBufferWriter<byte> _buffer = new(4096);

    /// <summary>Where it goes.</summary>
    public string Topic { get; private set; } = "";

    /// <summary>Whether the broker keeps it for later subscribers.</summary>
    public bool Retain { get; private set; }

    /// <summary>Whose position moves once it is delivered.</summary>
    public OutboxStream? Stream { get; private set; }

    /// <summary>The position of the stream after it.</summary>
    public long Position { get; set; }

    /// <summary>What became of it.</summary>
    public Delivery Delivery { get; set; }

    /// <summary>Its content.</summary>
    public ReadOnlySequence<byte> Payload => new(_buffer.WrittenMemory);

    /// <summary>Begins a new message.</summary>
    /// <returns>The writer of its content; the message is complete when it is disposed.</returns>
    public Utf8JsonWriter Begin(string topic, bool retain, OutboxStream? stream = null, long position = 0)
    {
        _buffer.ResetWrittenCount();
        (Topic, Retain, Stream, Position, Delivery) = (topic, retain, stream, position, Delivery.Pending);
        return new Utf8JsonWriter(_buffer, PayloadJson.Writer);
    }

    /// <summary>A retained message of its own, outside the window.</summary>
    public static Message Of<T>(string topic, T payload, JsonTypeInfo<T> type)
    {
        var message = new Message();
        using var json = message.Begin(topic, retain: true);
        JsonSerializer.Serialize(json, payload, type);
        return message;
    }

    /// <summary>The empty retained message that takes a retained one away.</summary>
    public static Message Clearing(string topic) => new() { Topic = topic, Retain = true };
}
