namespace CoinRig.Electrochemistry.Numerics;

/// <summary>
/// The noise of single readings from their second differences, which a slow drift does not enter (after von Neumann 1941). Old
/// readings are forgotten, so that it is that of the last hundred or so.
/// </summary>
public struct NoiseEstimate
{
    const double Memory = 100;
    double _before;
    double _last;
    double _meanSquare;
    long _count;

    /// <summary>Standard deviation of a reading; NaN before there are five.</summary>
    public readonly double StandardDeviation => _count < 5 ? double.NaN : Math.Sqrt(_meanSquare / 6);

    /// <summary>Takes in a reading.</summary>
    public void Add(double value)
    {
        if (!double.IsFinite(value))
        {
            return;
        }
        _count++;
        if (_count > 2)
        {
            var second = value - 2 * _last + _before;
            _meanSquare += (second * second - _meanSquare) / Math.Min(_count - 2, Memory);
        }
        (_before, _last) = (_last, value);
    }
}
