namespace CoinRig.FrontEnd;

/// <summary>Readings of a channel that one disturbed conversion cannot decide.</summary>
public static class ChannelReadings
{
    /// <summary>The middle one of three readings of the voltage, V.</summary>
    /// <param name="channel">The channel.</param>
    public static double ReadMiddleVoltage(this IChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var (a, b, c) = (channel.ReadVoltageInTurn(), channel.ReadVoltageInTurn(), channel.ReadVoltageInTurn());
        return Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
    }

    /// <summary>A current that should be below a bound; one that is not is read once more, and the second one is believed.</summary>
    internal static Reading ReadCurrentBelow(this IChannel channel, double bound) => channel.ReadCurrent() is var reading && reading.IsBelow(bound) ? reading : channel.ReadCurrent();

    /// <summary>What flows after the relay was let go, A: more than a bound is believed the second time.</summary>
    internal static double ReadResidual(this IChannel channel, double bound) => channel.ReadCurrentBelow(bound).Value;

    /// <summary>A voltage that is part of something long, V: other channels have the scans that are due first.</summary>
    internal static double ReadVoltageInTurn(this IChannel channel)
    {
        channel.GiveTurn();
        return channel.ReadVoltage().Value;
    }

    /// <summary>The same of the current, A.</summary>
    internal static double ReadCurrentInTurn(this IChannel channel)
    {
        channel.GiveTurn();
        return channel.ReadCurrent().Value;
    }
}
