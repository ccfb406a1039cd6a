namespace CoinRig.Electrochemistry.Numerics;

/// <summary>
/// The noise of single readings from what each four of them are off a parabola, which neither a drift nor a relaxation enters however the readings are spaced (after
/// von Neumann 1941). Old readings are forgotten, so that it is that of the last hundred or so.
/// </summary>
public struct NoiseEstimate
{
    const double Memory = 100;
    (double Seconds, double Value) _a, _b, _c;
    double _meanSquare;
    long _readings, _squares;

    /// <summary>Standard deviation of a reading; NaN before there are five.</summary>
    public readonly double StandardDeviation => _squares < 2 ? double.NaN : Math.Sqrt(_meanSquare);

    /// <summary>Takes in a reading of a series that is equally spaced.</summary>
    public void Add(double value) => Add(_readings, value);

    /// <summary>Takes in a reading.</summary>
    /// <param name="seconds">Its time; readings at the same time or before are left out.</param>
    /// <param name="value">Its value.</param>
    public void Add(double seconds, double value)
    {
        if (!double.IsFinite(value) || (_readings > 0 && !(seconds > _c.Seconds)))
        {
            return;
        }
        if (_readings >= 3)
        {
            // The third divided difference, in units of its own noise.
            double ab = _b.Seconds - _a.Seconds, bc = _c.Seconds - _b.Seconds, cd = seconds - _c.Seconds;
            double a = -1 / (ab * (ab + bc) * (ab + bc + cd)), b = 1 / (ab * bc * (bc + cd)), c = -1 / ((ab + bc) * bc * cd), d = 1 / ((ab + bc + cd) * (bc + cd) * cd);
            var off = a * (_a.Value - value) + b * (_b.Value - value) + c * (_c.Value - value);
            var square = off * off / (a * a + b * b + c * c + d * d);
            _meanSquare += (square - _meanSquare) / Math.Min(++_squares, Memory);
        }
        (_a, _b, _c) = (_b, _c, (seconds, value));
        _readings++;
    }
}
