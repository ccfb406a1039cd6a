using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>The protocol's own limits, each with its delay.</summary>
sealed class ProtocolLimits
{
    readonly StepLimit[] _limits;
    readonly long[] _crossedSince;

    internal ProtocolLimits(IReadOnlyList<StepLimit> limits)
    {
        _limits = [.. limits];
        _crossedSince = new long[_limits.Length];
        Array.Fill(_crossedSince, long.MaxValue);
    }

    /// <summary>The first limit that has been crossed for as long as its delay says; null where none has.</summary>
    internal StepLimit? Check(in Scan scan, in Conditions conditions)
    {
        for (var i = 0; i < _limits.Length; i++)
        {
            var limit = _limits[i];
            var value = conditions.Value(limit.Quantity, scan);
            // A quantity that has no value (no temperature sensor) crosses nothing; a run that needs one is refused before it starts.
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
}
