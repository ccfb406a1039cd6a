using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.Electrochemistry.HalfCycles;
using CoinRig.Protocols;

namespace CoinRig.Analysis;

/// <summary>
/// Follows half cycles. One goes on as long as current of one sign flows in one cycle (constant current, power or resistance and the hold
/// after it, with rests between), and is closed when the direction or the cycle changes, another technique begins, or the run ends.
/// </summary>
sealed class HalfCycleTracker(Cell cell, MeasurementUncertainty uncertainty) : IResultTracker
{
    /// <summary>With the positive electrode under study a cycle begins with the charge.</summary>
    readonly HalfCycleResults _results = new(cell.WorkingElectrode == WorkingElectrode.Positive, half => uncertainty.In(half.Range), cell.ActiveMass is { } mass ? new(mass.Value, mass.Uncertainty) : null);
    OpenHalfCycle? _open;
    HalfCycleEntry? _before;
    bool _anyCurrent;

    /// <inheritdoc/>
    public void OnStepStarted(StepStarted step, ResultPost post)
    {
        if (_open is { } open && open.Cycle != step.Cycle)
        {
            Close(post);
        }
    }

    /// <inheritdoc/>
    public void OnSegmentStarted(SegmentStarted segment, ResultPost post)
    {
        switch (segment.Segment.Role)
        {
            case SegmentRole.ConstantCurrent or SegmentRole.ConstantPower or SegmentRole.ConstantResistance when segment.SetValue != 0 && _open is { } open && open.IsCharge != segment.SetValue > 0:
                Close(post);
                break;
            case SegmentRole.Pulse or SegmentRole.Relaxation or SegmentRole.Sweep or SegmentRole.PotentialStep or SegmentRole.CurrentPulse:
                Close(post);
                (_before, _anyCurrent) = (null, true);
                break;
        }
    }

    /// <inheritdoc/>
    public void OnSample(in Sample sample, double seconds)
    {
    }

    /// <inheritdoc/>
    public void OnSegmentEnded(SegmentStarted started, SegmentEnded ended, ResultPost post)
    {
        var isDriven = started.Segment.Role is SegmentRole.ConstantCurrent or SegmentRole.ConstantPower or SegmentRole.ConstantResistance;
        if (!isDriven && started.Segment.Role != SegmentRole.ConstantVoltage)
        {
            return;
        }
        var net = ended.Integrals.ChargeCoulombs - ended.Integrals.DischargeCoulombs;
        var isCharge = isDriven && started.SetValue != 0 ? started.SetValue > 0 : net > 0;
        if (net == 0 && ended.Integrals.Scans == 0)
        {
            return;
        }
        if (_open is { } open && open.IsCharge != isCharge)
        {
            Close(post);
        }
        _open ??= new(isCharge, started.Cycle, started.StepCount, !_anyCurrent, started.Range);
        _open.Add(started, ended);
        _anyCurrent = true;
    }

    /// <inheritdoc/>
    public void OnStepEnded(long nanoseconds, ResultPost post)
    {
    }

    /// <inheritdoc/>
    public void OnRunEnded(long nanoseconds, ResultPost post) => Close(post);

    void Close(ResultPost post)
    {
        if (_open is not { } open)
        {
            return;
        }
        _open = null;
        var knownStart = open.IsFirstOfRun ? cell.StartsDischarged && open.IsCharge : _before is { } b && b.HalfCycle.ReachedEnd && b.HalfCycle.IsCharge != open.IsCharge;
        var entry = open.Finish(knownStart);
        foreach (var result in _results.Next(entry.HalfCycle, _before?.HalfCycle))
        {
            // An efficiency is made of two half cycles.
            var isOfBoth = _before is not null && result.Name.EndsWith("_efficiency", StringComparison.Ordinal);
            post.Add(result, isOfBoth ? entry.Place with { Readings = (_before!.Place.Readings.From, entry.Place.Readings.To) } : entry.Place);
        }
        _before = entry;
    }
}
