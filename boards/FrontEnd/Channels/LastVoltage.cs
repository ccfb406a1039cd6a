namespace CoinRig.FrontEnd;

/// <summary>The cell voltage that was read last on a channel, whoever asked for it.</summary>
public sealed class LastVoltage
{
    /// <summary>What was read, V; NaN before the first reading.</summary>
    public double Volts { get; private set; } = double.NaN;

    /// <summary>Centre of its conversion window on the rig's clock, ns.</summary>
    public long Nanoseconds { get; private set; }

    internal void Take(double volts, long nanoseconds) => (Volts, Nanoseconds) = (volts, nanoseconds);
}
