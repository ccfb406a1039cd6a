using System.Globalization;

namespace CoinRig.Telemetry;

/// <summary>Where a broker listens.</summary>
/// <param name="Host">Host name or address.</param>
/// <param name="Port">TCP port.</param>
public sealed record BrokerAddress(string Host, int Port)
{
    /// <summary>The port registered for MQTT without TLS.</summary>
    public const int DefaultPort = 1883;

    /// <summary>Reads HOST:PORT, HOST, or [IPV6]:PORT.</summary>
    /// <exception cref="TelemetryException">The text is none of these.</exception>
    public static BrokerAddress Parse(string text)
    {
        var host = text.Trim();
        var port = DefaultPort;
        var bracket = host.IndexOf(']', StringComparison.Ordinal);
        var colon = host.IndexOf(':', Math.Max(bracket, 0));
        if (colon >= 0)
        {
            var number = host[(colon + 1)..];
            host = host[..colon];
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65535)
            {
                throw new TelemetryException($"--broker: '{number}' is not a port. Write HOST:PORT with a port of 1 to 65535, for example 192.168.1.10:1883.");
            }
        }
        host = host.TrimStart('[').TrimEnd(']');
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            throw new TelemetryException($"--broker: '{text}' names no host. Write HOST:PORT, for example localhost:1883; MQTT over plain TCP is spoken, "
                + "so there is nothing like mqtt:// before it.");
        }
        return new BrokerAddress(host, port);
    }

    /// <inheritdoc/>
    public override string ToString() => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
