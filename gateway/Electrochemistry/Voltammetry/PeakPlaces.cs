using CoinRig.Electrochemistry.Numerics;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>Where the peaks of a sweep are, by its smoothed current: places that stand out on both sides, from one end of the sweep to the other.</summary>
ref struct PeakPlaces(ReadOnlySpan<double> smooth, double noise)
{
    const double NoiseFactor = 5;
    const double SmallestProminence = 0.03;

    /// <summary>Entries at each end where a largest current is a limit and no peak.</summary>
    public const int Margin = 2;

    readonly ReadOnlySpan<double> _smooth = smooth;
    readonly double _threshold = Math.Max(NoiseFactor * noise, SmallestProminence * Largest(smooth));
    Zigzag _zigzag;
    int _next;
    int _valley;
    int _top = -1;
    bool _began;

    /// <summary>The valley before the peak.</summary>
    public int Before { get; private set; }

    /// <summary>The peak.</summary>
    public int Top { get; private set; }

    /// <summary>The valley after it, or the end of the sweep.</summary>
    public int After { get; private set; }

    /// <summary>Whether a current stands above the noise.</summary>
    public static bool IsAboveNoise(double current, double noise) => current > NoiseFactor * noise;

    /// <summary>Goes to the next peak.</summary>
    public bool MoveNext()
    {
        while (_next < _smooth.Length)
        {
            var turned = _zigzag.Add(_smooth[_next++], _threshold, out var place);
            if (!turned)
            {
                continue;
            }
            // The first turn only says which way the current went at first: nothing stands out before it.
            var isTop = _zigzag.Direction < 0 && _began && place >= Margin && place < _smooth.Length - Margin;
            _began = true;
            if (isTop)
            {
                _top = (int)place;
            }
            else if (_zigzag.Direction > 0)
            {
                var found = Found((int)place);
                _valley = (int)place;
                if (found)
                {
                    return true;
                }
            }
        }
        return Found(_smooth.Length - 1);
    }

    bool Found(int valley)
    {
        if (_top < 0)
        {
            return false;
        }
        (Before, Top, After, _top) = (_valley, _top, valley, -1);
        return true;
    }

    static double Largest(ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        foreach (var value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }
        return largest;
    }
}
