namespace CoinRig.Electrochemistry.Numerics;

/// <summary>
/// Keeps pairs in the order in which they come. When it is full, neighbours are averaged and from then on twice as many readings
/// make an entry: constant memory, nothing thrown away.
/// </summary>
/// <param name="capacity">Most entries; even.</param>
public sealed class PairSeries(int capacity)
{
    readonly double[] _x = new double[capacity];
    readonly double[] _y = new double[capacity];
    int _readingsInLast;
    int _readingsPerEntry = 1;

    /// <summary>Entries.</summary>
    public int Count { get; private set; }

    /// <summary>The first of the pairs.</summary>
    public ReadOnlySpan<double> X => _x.AsSpan(0, Count);

    /// <summary>The second of the pairs.</summary>
    public ReadOnlySpan<double> Y => _y.AsSpan(0, Count);

    /// <summary>Takes in a pair; one that is not of numbers is left out.</summary>
    public void Add(double x, double y)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y))
        {
            return;
        }
        if (Count == 0 || _readingsInLast == _readingsPerEntry)
        {
            if (Count == _x.Length)
            {
                MergePairs();
            }
            (_x[Count], _y[Count]) = (x, y);
            Count++;
            _readingsInLast = 1;
            return;
        }
        _readingsInLast++;
        _x[Count - 1] += (x - _x[Count - 1]) / _readingsInLast;
        _y[Count - 1] += (y - _y[Count - 1]) / _readingsInLast;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => (Count, _readingsInLast, _readingsPerEntry) = (0, 0, 1);

    void MergePairs()
    {
        for (var i = 0; i < Count / 2; i++)
        {
            _x[i] = 0.5 * (_x[2 * i] + _x[2 * i + 1]);
            _y[i] = 0.5 * (_y[2 * i] + _y[2 * i + 1]);
        }
        Count /= 2;
        _readingsPerEntry *= 2;
        _readingsInLast = _readingsPerEntry;
    }
}
