using System.Globalization;
using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>What others asked of a run, in its record.</summary>
sealed partial class RunLog
{
    /// <summary>The current was taken off for a pause. The scan before is recorded, so that the samples show where.</summary>
    internal void Paused(long off, in Scan scan, bool flows)
    {
        if (scan.VoltageNanoseconds > _gate.LastRecorded)
        {
            _gate.Note(scan);
            Record(scan, SampleFlags.None);
        }
        if (!flows)
        {
            Integrator.EndSegment(off);
        }
        _change = null;
        _gate.Begin(_segment!.Record, off);
        live.IsPaused = true;
        Event(off, "paused", EventSeverity.Note, $"Paused at {live.Volts:0.0000} V and {Integrator.NetCoulombs / 3.6:0.0000} mAh: {(flows ? "the relay stays closed at zero current, as the step has it" : "the relay is open")}; the time of the step stands still.");
    }

    /// <summary>The paused segment goes on.</summary>
    /// <param name="on">When its set value was written, ns.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="stayed">Whether current could flow all the time; null where the current was taken off.</param>
    /// <param name="seconds">How long the pause was, s.</param>
    internal void Continued(long on, Segment segment, bool? stayed, double seconds)
    {
        if (stayed is null)
        {
            Integrator.Resume(on, segment.Mode != ControlMode.OpenCircuit);
        }
        _gate.Begin(segment.Record, on);
        live.IsPaused = false;
        Event(on, "continued", EventSeverity.Note, $"Goes on after a pause of {seconds:0.0} s, which the time of the step does not count.");
    }

    /// <summary>The computer's UTC jumped; the run's own time did not.</summary>
    internal void ClockJumped(long nanoseconds, double seconds, DateTimeOffset utc) => Event(nanoseconds, "clock-jumped", EventSeverity.Warning, string.Create(CultureInfo.InvariantCulture,
        $"The computer's clock jumped by {seconds:+0.0;-0.0} s and says {utc:yyyy-MM-dd HH:mm:ss} UTC now. Times of the run and of its steps are not touched. UTC times in its record go on from its beginning as if it had not jumped; those of what comes from outside are by the new time."));

    /// <summary>An event among the last words of a run.</summary>
    internal void LastEvent(long nanoseconds, string code, EventSeverity severity, string message) => feed.WriteLast(new RigEvent(SinceStart(nanoseconds), code, severity, message));

    /// <summary>A mark from outside.</summary>
    internal void Mark(Mark mark) => feed.Write(mark with { Nanoseconds = Math.Max(0, SinceStart(mark.Nanoseconds)) });

    /// <summary>A mark that was made before the first scan.</summary>
    internal void Mark(Mark made, long nanoseconds) => feed.Write(made, SinceStart(nanoseconds));

    /// <summary>The same among the last words of a run.</summary>
    internal void LastMark(Mark mark) => feed.WriteLast(mark with { Nanoseconds = Math.Max(0, SinceStart(mark.Nanoseconds)) });
}
