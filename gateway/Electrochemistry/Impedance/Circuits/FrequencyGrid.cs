using System.Numerics;
using System.Runtime.InteropServices;

namespace CoinRig.Electrochemistry.Impedance.Circuits;

/// <summary>
/// What the laws of the elements need of each frequency, in columns as wide as the processor's vectors. The last vector is filled up with
/// copies of the last frequency, which <see cref="Weight"/> leaves out.
/// </summary>
sealed class FrequencyGrid
{
    public FrequencyGrid(ReadOnlySpan<double> hertz)
    {
        Count = hertz.Length;
        Vectors = (Count + Vector<double>.Count - 1) / Vector<double>.Count;
        (Omega, LogOmega, InverseOmega, InverseRoot, Weight) = (New(), New(), New(), New(), New());
        var omega = Numbers(Omega);
        var log = Numbers(LogOmega);
        var inverse = Numbers(InverseOmega);
        var root = Numbers(InverseRoot);
        var weight = Numbers(Weight);
        for (var i = 0; i < omega.Length; i++)
        {
            omega[i] = 2 * Math.PI * hertz[Math.Min(i, Count - 1)];
            log[i] = Math.Log(omega[i]);
            inverse[i] = 1 / omega[i];
            root[i] = 1 / Math.Sqrt(omega[i]);
            weight[i] = i < Count ? 1 : 0;
        }
    }

    /// <summary>Number of frequencies.</summary>
    public int Count { get; }

    /// <summary>Number of vectors in a column.</summary>
    public int Vectors { get; }

    /// <summary>omega, 1/s.</summary>
    public Vector<double>[] Omega { get; }

    /// <summary>ln omega.</summary>
    public Vector<double>[] LogOmega { get; }

    /// <summary>1/omega.</summary>
    public Vector<double>[] InverseOmega { get; }

    /// <summary>1/sqrt(omega).</summary>
    public Vector<double>[] InverseRoot { get; }

    /// <summary>What a residual is multiplied with before it is squared; 0 where there is no frequency.</summary>
    public Vector<double>[] Weight { get; }

    /// <summary>A column.</summary>
    public Vector<double>[] New() => new Vector<double>[Vectors];

    /// <summary>A column as numbers.</summary>
    public static Span<double> Numbers(Vector<double>[] column) => MemoryMarshal.Cast<Vector<double>, double>(column.AsSpan());
}
