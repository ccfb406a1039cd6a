namespace CoinRig.Electrochemistry.Numerics;

/// <summary>
/// The turning points of a series fed value by value: a highest or lowest value counts once the series has gone back from it by more than a threshold, so that
/// noise below the threshold turns nothing. Constant memory.
/// </summary>
public struct Zigzag
{
    (long Place, double Value) _low;
    (long Place, double Value) _high;
    long _count;
    bool _started;

    /// <summary>1 while the series rises, -1 while it falls, 0 before it has moved by the threshold.</summary>
    public int Direction { get; private set; }

    /// <summary>Where the running stretch has come furthest: the place of its highest (or lowest) value so far.</summary>
    public readonly long Furthest => Direction >= 0 ? _high.Place : _low.Place;

    /// <summary>Takes in the next value; true where it proves that the series turned before.</summary>
    /// <param name="value">The value; one that is not a number is counted and left out.</param>
    /// <param name="threshold">How far the series must go back, in the unit of the value; may grow and shrink from call to call.</param>
    /// <param name="place">Where it turned: the number of that value, from 0. At the first call that is true, where the series began to move.</param>
    public bool Add(double value, double threshold, out long place)
    {
        var here = (_count++, value);
        place = 0;
        if (!double.IsFinite(value))
        {
            return false;
        }
        if (!_started)
        {
            (_low, _high, _started) = (here, here, true);
        }
        if (Direction >= 0 && value > _high.Value)
        {
            _high = here;
        }
        if (Direction <= 0 && value < _low.Value)
        {
            _low = here;
        }
        if (Direction >= 0 && value < _high.Value - threshold)
        {
            (place, Direction, _low) = (_high.Place, -1, here);
            return true;
        }
        if (Direction <= 0 && value > _low.Value + threshold)
        {
            (place, Direction, _high) = (_low.Place, 1, here);
            return true;
        }
        return false;
    }
}
