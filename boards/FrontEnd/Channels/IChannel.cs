namespace CoinRig.FrontEnd;

/// <summary>
/// One channel as the control above sees it, whatever its topology: it reads volts and amperes, takes set values, and
/// connects and disconnects the cell in the safe order. Every set value is written at the moment of the call; the time
/// of the write is returned.
/// </summary>
public interface IChannel
{
    /// <summary>Number from 1.</summary>
    int Number { get; }

    /// <summary>What it can be asked for.</summary>
    ChannelReach Reach { get; }

    /// <summary>The range in use.</summary>
    CurrentRange Range { get; }

    /// <summary>Whether the cell relay is driven closed.</summary>
    bool IsConnected { get; }

    /// <summary>Between which voltages a cell may be connected, V. What connects it for longer than a scan looks at them too.</summary>
    (double Lowest, double Highest) AllowedVolts
    {
        get => (double.NegativeInfinity, double.PositiveInfinity);
        set
        {
        }
    }

    /// <summary>
    /// Before a conversion that is part of something long: the other channels of the board have the scans that are due first. Not to be called within a scan. What this
    /// channel does by itself for long (connecting, zeros, ranges) calls it.
    /// </summary>
    void GiveTurn()
    {
    }

    /// <summary>Converts the cell voltage once.</summary>
    Reading ReadVoltage();

    /// <summary>Converts the cell current once; with the relay open it reads the zero of the range.</summary>
    Reading ReadCurrent();

    /// <summary>With the relay open: measures the current's zero on a range, which is then subtracted from its readings.</summary>
    /// <returns>The zero found, A.</returns>
    double MeasureZero(CurrentRange range);

    /// <summary>
    /// With the relay driven open: lets a very small current be asked for and measures whether it flows, or whether the voltage
    /// follows where nothing is in the holder. Neither can, unless the relay is welded.
    /// </summary>
    bool IsRelayWelded();

    /// <summary>
    /// Connects the cell with zero current, in a range, settled, and measures that none flows: a DAC that does not answer
    /// drives full scale.
    /// </summary>
    /// <exception cref="OutputFaultException">A current flowed; the relay was let go.</exception>
    void ConnectForCurrent(CurrentRange range);

    /// <summary>Connects the cell at a voltage (its own, so that hardly any current flows), in a range, settled, and measures that it does not.</summary>
    /// <exception cref="OutputFaultException">A current flowed; the relay was let go.</exception>
    void ConnectForVoltage(CurrentRange range, double volts);

    /// <summary>Writes a current while connected for current.</summary>
    /// <returns>When the DAC took it, ns.</returns>
    long WriteCurrent(double amperes);

    /// <summary>Writes a voltage while connected for voltage.</summary>
    /// <returns>When the DAC took it, ns.</returns>
    long WriteVoltage(double volts);

    /// <summary>
    /// One scan's update of the output: takes what was measured under the old set value, makes up for what is missing, and sets
    /// the new one. Does nothing while the relay is open.
    /// </summary>
    /// <param name="target">The new set value, V or A as connected; small steps only, such as a sweep's.</param>
    /// <param name="volts">Measured, V.</param>
    /// <param name="amperes">Measured, A.</param>
    /// <returns>When the DAC took it, ns.</returns>
    long Regulate(double target, double volts, double amperes);

    /// <summary>Connected for current: changes the range at zero current. The set value is then zero.</summary>
    void ChangeRange(CurrentRange range);

    /// <summary>Connected for voltage: changes the range at zero current, in less than three scans, and holds the voltage again.</summary>
    /// <param name="range">The range.</param>
    /// <param name="amperes">The current that flows, A; NaN where it left the range in use.</param>
    /// <param name="voltsPerSecond">How the voltage to be held moves meanwhile, as in a sweep, V/s.</param>
    RangeGap ChangeRange(CurrentRange range, double amperes, double voltsPerSecond);

    /// <summary>Takes the current off the cell and opens its relay; the sense leads stay connected.</summary>
    /// <returns>When the current was taken off, ns.</returns>
    long Disconnect();

    /// <summary>
    /// The idle state: relay open first, then the DAC in its idle code, output stage off. Every part is tried
    /// even where one fails.
    /// </summary>
    /// <returns>What was measured after the relay was let go.</returns>
    IdleOutcome Idle();
}
