using System.Text.Json;
using CoinRig.Telemetry.Payloads;

namespace CoinRig.Telemetry.Publishing;

/// <summary>
/// Says for a rig of many runs that it is there, leaves the Will for when it is not, and listens to the mark commands where that is allowed. It connects again
/// by itself; nothing waits for it.
/// </summary>
public sealed class RigPresence : IAsyncDisposable
{
    /// <summary>The longest text of a mark, characters.</summary>
    public const int LongestMark = 200;

    readonly Topics _topics;
    readonly PublisherOptions _options;
    readonly TimeProvider _time;
    readonly Action<string> _notice;
    readonly Action<int, string>? _onMark;
    readonly CancellationTokenSource _stop = new();
    readonly Task _running;
    string _problem = "";

    /// <summary>Begins to say so.</summary>
    /// <param name="topics">The rig's topics.</param>
    /// <param name="options">The broker.</param>
    /// <param name="time">The network's time.</param>
    /// <param name="notice">Gets a line for the person when the broker goes, and when somebody sends a mark that cannot be read.</param>
    /// <param name="onMark">Gets channel and text of a mark, on a thread of the network; null where marks are not allowed.</param>
    public RigPresence(Topics topics, PublisherOptions options, TimeProvider time, Action<string> notice, Action<int, string>? onMark)
    {
        (_topics, _options, _time, _notice, _onMark) = (topics, options, time, notice, onMark);
        _running = Task.Run(() => RunAsync(_stop.Token));
    }

    async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ServeAsync(stop);
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                if (e.Message != _problem)
                {
                    _problem = e.Message;
                    _notice($"MQTT: {_options.Broker}: {e.Message.TrimEnd('.')}. Trying again.");
                }
            }
            await Task.Delay(_options.ReconnectDelay, _time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task ServeAsync(CancellationToken stop)
    {
        using var connection = await BrokerConnection.OpenAsync(_topics, _options, _time, stop);
        _problem = "";
        await connection.PublishAsync(Message.Of(_topics.Status, StatusPayload.Online, PayloadJson.Default.StatusPayload), stop);
        if (_onMark is not null)
        {
            await connection.ListenAsync(_topics.MarkCommands, Take, stop);
        }
        try
        {
            await connection.WatchAsync(stop);
        }
        finally
        {
            if (stop.IsCancellationRequested)
            {
                await LeaveAsync(connection);
            }
        }
    }

    async Task LeaveAsync(BrokerConnection connection)
    {
        using var most = new CancellationTokenSource(_options.StopTimeout, _time);
        try
        {
            await connection.PublishAsync(Message.Of(_topics.Status, StatusPayload.Offline, PayloadJson.Default.StatusPayload), most.Token);
            await connection.CloseAsync(most.Token);
        }
        catch (Exception)
        {
            // The broker is away; its Will says the same.
        }
    }

    void Take(string topic, byte[] payload)
    {
        if (Topics.ChannelOfMark(topic) is not { } channel)
        {
            return;
        }
        if (TextOf(payload) is { } text)
        {
            _onMark!(channel, text);
        }
        else
        {
            _notice($"MQTT: a mark on {topic} was refused: it is a text of 1 to {LongestMark} characters, or an object with 'text'.");
        }
    }

    /// <summary>The text of a mark command; null where it is none.</summary>
    public static string? TextOf(ReadOnlySpan<byte> payload)
    {
        try
        {
            var text = new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetString(payload).Trim();
            if (text.StartsWith('{'))
            {
                using var document = JsonDocument.Parse(text);
                text = document.RootElement.TryGetProperty("text", out var t) && t.ValueKind == JsonValueKind.String ? t.GetString()!.Trim() : "";
            }
            return text.Length is 0 or > LongestMark || text.Any(char.IsControl) ? null : text;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Says that the rig is off, and leaves the broker.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }
}
