using CoinRig.Control;
using CoinRig.Protocols;

namespace CoinRig.Runs;

/// <summary>Finds in the file of an interrupted run where it goes on.</summary>
public static class InterruptedRun
{
    /// <summary>Whether a run has not ended and nobody records it.</summary>
    /// <param name="path">The run file.</param>
    /// <exception cref="RunFileException">It is no run file.</exception>
    public static bool IsOne(string path)
    {
        using var run = RunFileReader.Open(path);
        return run.Header.State == RunState.Running && !RunFileLock.IsTaken(path);
    }

    /// <summary>Whether the program left a run that has not ended in good order; else the power went or it was killed.</summary>
    /// <param name="run">Its file.</param>
    public static bool WasSuspended(RunFileReader run) =>
        run.Markers().LastOrDefault(m => m is RunResumed or RigEvent { Code: ResumePoint.SuspendedCode }) is RigEvent;

    /// <summary>Where the run goes on.</summary>
    /// <param name="run">Its file.</param>
    /// <param name="plan">The plan of the protocol in it, read for the cell in it.</param>
    /// <param name="action">What a person decided; null for the protocol's own rule.</param>
    /// <param name="voltsWithin">By how much the voltage may have moved, V; null for the protocol's own.</param>
    /// <exception cref="RunFileException">It has ended, is recorded now, was made by another version, or is damaged.</exception>
    public static ResumePoint Read(RunFileReader run, Plan plan, PowerLossAction? action = null, double? voltsWithin = null)
    {
        var header = run.Header;
        RequireInterrupted(run.Path, header);
        var last = run.Checkpoint;
        var state = last?.State ?? default;
        var trace = Trace.Of(run, state, last?.Segment.Integrals ?? default);
        state.NetCoulombs += trace.CoulombsSince;
        state.NetJoules += trace.JoulesSince;
        if (trace.IsEnding)
        {
            throw new RunFileException($"{run.Path}: the run was being stopped when the program ended ({trace.EndText}). It is not continued; start a new run for the steps that are left.");
        }
        var step = StepOf(run.Path, trace, plan);
        var isOfSegment = last is not null && state.StepCount == trace.StepCount && state.SegmentCount == trace.SegmentCount;
        var rule = step?.AfterPowerLoss ?? plan.Steps.FirstOrDefault()?.AfterPowerLoss ?? PowerLossRule.Default;
        var point = new ResumePoint
        {
            Last = state,
            LastUtc = default,
            Position = trace.Step?.Position,
            Step = step,
            StepCount = trace.StepCount,
            StepStartNanoseconds = trace.Step?.Nanoseconds ?? 0,
            StepCoulombsBefore = trace.Coulombs,
            StepJoulesBefore = trace.Joules,
            // A state of an earlier segment of the step says what the step had not counted until then.
            StepUncountedNanoseconds = last is not null && state.StepCount == trace.StepCount ? last.Segment.StepUncountedNanoseconds : 0,
            SegmentUncountedNanoseconds = isOfSegment ? last!.Segment.SegmentUncountedNanoseconds : 0,
            SegmentIndex = trace.SegmentIndex,
            SegmentCount = trace.SegmentCount,
            Segment = trace.Open,
            Integrals = isOfSegment ? last!.Segment.Integrals : default,
            Action = step is { Number: 0 } ? PowerLossAction.Rest : action ?? (state.Flags.HasFlag(SampleFlags.Paused) ? PowerLossAction.Wait : rule.Action),
            VoltsWithin = voltsWithin ?? rule.VoltsWithin,
            WasSuspended = trace.IsSuspended,
        };
        return point with { LastUtc = header.UtcAt(point.Nanoseconds) };
    }

    static void RequireInterrupted(string path, RunHeader header)
    {
        if (header.State != RunState.Running)
        {
            throw new RunFileException($"{path} was not interrupted: the run has ended ({Words<RunState>.Of(header.State)}{(header.StateMessage.Length > 0 ? $": {header.StateMessage}" : "")}). There is nothing to go on with.");
        }
        if (RunFileLock.IsTaken(path))
        {
            throw new RunFileException($"{path} is being recorded by another process: it has not been interrupted.");
        }
    }

    /// <summary>The step of the plan, which must be what the file says was run: another version of CoinRig may make another of the same text.</summary>
    static Step? StepOf(string path, Trace trace, Plan plan)
    {
        if (trace.Step is not { } started)
        {
            return null;
        }
        var step = started.Step.Number == 0 ? ResumePoint.Rest : started.Position.Instruction < plan.Instructions.Count ? (plan.Instructions[started.Position.Instruction] as RunStep)?.Step : null;
        if (step is null || MarkerCodec.Define(step) != MarkerCodec.Define(started.Step))
        {
            throw new RunFileException($"{path}: this version of CoinRig makes other segments of the step '{started.Step.Text}' than the version that recorded it. It is not continued; use that version, or start a new run.");
        }
        return step;
    }

    /// <summary>What the markers say of the step that was run last.</summary>
    sealed class Trace(Sample state, SegmentIntegrals integrals) : IRunReader
    {
        string IRunReader.Name => "trace";

        internal StepStarted? Step { get; private set; }

        internal SegmentStarted? Open { get; private set; }

        internal int StepCount { get; private set; }

        internal int SegmentIndex { get; private set; }

        internal int SegmentCount { get; private set; }

        internal double Coulombs { get; private set; }

        internal double Joules { get; private set; }

        internal bool IsEnding { get; private set; }

        internal string EndText { get; private set; } = "";

        internal bool IsSuspended { get; private set; }

        /// <summary>Charge between the last state and the end of its segment, C.</summary>
        internal double CoulombsSince { get; private set; }

        /// <summary>Energy likewise, J.</summary>
        internal double JoulesSince { get; private set; }

        internal static Trace Of(RunFileReader run, in Sample state, in SegmentIntegrals integrals)
        {
            var trace = new Trace(state, integrals);
            run.Replay(trace);
            return trace;
        }

        void AddSince(SegmentEnded ended)
        {
            var order = (ended.StepCount, ended.SegmentCount).CompareTo((state.StepCount, state.SegmentCount));
            if (order >= 0)
            {
                var before = order == 0 ? integrals : default;
                CoulombsSince += ended.Integrals.ChargeCoulombs - ended.Integrals.DischargeCoulombs - (before.ChargeCoulombs - before.DischargeCoulombs);
                JoulesSince += ended.Integrals.ChargeJoules - ended.Integrals.DischargeJoules - (before.ChargeJoules - before.DischargeJoules);
            }
        }

        public void OnSample(in Sample sample)
        {
            if (Step is null || sample.SegmentCount <= SegmentCount)
            {
                return;
            }
            // The ramp to a segment's voltage has no marker before it ends.
            SegmentIndex = (SegmentIndex + sample.SegmentCount - SegmentCount) % Step.Step.Segments.Count;
            (SegmentCount, IsEnding) = (sample.SegmentCount, false);
        }

        public void OnMarker(Marker marker, Action<ResultRow> post)
        {
            switch (marker)
            {
                case StepStarted step:
                    (Step, Open, StepCount, SegmentIndex, SegmentCount, Coulombs, Joules, IsEnding) = (step, null, step.StepCount, 0, 0, 0, 0, false);
                    break;
                case SegmentStarted segment:
                    SegmentIndex = (SegmentIndex + segment.SegmentCount - SegmentCount) % Math.Max(1, Step?.Step.Segments.Count ?? 1);
                    (Open, SegmentCount, IsEnding) = (segment, segment.SegmentCount, false);
                    break;
                case SegmentEnded ended:
                    Open = null;
                    AddSince(ended);
                    Joules += ended.Integrals.ChargeJoules + ended.Integrals.DischargeJoules;
                    Coulombs += ended.Integrals.ChargeCoulombs + ended.Integrals.DischargeCoulombs;
                    (IsEnding, EndText) = (true, ended.Text);
                    break;
                case StepEnded ended:
                    (IsEnding, EndText) = (true, ended.Text);
                    break;
                case RigEvent { Code: ResumePoint.SuspendedCode }:
                    IsSuspended = true;
                    break;
                case RunResumed:
                    IsSuspended = false;
                    break;
            }
        }
    }
}
