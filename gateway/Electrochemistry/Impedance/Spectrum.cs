using System.Numerics;

namespace CoinRig.Electrochemistry.Impedance;

/// <summary>One impedance spectrum.</summary>
/// <param name="Hertz">Frequencies, Hz, in the order of measurement.</param>
/// <param name="Ohms">Impedance at each, ohm; the imaginary part is negative where the cell is capacitive.</param>
public sealed record Spectrum(IReadOnlyList<double> Hertz, IReadOnlyList<Complex> Ohms)
{
    /// <summary>Number of frequencies.</summary>
    public int Count => Hertz.Count;

    /// <summary>The points that meet a condition, in their order.</summary>
    public Spectrum Where(Func<double, Complex, bool> condition)
    {
        var kept = Enumerable.Range(0, Count).Where(i => condition(Hertz[i], Ohms[i])).ToArray();
        return new([.. kept.Select(i => Hertz[i])], [.. kept.Select(i => Ohms[i])]);
    }

    /// <summary>Says what keeps a spectrum from being analysed.</summary>
    /// <exception cref="ArgumentException">Columns of different length, too few points, a frequency that is not above zero, or an impedance that is no number.</exception>
    internal void Require(int fewest)
    {
        if (Hertz.Count != Ohms.Count)
        {
            throw new ArgumentException($"The spectrum has {Hertz.Count} frequencies and {Ohms.Count} impedances; it must have as many of each.");
        }
        if (Count < fewest)
        {
            throw new ArgumentException($"The spectrum has {Count} points; {fewest} or more are needed.");
        }
        for (var i = 0; i < Count; i++)
        {
            if (!(Hertz[i] > 0) || !double.IsFinite(Hertz[i]))
            {
                throw new ArgumentException($"Point {i + 1} of the spectrum has the frequency {Hertz[i]} Hz; frequencies are above zero.");
            }
            if (!Complex.IsFinite(Ohms[i]) || Ohms[i] == Complex.Zero)
            {
                throw new ArgumentException($"Point {i + 1} of the spectrum ({Hertz[i]} Hz) has the impedance {Ohms[i].Real} + {Ohms[i].Imaginary} j ohm, which cannot be.");
            }
        }
    }

    /// <summary>The places of the points from the highest frequency to the lowest.</summary>
    internal int[] Falling()
    {
        var order = Enumerable.Range(0, Count).ToArray();
        Array.Sort(order, (a, b) => Hertz[b].CompareTo(Hertz[a]) is var c && c != 0 ? c
            : Ohms[a].Real.CompareTo(Ohms[b].Real) is var d && d != 0 ? d : Ohms[a].Imaginary.CompareTo(Ohms[b].Imaginary));
        return order;
    }
}
