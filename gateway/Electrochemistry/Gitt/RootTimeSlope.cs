using System.Numerics;
using System.Runtime.InteropServices;
using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>
/// The slope of a voltage over the root of time of many rows at once: sums about a pivot in the middle of the rows, with as many lanes as the processor has.
/// Equal to <see cref="Numerics.CoMoments"/> over the same rows to about 1e-12.
/// </summary>
public static class RootTimeSlope
{
    /// <summary>dV/d sqrt(t - zero), V/s^0.5; NaN for fewer than two rows.</summary>
    /// <param name="rows">Rows at or after <paramref name="zeroSeconds"/>.</param>
    /// <param name="zeroSeconds">The moment at which the current changed, s.</param>
    public static double Of(Trace rows, double zeroSeconds)
    {
        var n = rows.Length;
        if (n < 2)
        {
            return double.NaN;
        }
        var seconds = rows.Seconds;
        var volts = rows.Volts;
        var (xPivot, yPivot) = (Math.Sqrt(seconds[n / 2] - zeroSeconds), volts[n / 2]);
        Vector<double> zero = new(zeroSeconds), px = new(xPivot), py = new(yPivot);
        Vector<double> sx = default, sy = default, sxx = default, sxy = default;
        var wide = MemoryMarshal.Cast<double, Vector<double>>(seconds);
        var wideVolts = MemoryMarshal.Cast<double, Vector<double>>(volts);
        for (var i = 0; i < wide.Length; i++)
        {
            var x = Vector.SquareRoot(wide[i] - zero) - px;
            var y = wideVolts[i] - py;
            (sx, sy) = (sx + x, sy + y);
            (sxx, sxy) = (Vector.FusedMultiplyAdd(x, x, sxx), Vector.FusedMultiplyAdd(x, y, sxy));
        }
        var (mx, my, mxx, mxy) = (Vector.Sum(sx), Vector.Sum(sy), Vector.Sum(sxx), Vector.Sum(sxy));
        for (var i = wide.Length * Vector<double>.Count; i < n; i++)
        {
            var (x, y) = (Math.Sqrt(seconds[i] - zeroSeconds) - xPivot, volts[i] - yPivot);
            (mx, my, mxx, mxy) = (mx + x, my + y, mxx + x * x, mxy + x * y);
        }
        var spread = mxx - mx * mx / n;
        return spread > 0 ? (mxy - mx * my / n) / spread : double.NaN;
    }
}
