using System.Globalization;
using CoinRig.Cells;
using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>Where an interrupted run stood at its last commit, and what is to become of it.</summary>
public sealed record ResumePoint
{
    /// <summary>What a power cut or a kill is in the record of what it ended.</summary>
    public const string Cause = "loss of power or a killed process";

    /// <summary>The event of a run that a program left in good order (<see cref="RunState.Suspended"/>).</summary>
    public const string SuspendedCode = "suspended";

    internal string RestIsOver => $"{CauseInWords} By the rule 'after_power_loss: rest' the cell rested for an hour and was recorded; the steps that were left were not run.";

    /// <summary>
    /// By how much a cell under current may have relaxed towards where it came from, V: ohmic drop, charge transfer and diffusion of a coin
    /// cell at a few C, and the steep end of a discharge.
    /// </summary>
    const double RelaxationVolts = 0.5;

    /// <summary>The last committed state: times, integrals, sequence number, flags.</summary>
    public required Sample Last { get; init; }

    /// <summary>The last time that was recorded, ns of the run; from it on time goes on.</summary>
    public long Nanoseconds => Math.Max(Math.Max(Last.VoltageNanoseconds, Last.CurrentNanoseconds), Math.Max(StepStartNanoseconds, Segment?.Nanoseconds ?? 0));

    /// <summary>UTC of that time.</summary>
    public required DateTimeOffset LastUtc { get; init; }

    /// <summary>Where the program stood; null before the first step.</summary>
    public ProgramPosition? Position { get; init; }

    /// <summary>The step; null before the first.</summary>
    public Step? Step { get; init; }

    /// <summary>How many steps were begun.</summary>
    public int StepCount { get; init; }

    /// <summary>When the step began, ns of the run.</summary>
    public long StepStartNanoseconds { get; init; }

    /// <summary>Charge of the step's segments before the one that was open, both directions, C.</summary>
    public double StepCoulombsBefore { get; init; }

    /// <summary>Energy likewise, J.</summary>
    public double StepJoulesBefore { get; init; }

    /// <summary>Time since the step began that its time does not count, ns.</summary>
    public long StepUncountedNanoseconds { get; init; }

    /// <summary>The same since the open segment began, ns.</summary>
    public long SegmentUncountedNanoseconds { get; init; }

    /// <summary>Whether a person had paused it.</summary>
    public bool WasPaused => Last.Flags.HasFlag(SampleFlags.Paused);

    /// <summary>Whether the program left it in good order; else the power went or it was killed.</summary>
    public bool WasSuspended { get; init; }

    /// <summary>What ended the segment and the step that are not continued, in words.</summary>
    internal string EndText => WasSuspended ? "the program was stopped" : Cause;

    string CauseInWords => WasSuspended ? "The program was stopped." : "The power went or the program was killed.";

    /// <summary>Which segment of the step's list was open.</summary>
    public int SegmentIndex { get; init; }

    /// <summary>Which segment since the step began was open, from 0.</summary>
    public int SegmentCount { get; init; }

    /// <summary>The open segment's beginning; null on the ramp to its voltage.</summary>
    public SegmentStarted? Segment { get; init; }

    /// <summary>Charge and energy of the open segment.</summary>
    public SegmentIntegrals Integrals { get; init; }

    /// <summary>What is to be done.</summary>
    public required PowerLossAction Action { get; init; }

    /// <summary>By how much the voltage may have moved, V.</summary>
    public required double VoltsWithin { get; init; }

    /// <summary>What a run does that rests after a loss of power.</summary>
    public static Step Rest { get; } = new(0, "rest", "Rest for 1 hour after a loss of power", 0,
        [new(SegmentRole.Rest, ControlMode.OpenCircuit, Waveform.Constant(double.NaN), [new(Measured.SegmentTime, true, 3600, "1 hour")],
            new RecordRule(10, 0.001, double.PositiveInfinity), 0)], false, []);

    /// <summary>The voltages at which the cell may be connected again, V.</summary>
    public (double Low, double High) Allowed
    {
        get
        {
            var isLoaded = !Last.Flags.HasFlag(SampleFlags.OpenCircuit);
            return (Last.Volts - VoltsWithin - (isLoaded && Last.Amperes > 0 ? RelaxationVolts : 0),
                Last.Volts + VoltsWithin + (isLoaded && Last.Amperes < 0 ? RelaxationVolts : 0));
        }
    }

    /// <summary>Refuses a cell whose voltage is not what the record lets expect.</summary>
    /// <param name="volts">Measured before anything connects, V.</param>
    /// <exception cref="CellRefusedException">It has moved too far.</exception>
    public void RequireVoltage(double volts)
    {
        var (low, high) = Allowed;
        if (Last.Sequence > 0 && !(volts >= low && volts <= high))
        {
            throw new CellRefusedException(string.Create(CultureInfo.InvariantCulture,
                $"The cell reads {volts:0.0000} V at open circuit. The last sample says {LastInWords}, so {low:0.000} V to {high:0.000} V is expected (resume_if_voltage_within: {VoltsWithin * 1e3:0.###} mV). The run is not continued and nothing was connected. Is it the same cell? 'coinrig resume RUN --voltage-within 0.2 V' allows more."));
        }
    }

    /// <summary>Reads the cell's voltage with nothing connected and refuses a cell that must not be connected again.</summary>
    /// <param name="channel">The channel, in the idle state.</param>
    /// <param name="cell">The cell.</param>
    /// <returns>The voltage, V.</returns>
    /// <exception cref="CellRefusedException">It is not the cell that the record lets expect.</exception>
    public double RequireCell(IChannel channel, Cell cell)
    {
        var volts = CellCheck.Measure(channel, cell);
        RequireVoltage(volts);
        return volts;
    }

    /// <summary>How long nothing was recorded, s; NaN where the clock was before the last sample.</summary>
    public double GapSeconds(DateTimeOffset utc) => utc < LastUtc ? double.NaN : (utc - LastUtc).TotalSeconds;

    internal RunResumed MarkerAt(DateTimeOffset utc, double volts) =>
        new(Nanoseconds, utc < LastUtc ? LastUtc : utc, GapSeconds(utc), Action, volts);

    internal IEnumerable<RigEvent> InWords(DateTimeOffset utc, double volts)
    {
        var gap = GapSeconds(utc);
        yield return new RigEvent(Nanoseconds, "resumed", EventSeverity.Warning, string.Create(CultureInfo.InvariantCulture,
            $"{CauseInWords} Nothing was recorded {(double.IsNaN(gap) ? $"after {LastUtc:yyyy-MM-dd HH:mm:ss} UTC, for an unknown time" : $"from {LastUtc:yyyy-MM-dd HH:mm:ss} to {utc:yyyy-MM-dd HH:mm:ss} UTC ({gap:0} s)")}. {SampleInWords}; before anything was connected the cell read {volts:0.0000} V. {ActionInWords}{ChargeInWords}"));
        if (double.IsNaN(gap))
        {
            yield return new RigEvent(Nanoseconds, "clock-not-set", EventSeverity.Warning, string.Create(CultureInfo.InvariantCulture,
                $"The computer's clock says {utc:yyyy-MM-dd HH:mm:ss} UTC, which is before the last sample ({LastUtc:yyyy-MM-dd HH:mm:ss} UTC): it is not set. Times of the run and of its steps are not touched; UTC times from here on are too early by the unknown length of the gap. Fit a clock with a battery, or let the service start after the time was set by the network."));
        }
    }

    string ChargeInWords => Last.Sequence == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
        $" The charge stands at {Last.NetCoulombs / 3.6:0.000000} mAh; {(WasSuspended ? "what flowed in the part of a scan until the cell was taken off is not counted" : "what flowed after the last sample until the loss is not known and not counted")}.");

    string SampleInWords => Last.Sequence == 0 ? "No sample was recorded yet" : $"The last sample, number {Last.Sequence}, says {LastInWords}";

    string LastInWords => string.Create(CultureInfo.InvariantCulture,
        $"{Last.Volts:0.0000} V {(Last.Flags.HasFlag(SampleFlags.OpenCircuit) ? "at rest" : $"while {Last.Amperes * 1e3:0.0000} mA flowed")}");

    string ActionInWords => Step is null ? "No step had begun; the run begins with the first." : Action switch
    {
        PowerLossAction.Continue => string.Create(CultureInfo.InvariantCulture, $"By the rule 'continue' step {StepCount} '{Step.Text}' goes on at {(Nanoseconds - StepStartNanoseconds - StepUncountedNanoseconds) * 1e-9:0.0} s of its time, which leaves the gap out."),
        PowerLossAction.Repeat => $"By the rule 'repeat' step {StepCount} '{Step.Text}' ends here and begins again.",
        _ => $"By the rule 'rest' step {StepCount} '{Step.Text}' ends here; the cell rests at open circuit for an hour, then the run ends.",
    };
}
