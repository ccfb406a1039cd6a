namespace CoinRig.Electrochemistry.Numerics;

/// <summary>The smallest value of a function of one variable.</summary>
public static class Minimum
{
    const double GoldenShare = 0.3819660112501051;

    /// <summary>
    /// Looks at equally spaced points, then narrows down around the best (Brent 1973, parabolic steps with golden sections).
    /// </summary>
    /// <param name="function">The function.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="points">How many points are looked at first.</param>
    /// <param name="tolerance">How near the place of the minimum is found.</param>
    /// <param name="atEnd">Whether the function is smallest at an end, so that there is no minimum inside.</param>
    public static double Find(Func<double, double> function, double low, double high, int points, double tolerance, out bool atEnd) =>
        Find(function, function, low, high, points, tolerance, out atEnd);

    /// <summary>The same with a cheaper function for the first look, which need only have its minimum near.</summary>
    public static double Find(Func<double, double> look, Func<double, double> function, double low, double high, int points, double tolerance, out bool atEnd)
    {
        var step = (high - low) / (points - 1);
        var (best, smallest) = (0, double.PositiveInfinity);
        for (var i = 0; i < points; i++)
        {
            if (look(low + i * step) is var value && value < smallest)
            {
                (best, smallest) = (i, value);
            }
        }
        atEnd = best == 0 || best == points - 1;
        return Brent(function, low + Math.Max(0, best - 1) * step, low + Math.Min(points - 1, best + 1) * step, tolerance);
    }

    static double Brent(Func<double, double> function, double a, double b, double tolerance)
    {
        double x = a + GoldenShare * (b - a), w = x, v = x, d = 0, e = 0;
        double fx = function(x), fw = fx, fv = fx;
        for (var i = 0; i < 100; i++)
        {
            var middle = 0.5 * (a + b);
            if (Math.Abs(x - middle) <= 2 * tolerance - 0.5 * (b - a))
            {
                break;
            }
            var golden = true;
            if (Math.Abs(e) > tolerance)
            {
                var r = (x - w) * (fx - fv);
                var q = (x - v) * (fx - fw);
                var p = (x - v) * q - (x - w) * r;
                q = 2 * (q - r);
                p = q > 0 ? -p : p;
                q = Math.Abs(q);
                if (Math.Abs(p) < Math.Abs(0.5 * q * e) && p > q * (a - x) && p < q * (b - x))
                {
                    (e, d) = (d, p / q);
                    golden = false;
                }
            }
            if (golden)
            {
                e = x < middle ? b - x : a - x;
                d = GoldenShare * e;
            }
            var u = Math.Abs(d) >= tolerance ? x + d : x + Math.CopySign(tolerance, d);
            var fu = function(u);
            if (fu <= fx)
            {
                (a, b) = u < x ? (a, x) : (x, b);
                (v, fv, w, fw, x, fx) = (w, fw, x, fx, u, fu);
            }
            else
            {
                (a, b) = u < x ? (u, b) : (a, u);
                if (fu <= fw || w == x)
                {
                    (v, fv, w, fw) = (w, fw, u, fu);
                }
                else if (fu <= fv || v == x || v == w)
                {
                    (v, fv) = (u, fu);
                }
            }
        }
        return x;
    }
}
