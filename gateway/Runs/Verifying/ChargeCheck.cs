using CoinRig.Control;

namespace CoinRig.Runs;

/// <summary>
/// Computes the charge again from the recorded scans. Where two neighbouring rows are neighbouring scans of one stretch, the charge between
/// them is their trapezoid, but for rows of a sweep that are means of scans; with the relay open it is nothing; and the charge of the run is that of its segments.
/// </summary>
sealed class ChargeCheck(Findings findings, long scanPeriodNanoseconds) : IRunReader
{
    /// <summary>What may be left of the throughput by rounding, 1.</summary>
    public const double Tolerance = 1e-12;

    /// <summary>What a reading of no current may say, A.</summary>
    const double NoiseAmperes = 1e-9;

    /// <summary>A row with one of these begins a stretch of its own.</summary>
    const SampleFlags Begins = SampleFlags.AfterStep | SampleFlags.RangeChanged | SampleFlags.AfterGap;

    Sample _before;
    double _segments;
    double _segmentsLost;
    double _difference;
    double _ofPairs;
    bool _any;
    bool _rowsAreMeans;

    /// <inheritdoc/>
    public string Name => "charge";

    /// <summary>Charge that passed in segments that have ended, both directions, C; that of an interrupted one is in the pairs alone.</summary>
    public double ThroughputCoulombs { get; private set; }

    /// <summary>Pairs of rows whose charge was computed again.</summary>
    public long Pairs { get; private set; }

    /// <summary>By how much the charges of all pairs differ from what is recorded, as a part of the throughput.</summary>
    public double RelativeDifference => Math.Max(ThroughputCoulombs, _ofPairs) is > 0 and var all ? Math.Abs(_difference) / all : 0;

    /// <inheritdoc/>
    public void OnSample(in Sample sample)
    {
        if (_any && !_rowsAreMeans && (sample.StepCount, sample.SegmentCount) == (_before.StepCount, _before.SegmentCount) && (sample.Flags & Begins) == 0)
        {
            Compare(sample);
        }
        (_before, _any) = (sample, true);
    }

    void Compare(in Sample sample)
    {
        const SampleFlags states = SampleFlags.OpenCircuit | SampleFlags.Paused;
        var seconds = (sample.CurrentNanoseconds - _before.CurrentNanoseconds) * 1e-9;
        if ((sample.Flags & states) != (_before.Flags & states) || sample.CurrentNanoseconds - _before.CurrentNanoseconds > scanPeriodNanoseconds * 3 / 2)
        {
            return;
        }
        var expected = (sample.Flags & states) != 0 ? 0 : 0.5 * (sample.Amperes + _before.Amperes) * seconds;
        var recorded = sample.NetCoulombs - _before.NetCoulombs;
        Pairs++;
        _ofPairs += Math.Abs(expected);
        _difference += recorded - expected;
        // A difference of two sums has their rounding, whatever its own size.
        var rounding = 4 * (Math.BitIncrement(Math.Abs(sample.NetCoulombs)) - Math.Abs(sample.NetCoulombs)) + 1e-9 * Math.Abs(expected);
        if (Math.Abs(recorded - expected) > rounding)
        {
            findings.Add("charges that differ", $"Sample {sample.Sequence}: from the row before the charge grew by {recorded * 1e6:0.000000} uC; current and time say {expected * 1e6:0.000000} uC.");
        }
    }

    /// <inheritdoc/>
    public void OnMarker(Marker marker, Action<ResultRow> post)
    {
        if (marker is SegmentStarted { Segment: var segment })
        {
            // The mean of several scans lies between them, and says nothing of the last of them, up to which the charge is counted.
            _rowsAreMeans = segment.Set.SlopePerSecond != 0 && segment.Record.IntervalSeconds * 1e9 > scanPeriodNanoseconds;
        }
        if (marker is not SegmentEnded ended)
        {
            return;
        }
        ThroughputCoulombs += ended.Integrals.ChargeCoulombs + ended.Integrals.DischargeCoulombs;
        Add(ended.Integrals.ChargeCoulombs - ended.Integrals.DischargeCoulombs);
        // After the last row the segment goes on with its current, which may have changed until the last scan, until it is taken off, at the latest a few scans later.
        var after = Math.Max(4 * scanPeriodNanoseconds, ended.Nanoseconds - _before.CurrentNanoseconds + 4 * scanPeriodNanoseconds) * 1e-9;
        var open = (_before.Flags & SampleFlags.OpenCircuit) != 0 ? 0 : (NoiseAmperes + Math.Max(Math.Abs(_before.Amperes), Math.Abs(ended.LastAmperes))) * after;
        if ((ended.StepCount, ended.SegmentCount) != (_before.StepCount, _before.SegmentCount))
        {
            // It ended before its first row.
            open += ended.Integrals.ChargeCoulombs + ended.Integrals.DischargeCoulombs;
        }
        var difference = Math.Abs(_segments + _segmentsLost - _before.NetCoulombs);
        if (_any && difference > open + Tolerance * ThroughputCoulombs)
        {
            findings.Add("segments whose charge is not that of the run", $"Segment {ended.SegmentCount} of step {ended.StepCount}, which ends after sample {_before.Sequence}: all segments until then took {(_segments + _segmentsLost) * 1e6:0.000000} uC, the run {_before.NetCoulombs * 1e6:0.000000} uC.");
        }
    }

    /// <summary>Neumaier's sum, as in the scan.</summary>
    void Add(double term)
    {
        var sum = _segments + term;
        _segmentsLost += Math.Abs(_segments) >= Math.Abs(term) ? _segments - sum + term : term - sum + _segments;
        _segments = sum;
    }
}
