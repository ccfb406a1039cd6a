using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>Something that happened between samples. Times are nanoseconds since the run's start.</summary>
/// <param name="Nanoseconds">When.</param>
public abstract record Marker(long Nanoseconds);

/// <summary>Where the program stands: enough to begin the current step again.</summary>
/// <param name="Instruction">Index of the plan's instruction.</param>
/// <param name="Passes">For each loop of the plan the pass it is in, from 0.</param>
public sealed record ProgramPosition(int Instruction, IReadOnlyList<int> Passes)
{
    /// <summary>How many cycles were begun, that of the step included.</summary>
    public int CyclesBegun { get; init; }

    /// <summary>For each jump of the plan how often it was made since the loop around it began its pass.</summary>
    public IReadOnlyList<int> Jumps { get; init; } = [];

    /// <summary>The measured capacity that 1C is, over the nominal one; 0 where it is the nominal one.</summary>
    public double CapacityPart { get; init; }
}

/// <summary>A step begins.</summary>
/// <param name="Nanoseconds">When its first set value was written.</param>
/// <param name="StepCount">How many steps were begun, this one included.</param>
/// <param name="Step">The step of the plan.</param>
/// <param name="Cycle">The cycle, from 1.</param>
/// <param name="Position">Where the program stands.</param>
public sealed record StepStarted(long Nanoseconds, int StepCount, Step Step, int Cycle, ProgramPosition Position) : Marker(Nanoseconds);

/// <summary>A segment begins. Its time zero is the write of its set value.</summary>
/// <param name="Nanoseconds">When the set value was written (for a voltage step: the end of the ramp to it).</param>
/// <param name="StepCount">The step it belongs to.</param>
/// <param name="SegmentCount">Which segment of the step, from 0.</param>
/// <param name="Segment">The segment of the plan.</param>
/// <param name="Cycle">The cycle, from 1.</param>
/// <param name="SetValue">The first set value, A or V; NaN for open circuit.</param>
/// <param name="Range">The current range in use, by name; "auto" where it follows the current.</param>
/// <param name="VoltsBefore">The last voltage before the write, V.</param>
/// <param name="AmperesBefore">The last current before the write, A.</param>
public sealed record SegmentStarted(long Nanoseconds, int StepCount, int SegmentCount, Segment Segment, int Cycle, double SetValue,
    string Range, double VoltsBefore, double AmperesBefore) : Marker(Nanoseconds);

/// <summary>Why a segment or a step ended.</summary>
public enum EndReason
{
    /// <summary>Its own end condition was met, or its waveform was done.</summary>
    Condition,

    /// <summary>The condition that ends the whole step was met.</summary>
    StepCondition,

    /// <summary>A limit with the action "end step" was crossed.</summary>
    Limit,

    /// <summary>The run was stopped: by a person, a limit, or a fault.</summary>
    Stopped,

    /// <summary>A person ended the step before its time; the program goes on.</summary>
    Skipped,
}

/// <summary>A segment ended.</summary>
/// <param name="Nanoseconds">When the scan saw it.</param>
/// <param name="ConditionNanoseconds">When the condition was met, interpolated between scans.</param>
/// <param name="StepCount">The step it belongs to.</param>
/// <param name="SegmentCount">Which segment of the step, from 0.</param>
/// <param name="Reason">Why.</param>
/// <param name="Text">The condition or cause in words.</param>
/// <param name="Integrals">Charge and energy of the segment, from every raw reading.</param>
/// <param name="LastVolts">The last voltage, V.</param>
/// <param name="LastAmperes">The last current, A.</param>
public sealed record SegmentEnded(long Nanoseconds, long ConditionNanoseconds, int StepCount, int SegmentCount, EndReason Reason, string Text,
    SegmentIntegrals Integrals, double LastVolts, double LastAmperes) : Marker(Nanoseconds);

/// <summary>Charge and energy of a segment. Both directions are kept apart.</summary>
/// <param name="ChargeCoulombs">Charge that went into the cell, C.</param>
/// <param name="DischargeCoulombs">Charge that came out of it, C, positive.</param>
/// <param name="ChargeJoules">Energy that went into it, J.</param>
/// <param name="DischargeJoules">Energy that came out of it, J, positive.</param>
/// <param name="Scans">Readings integrated.</param>
public readonly record struct SegmentIntegrals(double ChargeCoulombs, double DischargeCoulombs, double ChargeJoules, double DischargeJoules, long Scans);

/// <summary>A step ended.</summary>
/// <param name="Nanoseconds">When.</param>
/// <param name="StepCount">Which step.</param>
/// <param name="Reason">Why.</param>
/// <param name="Text">The condition or cause in words.</param>
public sealed record StepEnded(long Nanoseconds, int StepCount, EndReason Reason, string Text) : Marker(Nanoseconds);

/// <summary>How grave an event is.</summary>
public enum EventSeverity
{
    /// <summary>For the record.</summary>
    Note,

    /// <summary>Somebody should look.</summary>
    Warning,

    /// <summary>The run ended because of it, or the cell is at risk.</summary>
    Alarm,
}

/// <summary>Something that a person may want to know.</summary>
/// <param name="Nanoseconds">When.</param>
/// <param name="Code">What, in kebab-case: "relay-welded".</param>
/// <param name="Severity">How grave.</param>
/// <param name="Message">What happened, and what to do.</param>
public sealed record RigEvent(long Nanoseconds, string Code, EventSeverity Severity, string Message) : Marker(Nanoseconds);

/// <summary>
/// How punctual the scans were in a stretch of the run. Lateness is the time from when a scan (or a change of the set value at a given
/// time) was due to when it began; percentiles are at most 3.2 % too high.
/// </summary>
/// <param name="Nanoseconds">The end of the stretch.</param>
/// <param name="SinceNanoseconds">Its beginning; 0 for the first hour, and for the whole run.</param>
/// <param name="Scans">How many were begun.</param>
/// <param name="LateScans">Those that began, or whose readings came, more than half a period late.</param>
/// <param name="MissedScans">Those that were left out because they were a whole period behind.</param>
/// <param name="MedianNanoseconds">Median lateness, ns.</param>
/// <param name="Percentile99Nanoseconds">Its 99th percentile, ns.</param>
/// <param name="Percentile999Nanoseconds">Its 99.9th percentile, ns.</param>
/// <param name="LargestNanoseconds">The largest, ns.</param>
public sealed record ScanTiming(long Nanoseconds, long SinceNanoseconds, long Scans, long LateScans, long MissedScans, long MedianNanoseconds,
    long Percentile99Nanoseconds, long Percentile999Nanoseconds, long LargestNanoseconds) : Marker(Nanoseconds)
{
    /// <summary>Whether any scan came late or was left out.</summary>
    public bool IsUnpunctual => LateScans + MissedScans > 0;
}

/// <summary>Who set a mark.</summary>
public enum MarkSource
{
    /// <summary>A person or program by command.</summary>
    Command,

    /// <summary>A message over MQTT.</summary>
    Mqtt,

    /// <summary>An edge of a GPIO line.</summary>
    Gpio,

    /// <summary>The run itself, when it raised a trigger line.</summary>
    Trigger,
}

/// <summary>Something that happened beside the cell, such as "AFM image 12 starts".</summary>
/// <param name="Nanoseconds">When, by the rig's clock and not by the scan.</param>
/// <param name="Text">What.</param>
/// <param name="Source">Who says so.</param>
public sealed record Mark(long Nanoseconds, string Text, MarkSource Source) : Marker(Nanoseconds);

/// <summary>
/// The run goes on after a loss of power or a killed process. The gap is in no time of the run: it goes on from the last time that was
/// recorded; UTC does not.
/// </summary>
/// <param name="Nanoseconds">The last time before the gap.</param>
/// <param name="Utc">The UTC time at which it goes on.</param>
/// <param name="GapSeconds">How long nothing was recorded, s; NaN where the clock cannot tell, because it was before the last sample.</param>
/// <param name="Action">What the protocol's rule made of it.</param>
/// <param name="OpenCircuitVolts">What the cell read before anything connected, V.</param>
public sealed record RunResumed(long Nanoseconds, DateTimeOffset Utc, double GapSeconds, PowerLossAction Action, double OpenCircuitVolts) : Marker(Nanoseconds);

/// <summary>How a run ended.</summary>
public enum RunState
{
    /// <summary>It has not ended.</summary>
    Running,

    /// <summary>The protocol was carried out to its end.</summary>
    Done,

    /// <summary>A limit stopped it.</summary>
    StoppedByLimit,

    /// <summary>A person stopped it.</summary>
    StoppedByPerson,

    /// <summary>A fault stopped it.</summary>
    Failed,

    /// <summary>The program left it in good order, with the cell off; its file says that it has not ended, and a later program goes on with it.</summary>
    Suspended,
}

/// <summary>The run ended and the rig is in the idle state (or an alarm says why not).</summary>
/// <param name="Nanoseconds">When.</param>
/// <param name="State">How.</param>
/// <param name="Message">Why, in words; empty for a run that is done.</param>
public sealed record RunEnded(long Nanoseconds, RunState State, string Message) : Marker(Nanoseconds);
