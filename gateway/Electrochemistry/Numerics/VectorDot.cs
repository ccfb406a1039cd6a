using System.Numerics;
using System.Runtime.InteropServices;

namespace CoinRig.Electrochemistry.Numerics;

/// <summary>Sums of products and multiples of columns, as wide as the processor's vectors.</summary>
static class VectorDot
{
    /// <summary>The sum of products of two columns of one length.</summary>
    public static double Of(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        var done = 0;
        if (a.Length >= 2 * Vector<double>.Count)
        {
            var va = MemoryMarshal.Cast<double, Vector<double>>(a);
            var vb = MemoryMarshal.Cast<double, Vector<double>>(b);
            Vector<double> even = default, odd = default;
            var i = 0;
            for (; i + 1 < va.Length; i += 2)
            {
                even += va[i] * vb[i];
                odd += va[i + 1] * vb[i + 1];
            }
            if (i < va.Length)
            {
                even += va[i] * vb[i];
            }
            sum = Vector.Sum(even + odd);
            done = va.Length * Vector<double>.Count;
        }
        for (; done < a.Length; done++)
        {
            sum += a[done] * b[done];
        }
        return sum;
    }

    /// <summary>Adds a multiple of a column to another of the same length.</summary>
    public static void AddMultiple(double factor, ReadOnlySpan<double> column, Span<double> to)
    {
        var source = MemoryMarshal.Cast<double, Vector<double>>(column);
        var target = MemoryMarshal.Cast<double, Vector<double>>(to);
        var by = new Vector<double>(factor);
        for (var i = 0; i < target.Length; i++)
        {
            target[i] += by * source[i];
        }
        for (var i = target.Length * Vector<double>.Count; i < to.Length; i++)
        {
            to[i] += factor * column[i];
        }
    }
}
