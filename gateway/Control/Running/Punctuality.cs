namespace CoinRig.Control;

/// <summary>
/// How punctual the scans of a run are. A scan is late where it begins more than half a period after it was due, or its readings come so
/// late; one that is a whole period behind is left out, and counted as missed. Of a late change of the set value, and of scans that were
/// missed, the next scan bears the flag.
/// </summary>
sealed class Punctuality(long periodNanoseconds, LiveState live)
{
    /// <summary>How long a stretch is that is reported of its own, ns.</summary>
    internal const long StretchNanoseconds = 3_600_000_000_000;

    readonly Tally _stretch = new();
    readonly Tally _run = new();
    bool _isLate;
    bool _isCarried;
    long _due;

    /// <summary>Counts from a moment of the run on, when an interrupted one goes on.</summary>
    internal void StartAt(long nanoseconds)
    {
        _stretch.Clear(nanoseconds);
        _run.Clear(nanoseconds);
    }

    /// <summary>A scan, or the end of a segment in time, begins.</summary>
    internal void Begin(long due, long now)
    {
        _due = due;
        _isLate = false;
        _stretch.Lateness.Add(now - due);
        _run.Lateness.Add(now - due);
        if (now - due > periodNanoseconds / 2)
        {
            CountLate();
        }
    }

    /// <summary>What was begun is a change of the set value, which makes no sample of its own.</summary>
    internal void Changed() => _isCarried |= _isLate;

    /// <summary>What was begun is a scan, and its readings are there.</summary>
    /// <returns>The flag of its sample.</returns>
    internal SampleFlags Sensed(long now)
    {
        if (!_isLate && now - _due > periodNanoseconds + periodNanoseconds / 2)
        {
            CountLate();
        }
        var flagged = _isLate || _isCarried;
        _isCarried = false;
        return flagged ? SampleFlags.Late : SampleFlags.None;
    }

    /// <summary>Leaves out the scans that are a whole period behind.</summary>
    /// <returns>When the next one is due, ns.</returns>
    internal long Next(long due, long now)
    {
        var missed = Math.Max(0, (now - due) / periodNanoseconds);
        if (missed > 0)
        {
            _stretch.Missed += missed;
            _run.Missed += missed;
            _isCarried = true;
            live.MissedScans = _run.Missed;
        }
        return due + missed * periodNanoseconds;
    }

    /// <summary>Whether a stretch is over.</summary>
    internal bool IsStretchOver(long nanoseconds) => nanoseconds - _stretch.Since >= StretchNanoseconds;

    /// <summary>The stretch that ends now; the next one begins.</summary>
    internal ScanTiming EndStretch(long nanoseconds)
    {
        var timing = _stretch.At(nanoseconds);
        _stretch.Clear(nanoseconds);
        return timing;
    }

    /// <summary>The whole run until now.</summary>
    internal ScanTiming OfRun(long nanoseconds) => _run.At(nanoseconds);

    void CountLate()
    {
        _isLate = true;
        _stretch.Late++;
        _run.Late++;
        live.LateScans = _run.Late;
    }

    /// <summary>What is counted since a moment of the run.</summary>
    sealed class Tally
    {
        internal LatenessHistogram Lateness { get; } = new();

        internal long Late { get; set; }

        internal long Missed { get; set; }

        internal long Since { get; private set; }

        internal ScanTiming At(long nanoseconds) => new(nanoseconds, Since, Lateness.Count, Late, Missed, Lateness.Percentile(0.5),
            Lateness.Percentile(0.99), Lateness.Percentile(0.999), Lateness.LargestNanoseconds);

        internal void Clear(long nanoseconds)
        {
            Lateness.Clear();
            (Late, Missed, Since) = (0, 0, nanoseconds);
        }
    }
}
