namespace CoinRig.FrontEnd;

/// <summary>
/// The loop law of DAC - shunt - cell, one update a scan after both conversions, in velocity form: what is asked for is
/// fed forward, and a part of what is missing is made up. Pure: it is told what was measured and says what the output shall be.
/// </summary>
sealed class SoftwareLoop
{
    /// <summary>
    /// Part of a current error that one scan takes out. A gain of 1 would take all of it, and is unstable with one more
    /// scan of delay (the poles of z^2 - z + g are inside the unit circle for g below 1).
    /// </summary>
    const double CurrentGain = 0.5;

    /// <summary>The same for a voltage error; lower, because it is scaled by an impedance that changes with the cell's state.</summary>
    const double VoltageGain = 0.35;

    /// <summary>A correction below this many codes is left: one code is the smallest step, and hunting between two is noise on the cell.</summary>
    const double DeadBandCodes = 0.6;

    /// <summary>The output never stands farther from the cell than this part of full scale through the shunt.</summary>
    const double LargestPart = 1.2;

    readonly double _voltsPerCode;
    readonly double _lowest;
    readonly double _highest;

    internal SoftwareLoop(double voltsPerCode, (double Lowest, double Highest) span)
    {
        _voltsPerCode = voltsPerCode;
        (_lowest, _highest) = span;
    }

    /// <summary>What the output shall be, V, not rounded to codes.</summary>
    internal double Output { get; private set; }

    /// <summary>Whether the last value was held back by the clamp.</summary>
    internal bool IsClamped { get; private set; }

    /// <summary>The output is put at a voltage.</summary>
    internal void Preload(double volts)
    {
        Output = Math.Clamp(volts, _lowest, _highest);
        IsClamped = false;
    }

    /// <summary>Another current is asked for: the change goes through shunt and cell at once.</summary>
    /// <param name="change">New set value minus old, A.</param>
    /// <param name="shuntOhms">The shunt, ohm.</param>
    /// <param name="cellOhms">The cell, ohm.</param>
    internal void StepCurrent(double change, double shuntOhms, double cellOhms) => Move(change * (shuntOhms + cellOhms));

    /// <summary>Another voltage is asked for, a small way from the last.</summary>
    internal void StepVoltage(double change) => Move(change);

    /// <summary>Takes out a part of a current error (set value minus measured).</summary>
    internal void CorrectCurrent(double error, double shuntOhms, double cellOhms) => Correct(error * (shuntOhms + cellOhms), CurrentGain);

    /// <summary>Takes out a part of a voltage error (set value minus measured).</summary>
    internal void CorrectVoltage(double error, double shuntOhms, double cellOhms) => Correct(error * (1 + shuntOhms / Math.Max(cellOhms, 1)), VoltageGain);

    /// <summary>Holds the output so near the cell's voltage that the shunt bounds the current; this is also what ends a wind-up.</summary>
    internal void Clamp(double cellVolts, CurrentRange range)
    {
        var reach = LargestPart * range.FullScaleAmperes * range.ShuntOhms;
        var bounded = Math.Clamp(Math.Clamp(Output, cellVolts - reach, cellVolts + reach), _lowest, _highest);
        IsClamped = bounded != Output;
        Output = bounded;
    }

    void Correct(double missingVolts, double gain)
    {
        if (Math.Abs(missingVolts) > DeadBandCodes * _voltsPerCode)
        {
            Move(gain * missingVolts);
        }
    }

    void Move(double volts) => Output += volts;
}
