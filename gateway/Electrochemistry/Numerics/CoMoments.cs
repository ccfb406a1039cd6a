namespace CoinRig.Electrochemistry.Numerics;

/// <summary>
/// A straight line y = a + b x by least squares from centred co-moments that are updated reading by reading: exact in
/// algebra, about 1e-12 relative in numbers, in constant memory (Welford 1962; merging after Chan, Golub and LeVeque 1983).
/// </summary>
public struct CoMoments
{
    double _mxx;
    double _cxy;
    double _myy;

    /// <summary>Readings taken in.</summary>
    public long Count { get; set; }

    /// <summary>Mean of x.</summary>
    public double MeanX { get; set; }

    /// <summary>Mean of y.</summary>
    public double MeanY { get; set; }

    /// <summary>Takes in a pair.</summary>
    public void Add(double x, double y)
    {
        Count++;
        var dx = x - MeanX;
        MeanX += dx / Count;
        var dy = y - MeanY;
        MeanY += dy / Count;
        _mxx += dx * (x - MeanX);
        _cxy += dx * (y - MeanY);
        _myy += dy * (y - MeanY);
    }

    /// <summary>Takes in all pairs of another.</summary>
    public void Merge(in CoMoments other)
    {
        if (other.Count == 0)
        {
            return;
        }
        var n = Count + other.Count;
        var (dx, dy) = (other.MeanX - MeanX, other.MeanY - MeanY);
        var both = (double)Count * other.Count / n;
        _mxx += other._mxx + dx * dx * both;
        _cxy += other._cxy + dx * dy * both;
        _myy += other._myy + dy * dy * both;
        MeanX += dx * other.Count / n;
        MeanY += dy * other.Count / n;
        Count = n;
    }

    /// <summary>Sum of the squared distances of x from its mean.</summary>
    public readonly double SquaresX => _mxx;

    /// <summary>Slope b; NaN where all x are the same.</summary>
    public readonly double Slope => _mxx > 0 ? _cxy / _mxx : double.NaN;

    /// <summary>Intercept a.</summary>
    public readonly double Intercept => MeanY - Slope * MeanX;

    /// <summary>Variance of the readings about the line; NaN for fewer than three.</summary>
    public readonly double ResidualVariance => Count > 2 ? Math.Max(0, _myy - Slope * _cxy) / (Count - 2) : double.NaN;

    /// <summary>Variance of y itself; NaN for fewer than two.</summary>
    public readonly double VarianceY => Count > 1 ? _myy / (Count - 1) : double.NaN;

    /// <summary>Standard uncertainty of the slope.</summary>
    public readonly double SlopeUncertainty => Math.Sqrt(ResidualVariance / _mxx);

    /// <summary>Variance of the intercept in units of that of a reading.</summary>
    public readonly double InterceptShare => 1.0 / Count + MeanX * MeanX / _mxx;

    /// <summary>Standard uncertainty of the intercept.</summary>
    public readonly double InterceptUncertainty => Math.Sqrt(ResidualVariance * InterceptShare);
}
