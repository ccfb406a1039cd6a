namespace CoinRig.Control;

/// <summary>A segment whose voltage is still on its way.</summary>
sealed partial class RunLog
{
    bool _isOnItsWay;

    /// <summary>A segment that ends on the ramp to its voltage has a beginning all the same: what flowed on the way is charge of the run.</summary>
    SegmentStarted? StartsLate(long nanoseconds, in Scan scan)
    {
        if (!_isOnItsWay || Integrator.Segment.Scans == 0)
        {
            return null;
        }
        (_segmentIsOpen, _isOnItsWay) = (true, false);
        return new SegmentStarted(SinceStart(nanoseconds), _sample.StepCount, _sample.SegmentCount, _segment!, _sample.Cycle, _segment!.Set.Start, "", scan.Volts, scan.Amperes);
    }
}
