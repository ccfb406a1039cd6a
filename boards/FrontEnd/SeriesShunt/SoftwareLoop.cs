namespace CoinRig.FrontEnd;

/// <summary>
/// The loop law of DAC - shunt - cell, one update a scan after both conversions, in velocity form: what is asked for is
/// fed forward, and a part of what is missing is made up. It is told what was measured and says what the output shall be.
/// </summary>
/// <param name="voltsPerCode">Step of the DAC, V.</param>
/// <param name="span">Lowest and highest voltage of the output, V.</param>
/// <param name="period">Time from scan to scan, s.</param>
sealed class SoftwareLoop(double voltsPerCode, (double Lowest, double Highest) span, double period)
{
    /// <summary>
    /// Part of a current error that one scan takes out. A gain of 1 would take all of it, and is unstable with one more
    /// scan of delay (the roots of z^2 - z + g are inside the unit circle for g below 1).
    /// </summary>
    const double CurrentGain = 0.5;

    /// <summary>The same for a voltage error; with one more scan of delay an overshoot begins at a quarter (a double root).</summary>
    const double VoltageGain = 0.25;

    /// <summary>
    /// Weight of the proportional action on a new set value. The answer to a step comes one scan after it, and its first part
    /// is taken for an answer already; a little more than 1 makes up for that.
    /// </summary>
    const double SetWeight = 1.25;

    /// <summary>
    /// Part of the cell's own drift within a scan that is fed forward to the next: so a cell that gives way, or collapses at the
    /// end of a discharge, keeps its current. All of it would overshoot with one more scan of delay.
    /// </summary>
    const double DriftPart = 0.7;

    /// <summary>A correction below this many codes is left: one code is the smallest step, and hunting between two is noise on the cell.</summary>
    const double DeadBandCodes = 0.6;

    /// <summary>The output never stands farther from the cell than this part of full scale through the shunt.</summary>
    const double LargestPart = 1.2;

    /// <summary>Divides by the cell's impedance: a shorted one must not make the gain infinite, ohm.</summary>
    const double LeastOhms = 1;

    /// <summary>An error that goes to and fro by more than this many codes so many scans in a row is the loop's own: its gain is halved.</summary>
    const double RingingCodes = 6;
    const int RingingScans = 4;

    double _lastError = double.NaN;
    double _lastChange;
    double _gainPart = 1;
    int _turns;
    double _lastVolts = double.NaN;
    double _lastAmperes;
    bool _hasStepped;

    /// <summary>What the output shall be, V, not rounded to codes.</summary>
    internal double Output { get; private set; }

    /// <summary>The output is put at a voltage.</summary>
    internal void Preload(double volts)
    {
        Output = Math.Clamp(volts, span.Lowest, span.Highest);
        (_lastError, _lastChange, _lastVolts, _hasStepped, _gainPart, _turns) = (double.NaN, 0, double.NaN, false, 1, 0);
    }

    /// <summary>A set value has jumped: what is measured next may still be of the time before, and is not corrected.</summary>
    internal void Jumped() => (_hasStepped, _lastVolts) = (true, double.NaN);

    /// <summary>Another current is asked for: the change goes through shunt and cell at once.</summary>
    internal void StepCurrent(double change, double shuntOhms, CellImpedance cell)
    {
        Output += change * (shuntOhms + cell.FastOhms);
        _lastError = double.NaN;
    }

    /// <summary>Takes out a part of a current error, and goes along with what the cell's voltage does by itself.</summary>
    /// <param name="set">The current that was set, A.</param>
    /// <param name="volts">Measured, V.</param>
    /// <param name="amperes">Measured, A.</param>
    /// <param name="shuntOhms">The shunt, ohm.</param>
    /// <param name="cell">The cell.</param>
    internal void CorrectCurrent(double set, double volts, double amperes, double shuntOhms, CellImpedance cell)
    {
        if (!double.IsNaN(_lastVolts))
        {
            Output += DriftPart * (volts - _lastVolts - cell.FastOhms * (amperes - _lastAmperes));
        }
        (_lastVolts, _lastAmperes) = (_hasStepped ? double.NaN : volts, amperes);
        Correct((set - amperes) * (shuntOhms + cell.FastOhms), CurrentGain);
    }

    /// <summary>Another voltage is asked for, a small way from the last.</summary>
    internal void StepVoltage(double change, double shuntOhms, CellImpedance cell)
    {
        Output += change * Math.Max(1, SetWeight * Proportional(shuntOhms, cell));
        _lastError += change;
    }

    /// <summary>
    /// Takes out a part of a voltage error (set value minus measured). To the source behind its shunt a cell is a divider
    /// that goes from fast to slow impedance with its time constant; the proportional part cancels that pole, so that what
    /// is left is an integrator of the gain.
    /// </summary>
    internal void CorrectVoltage(double error, double shuntOhms, CellImpedance cell)
    {
        LookForRinging(error);
        Correct(error * (1 + shuntOhms / Math.Max(cell.SlowOhms, LeastOhms)), _gainPart * VoltageGain);
        Output += double.IsNaN(_lastError) ? 0 : Proportional(shuntOhms, cell) * (error - _lastError);
        _lastError = error;
    }

    /// <summary>Holds the output so near the cell's voltage that the shunt bounds the current; this is also what ends a wind-up.</summary>
    internal void Clamp(double cellVolts, CurrentRange range)
    {
        var reach = LargestPart * range.FullScaleAmperes * range.ShuntOhms;
        Output = Math.Clamp(Math.Clamp(Output, cellVolts - reach, cellVolts + reach), span.Lowest, span.Highest);
    }

    double Proportional(double shuntOhms, CellImpedance cell)
    {
        var pole = cell.Seconds * (shuntOhms + cell.FastOhms) / (shuntOhms + cell.SlowOhms);
        return _gainPart * VoltageGain * (1 + shuntOhms / Math.Max(cell.SlowOhms, LeastOhms)) * pole / period;
    }

    /// <summary>
    /// A cell that was taken for stiffer than it is makes the gain too large: an error that goes to and fro tells it, also where the shunt bounds the current and the
    /// error keeps its sign.
    /// </summary>
    void LookForRinging(double error)
    {
        var change = double.IsNaN(_lastError) ? 0 : error - _lastError;
        var hasTurned = change * _lastChange < 0 && Math.Min(Math.Abs(change), Math.Abs(_lastChange)) > RingingCodes * voltsPerCode;
        _lastChange = change;
        _turns = hasTurned ? _turns + 1 : 0;
        if (_turns >= RingingScans)
        {
            (_gainPart, _turns) = (0.5 * _gainPart, 0);
        }
    }

    void Correct(double missingVolts, double gain)
    {
        if (!_hasStepped && Math.Abs(missingVolts) > DeadBandCodes * voltsPerCode)
        {
            Output += gain * missingVolts;
        }
        _hasStepped = false;
    }
}
