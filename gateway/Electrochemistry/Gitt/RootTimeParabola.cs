using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>c0 + c1 x + c2 x^2 with x = sqrt(t) by least squares, block by block: its sums grow, so that every end of a window costs the same.</summary>
struct RootTimeParabola
{
    double _pivot, _volts, _n, _s1, _s2, _s3, _s4, _y0, _y1, _y2, _yy;
    int _count;

    /// <summary>Takes in a block.</summary>
    public void Add(Block block)
    {
        var root = Math.Sqrt(block.Seconds);
        if (_count == 0)
        {
            (_pivot, _volts) = (root, block.Value);
        }
        var (x, y, w) = (root - _pivot, block.Value - _volts, block.Weight);
        (_n, _s1, _s2, _s3, _s4) = (_n + w, _s1 + w * x, _s2 + w * x * x, _s3 + w * x * x * x, _s4 + w * x * x * x * x);
        (_y0, _y1, _y2, _yy) = (_y0 + w * y, _y1 + w * x * y, _y2 + w * x * x * y, _yy + w * y * y);
        _count++;
    }

    /// <summary>By how much of itself the slope changes over the window, c2 (x_end - x_0)/c1; null where it is not determined.</summary>
    public readonly Estimate? Curvature(double fromSeconds, double toSeconds)
    {
        double i00 = _s2 * _s4 - _s3 * _s3, i01 = _s2 * _s3 - _s1 * _s4, i02 = _s1 * _s3 - _s2 * _s2;
        double i11 = _n * _s4 - _s2 * _s2, i12 = _s1 * _s2 - _n * _s3, i22 = _n * _s2 - _s1 * _s1;
        var determinant = _n * i00 + _s1 * i01 + _s2 * i02;
        var width = Math.Sqrt(toSeconds) - Math.Sqrt(fromSeconds);
        if (!(determinant > 1e-12 * _n * _n * _n * Math.Pow(width, 6) * 1e-6) || _count < 4)
        {
            return null;
        }
        var c0 = (i00 * _y0 + i01 * _y1 + i02 * _y2) / determinant;
        var c1 = (i01 * _y0 + i11 * _y1 + i12 * _y2) / determinant;
        var c2 = (i02 * _y0 + i12 * _y1 + i22 * _y2) / determinant;
        var variance = Math.Max(0, _yy - c0 * _y0 - c1 * _y1 - c2 * _y2) / (_count - 3);
        var first = c1 - 2 * c2 * _pivot;
        return new(c2 * width / first, Math.Abs(width / first) * Math.Sqrt(variance * i22 / determinant));
    }
}
