using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>The protocol's own limits, each with its delay. One whose quantity has no value for a while cannot be kept, and ends the run.</summary>
sealed class ProtocolLimits
{
    /// <summary>A sensor may miss some readings in a row, as one on a long wire does.</summary>
    const double LongestUnknownSeconds = 30;

    readonly StepLimit[] _limits;
    readonly long[] _crossedSince;
    readonly long[] _unknownSince;

    internal ProtocolLimits(IReadOnlyList<StepLimit> limits)
    {
        _limits = [.. limits];
        _crossedSince = new long[_limits.Length];
        _unknownSince = new long[_limits.Length];
        Array.Fill(_crossedSince, long.MaxValue);
        Array.Fill(_unknownSince, long.MaxValue);
    }

    /// <summary>The first limit that has been crossed for as long as its delay says; null where none has.</summary>
    /// <exception cref="LimitTrippedException">A limited quantity has had no value for too long.</exception>
    internal StepLimit? Check(in Scan scan, in Conditions conditions)
    {
        for (var i = 0; i < _limits.Length; i++)
        {
            var limit = _limits[i];
            var value = conditions.Value(limit.Quantity, scan);
            RequireKnown(i, value, scan.VoltageNanoseconds);
            if (!(limit.Above ? value > limit.Threshold : value < limit.Threshold))
            {
                _crossedSince[i] = long.MaxValue;
                continue;
            }
            _crossedSince[i] = Math.Min(_crossedSince[i], scan.VoltageNanoseconds);
            if ((scan.VoltageNanoseconds - _crossedSince[i]) * 1e-9 >= limit.DelaySeconds)
            {
                return limit;
            }
        }
        return null;
    }

    void RequireKnown(int index, double value, long nanoseconds)
    {
        if (!double.IsNaN(value))
        {
            _unknownSince[index] = long.MaxValue;
            return;
        }
        _unknownSince[index] = Math.Min(_unknownSince[index], nanoseconds);
        if ((nanoseconds - _unknownSince[index]) * 1e-9 >= LongestUnknownSeconds)
        {
            throw new LimitTrippedException("limit-unknown",
                $"The protocol's limit '{_limits[index].Text}' cannot be kept: no sensor has answered for {LongestUnknownSeconds:0} s. Check the sensor and its wires.");
        }
    }
}
