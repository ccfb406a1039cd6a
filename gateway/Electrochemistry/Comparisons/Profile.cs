using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Comparisons;

/// <summary>A quantity over the state of charge, which is read between its points on a straight line.</summary>
public sealed class Profile
{
    /// <summary>The detail that carries it, 0 to 1.</summary>
    public const string StateOfCharge = "state_of_charge";

    readonly (double X, Estimate Y)[] _points;

    Profile((double X, Estimate Y)[] points) => _points = points;

    /// <summary>
    /// Of results that say their state of charge; where they say only the charge passed at the middle of their pulse (<c>charge</c>), it is counted from the first
    /// to the last of them.
    /// </summary>
    public static Profile Of(IEnumerable<Result> results)
    {
        var all = results.ToList();
        var charges = all.Select(r => r.Number("charge")).Where(double.IsFinite).ToList();
        var (least, most) = charges.Count > 1 ? (charges.Min(), charges.Max()) : (0, double.NaN);
        return new([.. all.Select(r => (X: r.Number(StateOfCharge, (r.Number("charge") - least) / (most - least)), r.Value)).Where(p => double.IsFinite(p.X)).OrderBy(p => p.X)]);
    }

    /// <summary>
    /// The value at a state of charge; null outside of the points. To the neighbours' uncertainty, which they share, comes how far a parabola through a third
    /// point departs from the line.
    /// </summary>
    public Estimate? At(double stateOfCharge)
    {
        var right = Array.FindIndex(_points, p => p.X >= stateOfCharge);
        if (right < 0 || (right == 0 && _points[0].X > stateOfCharge))
        {
            return null;
        }
        if (_points[right].X == stateOfCharge)
        {
            return _points[right].Y;
        }
        var (a, b) = (_points[right - 1], _points[right]);
        var share = (stateOfCharge - a.X) / (b.X - a.X);
        var value = a.Y.Value + share * (b.Y.Value - a.Y.Value);
        var shared = (1 - share) * a.Y.Uncertainty + share * b.Y.Uncertainty;
        return new(value, Combine.Quadrature(shared, Bend(right, stateOfCharge)));
    }

    double Bend(int right, double x)
    {
        var third = right + 1 < _points.Length ? right + 1 : right - 2;
        if (third < 0)
        {
            return 0;
        }
        var (a, b, c) = (_points[right - 1], _points[right], _points[third]);
        var second = ((c.Y.Value - a.Y.Value) / (c.X - a.X) - (b.Y.Value - a.Y.Value) / (b.X - a.X)) / (c.X - b.X);
        return double.IsFinite(second) ? Math.Abs(second * (x - a.X) * (x - b.X)) : 0;
    }
}
