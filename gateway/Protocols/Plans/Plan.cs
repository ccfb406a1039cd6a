using CoinRig.Cells;
using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>A validated protocol for one cell: what will be done, in absolute volts, amperes and seconds.</summary>
/// <param name="Name">The protocol's name.</param>
/// <param name="SourceName">The stem of the protocol file's name, for run names.</param>
/// <param name="SourceText">The text of the protocol file, which goes into the run file.</param>
/// <param name="Cell">The cell for which C-rates were resolved.</param>
/// <param name="Limits">What ends the run wherever it is.</param>
/// <param name="Instructions">The program.</param>
public sealed record Plan(string Name, string SourceName, string SourceText, Cell Cell, PlanLimits Limits, IReadOnlyList<Instruction> Instructions)
{
    /// <summary>The steps in the order of the file.</summary>
    public IEnumerable<Step> Steps => Instructions.OfType<RunStep>().Select(r => r.Step);

    /// <summary>Whether any step, loop or C-rate of it looks at results of the run.</summary>
    public bool LooksAtResults => Steps.Any(s => s.CapacityResult is not null || s.Until.Concat(s.Segments.SelectMany(g => g.Until)).Any(c => c.LooksAtResults))
        || Instructions.OfType<EndLoop>().Any(l => l.Until.Any(c => c.LooksAtResults));

    /// <summary>What the file says that is allowed but probably not meant, in its order.</summary>
    public IReadOnlyList<Mistake> Warnings { get; init; } = [];

    /// <summary>The values that the file names, with what they are for this run.</summary>
    public IReadOnlyList<Variable> Variables { get; init; } = [];

    /// <summary>How much a power cut may cost at most, s of the rig's clock; null where the protocol does not say.</summary>
    public int? DurabilitySeconds { get; init; }

    /// <summary>Where its conditions lead, by the numbers that they name.</summary>
    public IReadOnlyList<Jump> Jumps { get; init; } = [];

    /// <summary>Whether there was no cell and <see cref="AssumedCell"/> stood in: such a plan is for checking, not for running.</summary>
    public bool CellIsAssumed { get; init; }

    /// <summary>The numbers of the steps with currents or charges in absolute units, whose C-rate is unknown while the cell is assumed; empty for a real cell.</summary>
    public IReadOnlyCollection<int> StepsOfUnknownRate { get; init; } = [];
}

/// <summary>One instruction of a plan's program; a checkpoint is an index into them and the pass of each open loop.</summary>
public abstract record Instruction;

/// <summary>Run a step.</summary>
/// <param name="Step">The step.</param>
public sealed record RunStep(Step Step) : Instruction;

/// <summary>The start of a loop's body.</summary>
/// <param name="Loop">The loop's number from 0, unique in the plan.</param>
/// <param name="Count">How many passes; at least 1.</param>
/// <param name="CountsCycles">Whether each pass is a cycle.</param>
public sealed record BeginLoop(int Loop, int Count, bool CountsCycles) : Instruction;

/// <summary>The end of a loop's body: back to its start until the passes are done.</summary>
/// <param name="Loop">The loop's number.</param>
public sealed record EndLoop(int Loop) : Instruction
{
    /// <summary>The loop's line in the file.</summary>
    public int Line { get; init; }

    /// <summary>What ends the loop before its passes are done, looked at at the end of each: results, and the number of the cycle.</summary>
    public IReadOnlyList<EndCondition> Until { get; init; } = [];
}

/// <summary>One segment of a protocol with one technique.</summary>
/// <param name="Number">Number in the program from 1.</param>
/// <param name="Technique">The technique's name as in protocol files: "gitt".</param>
/// <param name="Text">The step in the words of the file, for screens.</param>
/// <param name="Line">Its line in the file.</param>
/// <param name="Segments">What the technique does, one after another.</param>
/// <param name="Repeats">Whether the segments start again after the last, until <paramref name="Until"/> is met.</param>
/// <param name="Until">Conditions that end the whole step from any of its segments.</param>
public sealed record Step(int Number, string Technique, string Text, int Line, IReadOnlyList<Segment> Segments, bool Repeats, IReadOnlyList<EndCondition> Until)
{
    /// <summary>Whether it goes to and fro by itself, so that outside of loops its passes are cycles of their own.</summary>
    public bool CountsOwnCycles { get; } = Segments.Count(s => s.Role == SegmentRole.Sweep) > 1;

    /// <summary>What becomes of it when the power goes.</summary>
    public PowerLossRule AfterPowerLoss { get; init; } = PowerLossRule.Default;

    /// <summary>The result whose last valid value is 1C's capacity where the step's rates follow it; null where 1C is the nominal one.</summary>
    public string? CapacityResult { get; init; }

    /// <summary>The line that it raises for other instruments; null where it raises none.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public StepTrigger? Trigger { get; init; }
}

/// <summary>What a segment is for, which decides what is computed from it.</summary>
public enum SegmentRole
{
    /// <summary>Open circuit.</summary>
    Rest,

    /// <summary>A constant current that charges or discharges.</summary>
    ConstantCurrent,

    /// <summary>A constant voltage.</summary>
    ConstantVoltage,

    /// <summary>The pulse of a titration.</summary>
    Pulse,

    /// <summary>The rest after a titration pulse.</summary>
    Relaxation,

    /// <summary>A sweep of the voltage.</summary>
    Sweep,

    /// <summary>A constant power that charges or discharges.</summary>
    ConstantPower,

    /// <summary>A discharge as onto a resistor.</summary>
    ConstantResistance,

    /// <summary>One voltage of a potentiostatic titration.</summary>
    PotentialStep,

    /// <summary>A pulse of a pulse train.</summary>
    CurrentPulse,

    /// <summary>A short stretch without current within a charge or discharge.</summary>
    Interruption,
}

/// <summary>What is controlled during a segment.</summary>
public enum ControlMode
{
    /// <summary>Nothing: the relay is open.</summary>
    OpenCircuit,

    /// <summary>The current, A.</summary>
    Current,

    /// <summary>The voltage, V.</summary>
    Voltage,

    /// <summary>The power, W, by a new current for each measured voltage; positive charges.</summary>
    Power,

    /// <summary>The resistance that the cell is discharged onto, ohm, by a new current for each measured voltage.</summary>
    Resistance,
}

/// <summary>One stretch of one control mode and one waveform.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Mode">What is controlled.</param>
/// <param name="Set">The set value over the segment's time, in V, A, W or ohm.</param>
/// <param name="Until">What ends it, whichever comes first; a sweep also ends with its waveform.</param>
/// <param name="Record">When a sample is recorded.</param>
/// <param name="LargestExpectedAmperes">The current for which the range is chosen, A.</param>
/// <param name="Pass">The pass of the technique's own cycles, from 0 (the second cycle of a cyclic voltammetry is 1).</param>
public sealed record Segment(SegmentRole Role, ControlMode Mode, Waveform Set, IReadOnlyList<EndCondition> Until, RecordRule Record, double LargestExpectedAmperes, int Pass = 0)
{
    /// <summary>How the current range is chosen.</summary>
    public RangeRule Range { get; init; }

    /// <summary>What it waits for, where it is a wait.</summary>
    public WaitRule? Wait { get; init; }

    /// <summary>Whether its current is a C-rate that follows the last measured capacity.</summary>
    public bool FollowsCapacity { get; init; }

    /// <summary>The largest currents that it may drive, A: out of the cell (0 or less) and into it.</summary>
    public (double Lowest, double Highest) Amperes => Mode switch
    {
        ControlMode.OpenCircuit => (0, 0),
        ControlMode.Current => (Math.Min(0, Set.Start), Math.Max(0, Set.Start)),
        ControlMode.Power when Set.Start > 0 => (0, Math.Abs(LargestExpectedAmperes)),
        ControlMode.Power or ControlMode.Resistance => (-Math.Abs(LargestExpectedAmperes), 0),
        // A voltage may be held with current either way.
        _ => (-Math.Abs(LargestExpectedAmperes), Math.Abs(LargestExpectedAmperes)),
    };
}

/// <summary>A set value as a pure function of the segment's time: constant, or a straight line to an end.</summary>
/// <param name="Start">First value, V, A, W or ohm; NaN starts at the voltage measured when the segment begins.</param>
/// <param name="SlopePerSecond">Change a second, V/s or A/s; 0 is constant.</param>
/// <param name="End">Last value of a line.</param>
public readonly record struct Waveform(double Start, double SlopePerSecond, double End)
{
    /// <summary>A constant set value.</summary>
    public static Waveform Constant(double value) => new(value, 0, value);

    /// <summary>Whether the first value is measured when the segment begins.</summary>
    public bool StartsAtMeasured => double.IsNaN(Start);

    /// <summary>The same waveform with its first value known; a line turns towards its end, whichever side that is.</summary>
    public Waveform From(double start) => new(start, SlopePerSecond == 0 ? 0 : Math.CopySign(SlopePerSecond, End - start), End);

    /// <summary>How long a line takes, s; infinite for a constant.</summary>
    public double DurationSeconds => SlopePerSecond == 0 ? double.PositiveInfinity : (End - Start) / SlopePerSecond;

    /// <summary>The value at a time of the segment.</summary>
    public double At(double seconds) => seconds >= DurationSeconds ? End : Start + SlopePerSecond * seconds;
}

/// <summary>When a sample is recorded: whichever comes first. After each change of current recording is dense and thins out by itself.</summary>
/// <param name="IntervalSeconds">Most time between two samples, s.</param>
/// <param name="VoltageChange">Most change of voltage, V; infinite where not asked for.</param>
/// <param name="CurrentChange">Most change of current, A; infinite where not asked for.</param>
public readonly record struct RecordRule(double IntervalSeconds, double VoltageChange, double CurrentChange);

/// <summary>What is done when a limit is crossed.</summary>
public enum LimitAction
{
    /// <summary>The run stops and the rig goes to the idle state.</summary>
    Stop,

    /// <summary>The step ends and the next begins.</summary>
    EndStep,
}

/// <summary>One limit of a protocol.</summary>
/// <param name="Quantity">What it looks at.</param>
/// <param name="Above">True: crossed above the threshold; false: below.</param>
/// <param name="Threshold">The threshold in SI (degC for temperature).</param>
/// <param name="DelaySeconds">How long it must stay crossed, s; 0 acts on the scan that shows it.</param>
/// <param name="Action">What is done.</param>
/// <param name="Text">The limit in words.</param>
public sealed record StepLimit(Measured Quantity, bool Above, double Threshold, double DelaySeconds, LimitAction Action, string Text)
{
    /// <summary>Its line in the file.</summary>
    public int Line { get; init; }
}

/// <summary>
/// The limits of a run. The hard ones are the cell's and the board's: they are checked on every raw conversion. The others are the protocol's.
/// </summary>
/// <param name="LowestVoltage">Hard, V.</param>
/// <param name="HighestVoltage">Hard, V.</param>
/// <param name="LargestCurrent">Hard, either way, A.</param>
/// <param name="Protocol">The protocol's own.</param>
public sealed record PlanLimits(double LowestVoltage, double HighestVoltage, double LargestCurrent, IReadOnlyList<StepLimit> Protocol);
