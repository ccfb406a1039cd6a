namespace CoinRig.Electrochemistry.Numerics;

/// <summary>
/// Keeps means of two series in equally long blocks of time. When all blocks are used, neighbours are merged and the length
/// doubles: constant memory, and always between half of the blocks and all of them over the whole series.
/// </summary>
public sealed class EqualBlocks
{
    readonly int[] _counts;
    readonly double[] _seconds;
    readonly double[] _first;
    readonly double[] _second;
    readonly double _firstLengthSeconds;
    int _used;

    /// <summary>Makes an empty series.</summary>
    /// <param name="capacity">Most blocks; even.</param>
    /// <param name="firstLengthSeconds">Length of a block before the first merging, s.</param>
    public EqualBlocks(int capacity, double firstLengthSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(capacity & 1, 0, nameof(capacity));
        _counts = new int[capacity];
        _seconds = new double[capacity];
        _first = new double[capacity];
        _second = new double[capacity];
        _firstLengthSeconds = LengthSeconds = firstLengthSeconds;
    }

    /// <summary>Length of a block now, s.</summary>
    public double LengthSeconds { get; private set; }

    /// <summary>Blocks in use; the last may still fill.</summary>
    public int Count => _used;

    /// <summary>Readings in a block; may be 0.</summary>
    public int Readings(int block) => _counts[block];

    /// <summary>Mean time of a block, s.</summary>
    public double Seconds(int block) => _seconds[block];

    /// <summary>Mean of the first series in a block.</summary>
    public double First(int block) => _first[block];

    /// <summary>Mean of the second series in a block.</summary>
    public double Second(int block) => _second[block];

    /// <summary>Takes in a reading; one that is not a number, or before time zero, is left out.</summary>
    public void Add(double seconds, double first, double second = 0)
    {
        if (!(seconds >= 0) || !double.IsFinite(first) || !double.IsFinite(second) || seconds > 1e10)
        {
            return;
        }
        while (seconds >= LengthSeconds * _counts.Length)
        {
            MergePairs();
        }
        var index = (int)(seconds / LengthSeconds);
        _used = Math.Max(_used, index + 1);
        var n = ++_counts[index];
        _seconds[index] += (seconds - _seconds[index]) / n;
        _first[index] += (first - _first[index]) / n;
        _second[index] += (second - _second[index]) / n;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_counts);
        Array.Clear(_seconds);
        Array.Clear(_first);
        Array.Clear(_second);
        _used = 0;
        LengthSeconds = _firstLengthSeconds;
    }

    void MergePairs()
    {
        var half = _counts.Length / 2;
        for (var i = 0; i < half; i++)
        {
            var (a, b) = (2 * i, 2 * i + 1);
            var n = _counts[a] + _counts[b];
            var share = n == 0 ? 0 : (double)_counts[b] / n;
            _seconds[i] = Mix(_seconds[a], _seconds[b], share);
            _first[i] = Mix(_first[a], _first[b], share);
            _second[i] = Mix(_second[a], _second[b], share);
            _counts[i] = n;
        }
        Array.Clear(_counts, half, half);
        Array.Clear(_seconds, half, half);
        Array.Clear(_first, half, half);
        Array.Clear(_second, half, half);
        _used = (_used + 1) / 2;
        LengthSeconds *= 2;
    }

    static double Mix(double a, double b, double shareOfB) => a + (b - a) * shareOfB;
}
