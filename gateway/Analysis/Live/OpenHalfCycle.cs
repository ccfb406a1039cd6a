using CoinRig.Control;
using CoinRig.Electrochemistry.HalfCycles;
using CoinRig.Protocols;

namespace CoinRig.Analysis;

/// <summary>A half cycle with where it was measured.</summary>
/// <param name="HalfCycle">The half cycle.</param>
/// <param name="Place">Where it ended.</param>
sealed record HalfCycleEntry(HalfCycle HalfCycle, Place Place);

/// <summary>A half cycle that still goes on.</summary>
/// <param name="isCharge">Whether it charges.</param>
/// <param name="cycle">The cycle, from 1.</param>
/// <param name="step">The count of the step in which it began.</param>
/// <param name="isFirstOfRun">Whether no current flowed before it.</param>
/// <param name="range">The current range of its first part.</param>
sealed class OpenHalfCycle(bool isCharge, int cycle, int step, bool isFirstOfRun, string range)
{
    /// <summary>Standard deviation of an even distribution over one scan, once for the end of this half cycle and once for that of the one before.</summary>
    static readonly double OfAScan = Math.Sqrt(2.0 / 12);

    double _coulombs;
    double _joules;
    double _seconds;
    double _rateAmperes = double.NaN;
    bool _reachedEnd;
    double _endUncertaintyCoulombs;
    long _endNanoseconds;
    double _startSeconds = double.NaN;
    double _endVolts = double.NaN;

    /// <summary>Whether it charges.</summary>
    public bool IsCharge => isCharge;

    /// <summary>The cycle, from 1.</summary>
    public int Cycle => cycle;

    /// <summary>Whether no current flowed before it.</summary>
    public bool IsFirstOfRun => isFirstOfRun;

    /// <summary>Takes in a segment.</summary>
    public void Add(SegmentStarted started, SegmentEnded ended)
    {
        var sign = isCharge ? 1 : -1;
        _coulombs += sign * (ended.Integrals.ChargeCoulombs - ended.Integrals.DischargeCoulombs);
        _joules += sign * (ended.Integrals.ChargeJoules - ended.Integrals.DischargeJoules);
        _seconds += Duration(started, ended);
        if (double.IsNaN(_rateAmperes) && started.Segment.Role == SegmentRole.ConstantCurrent)
        {
            _rateAmperes = Math.Abs(started.SetValue);
        }
        _reachedEnd = ended.Reason is EndReason.Condition or EndReason.StepCondition;
        _endUncertaintyCoulombs = ended.Integrals.Scans > 0 ? Math.Abs(ended.LastAmperes) * Duration(started, ended) / ended.Integrals.Scans * OfAScan : 0;
        _endNanoseconds = ended.Nanoseconds;
        _endVolts = ended.LastVolts;
        _startSeconds = double.IsNaN(_startSeconds) ? started.Nanoseconds * 1e-9 : _startSeconds;
    }

    static double Duration(SegmentStarted started, SegmentEnded ended) => (ended.Nanoseconds - started.Nanoseconds) * 1e-9;

    /// <summary>The finished half cycle.</summary>
    public HalfCycleEntry Finish(bool knownStart) =>
        new(new(isCharge, cycle, _coulombs, _joules, _seconds, _rateAmperes, _reachedEnd, knownStart, _endUncertaintyCoulombs)
        {
            Range = range, StartSeconds = _startSeconds, EndSeconds = _endNanoseconds * 1e-9, EndVolts = _endVolts,
        }, new(cycle, step, _endNanoseconds * 1e-9) { Readings = (_startSeconds, _endNanoseconds * 1e-9), IsSum = true });
}
