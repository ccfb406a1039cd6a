namespace CoinRig.Control;

/// <summary>What is special about a sample.</summary>
[Flags]
public enum SampleFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The ADC was at the end of its scale, or the output at its compliance.</summary>
    Clipped = 1,

    /// <summary>The scan, its readings, or the change of the set value before it came later than half a period; or scans before it were missed.</summary>
    Late = 2,

    /// <summary>The first sample after a change of the set value.</summary>
    AfterStep = 4,

    /// <summary>The cell relay was open.</summary>
    OpenCircuit = 8,

    /// <summary>A reading was repeated because the first one was beyond a hard limit, or far from the one before.</summary>
    Repeated = 16,

    /// <summary>Taken on the ramp to a voltage, before the segment's time zero.</summary>
    Approach = 32,

    /// <summary>The first sample after the current range has changed: between it and the one before lies a gap.</summary>
    RangeChanged = 64,

    /// <summary>The first sample after a loss of power or a killed process: between it and the one before lies a gap that no time of the run counts.</summary>
    AfterGap = 128,

    /// <summary>Taken while the run was paused: no step's time and no charge counts it.</summary>
    Paused = 256,
}

/// <summary>
/// One recorded row. Times are nanoseconds since the run's start and are the centres of the conversion windows. A row of a sweep is the mean
/// of all scans since the row before, with the mean of their times (charge and energy are those up to the last of them), but for the first, the last and those beside a change of range.
/// </summary>
public struct Sample
{
    /// <summary>Sequence number from 1, without gaps; with the run id it is the sample's key.</summary>
    public long Sequence;

    /// <summary>Time of the voltage reading, ns.</summary>
    public long VoltageNanoseconds;

    /// <summary>Time of the current reading, ns.</summary>
    public long CurrentNanoseconds;

    /// <summary>Cell voltage, V.</summary>
    public double Volts;

    /// <summary>Cell current, A; positive charges.</summary>
    public double Amperes;

    /// <summary>Net charge since the run's start, C.</summary>
    public double NetCoulombs;

    /// <summary>Net energy into the cell since the run's start, J.</summary>
    public double NetJoules;

    /// <summary>Cell temperature, degC; NaN where there is no sensor.</summary>
    public double DegreesCelsius;

    /// <summary>How many steps were begun, this one included; never goes back.</summary>
    public int StepCount;

    /// <summary>Which segment of the step was run, counted from 0 since the step began.</summary>
    public int SegmentCount;

    /// <summary>The cycle, from 1.</summary>
    public int Cycle;

    /// <summary>What is special about it.</summary>
    public SampleFlags Flags;
}
