namespace CoinRig.Telemetry;

/// <summary>Something about MQTT that a person can mend; the message says what was found and what is allowed.</summary>
public sealed class TelemetryException : Exception
{
    /// <summary>Makes one.</summary>
    public TelemetryException(string message) : base(message)
    {
    }

    /// <summary>Makes one that has a cause.</summary>
    public TelemetryException(string message, Exception cause) : base(message, cause)
    {
    }
}
