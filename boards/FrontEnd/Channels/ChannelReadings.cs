namespace CoinRig.FrontEnd;

/// <summary>Readings of a channel that one disturbed conversion cannot decide.</summary>
public static class ChannelReadings
{
    /// <summary>The middle one of three readings of the voltage, V.</summary>
    /// <param name="channel">The channel.</param>
    public static double ReadMiddleVoltage(this IChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var (a, b, c) = (channel.ReadVoltage().Value, channel.ReadVoltage().Value, channel.ReadVoltage().Value);
        return Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
    }
}
