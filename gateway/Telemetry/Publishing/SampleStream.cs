using System.Text.Json;
using CoinRig.Control;
using CoinRig.Telemetry.Payloads;

namespace CoinRig.Telemetry.Publishing;

/// <summary>Samples on their way out: an array of flat objects a message, as many as fit under the size.</summary>
sealed class SampleStream(IRunSource run, Topics topics, PublisherOptions options) : OutboxStream(options.HoldUnheard)
{
    const int ReadAhead = 4096;
    const int MostBytesOfASample = 512;

    readonly string _topic = topics.Samples(options.Channel ?? run.Header.Channel);
    readonly Sample[] _samples = new Sample[ReadAhead];
    long _readAfter;
    int _count;

    /// <inheritdoc/>
    public override long CountLeft() => Math.Max(0, run.LastSequence - Delivered);

    /// <inheritdoc/>
    protected override bool TryWrite(Message message)
    {
        var index = IndexAfter(Sent);
        if (index == _count)
        {
            _readAfter = Sent;
            _count = run.ReadSamples(Sent, _samples);
            index = 0;
        }
        if (_count == 0)
        {
            return false;
        }
        using var json = message.Begin(_topic, retain: false, this);
        json.WriteStartArray();
        var count = 0;
        while (index < _count && count < options.SamplesPerMessage && json.BytesCommitted + json.BytesPending < options.BytesPerMessage - MostBytesOfASample)
        {
            JsonSerializer.Serialize(json, SamplePayload.Of(run.Header, _samples[index]), PayloadJson.Default.SamplePayload);
            index++;
            count++;
        }
        json.WriteEndArray();
        message.Position = _samples[index - 1].Sequence;
        return true;
    }

    int IndexAfter(long sequence)
    {
        if (sequence < _readAfter)
        {
            return _count;
        }
        var index = 0;
        for (var beyond = _count; index < beyond;)
        {
            var middle = (index + beyond) / 2;
            (index, beyond) = _samples[middle].Sequence <= sequence ? (middle + 1, beyond) : (index, middle);
        }
        return index;
    }
}
