using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>
/// Decides which scans become samples: the first after a change and every late one, then densely and thinning out by itself until the
/// rule's own interval is reached, and whenever voltage or current has moved by the rule's amount.
/// </summary>
sealed class RecordGate
{
    /// <summary>Between two samples at most this part of the time since the last change may pass: about 47 samples a decade.</summary>
    const double PartOfElapsed = 0.05;

    RecordRule _rule;
    long _changed;
    long _recorded;
    long _recordedDue;
    double _volts;
    double _amperes;
    bool _first;

    /// <summary>A new set value was written.</summary>
    internal void Begin(RecordRule rule, long nanoseconds)
    {
        _rule = rule;
        _changed = nanoseconds;
        _first = true;
    }

    /// <summary>Time of the last scan that was recorded, ns.</summary>
    internal long LastRecorded => _recorded;

    /// <summary>Whether a scan is recorded; says with <paramref name="first"/> whether it is the first after the change.</summary>
    internal bool Passes(in Scan scan, out bool first)
    {
        first = _first;
        // By when scans were due: a real clock makes a scan a little later or earlier, and then the next one would do for the interval.
        var sinceRecorded = (scan.DueNanoseconds - _recordedDue) * 1e-9;
        var interval = Math.Min(_rule.IntervalSeconds, PartOfElapsed * (scan.VoltageNanoseconds - _changed) * 1e-9);
        var passes = _first || (scan.Flags & SampleFlags.Late) != 0 || sinceRecorded >= interval - 1e-6
            || Math.Abs(scan.Volts - _volts) >= _rule.VoltageChange || Math.Abs(scan.Amperes - _amperes) >= _rule.CurrentChange;
        if (passes)
        {
            _first = false;
            Note(scan);
        }
        return passes;
    }

    /// <summary>A scan was recorded for another reason.</summary>
    internal void Note(in Scan scan)
    {
        _recorded = scan.VoltageNanoseconds;
        _recordedDue = scan.DueNanoseconds;
        _volts = scan.Volts;
        _amperes = scan.Amperes;
    }
}
