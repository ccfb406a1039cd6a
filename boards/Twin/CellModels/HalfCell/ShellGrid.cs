namespace CoinRig.Twin;

/// <summary>
/// Concentric shells of a particle of radius 1, geometric from the surface inwards, so that the thin ones lie where a change
/// of current is felt first (electrochemistry.md 1.3). Index 1 is the core, index <see cref="Shells"/> the outermost.
/// </summary>
sealed class ShellGrid
{
    /// <param name="shells">How many; a multiple of four, because the loops go four at a time.</param>
    /// <param name="outermost">Thickness of the outermost shell.</param>
    /// <param name="dimensions">3 for a sphere, 1 for a slab.</param>
    internal ShellGrid(int shells, double outermost, int dimensions)
    {
        if (shells < 4 || shells % 4 != 0 || outermost <= 0 || outermost > 1.0 / shells)
        {
            throw new ArgumentException($"{shells} shells, the outermost {outermost}: the number is a multiple of four, and the outermost at most 1/number");
        }
        Shells = shells;
        Dimensions = dimensions;
        Volumes = new double[shells + 2];
        FaceFactors = new double[shells + 2];
        var edges = Edges(shells, outermost);
        for (var s = 1; s <= shells; s++)
        {
            Volumes[s] = Math.Pow(edges[s], dimensions) - Math.Pow(edges[s - 1], dimensions);
            if (s < shells)
            {
                FaceFactors[s] = dimensions * Math.Pow(edges[s], dimensions - 1) / ((edges[s + 1] - edges[s - 1]) / 2);
            }
        }
        SurfaceGap = (1 - edges[shells - 1]) / 2;
    }

    internal int Shells { get; }

    internal int Dimensions { get; }

    /// <summary>Share of the particle's volume in each shell; the sum is 1.</summary>
    internal double[] Volumes { get; }

    /// <summary>Conductance of the face outside of a shell per diffusivity; 0 at the centre and at the surface.</summary>
    internal double[] FaceFactors { get; }

    /// <summary>From the middle of the outermost shell to the surface.</summary>
    internal double SurfaceGap { get; }

    /// <summary>Solves h0 (g^N - 1)/(g - 1) = 1 for the growth g by bisection, and adds the shells up from the surface.</summary>
    static double[] Edges(int shells, double outermost)
    {
        double low = 1, high = 3;
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            var (sum, shell) = (0.0, outermost);
            for (var s = 0; s < shells; s++, shell *= middle)
            {
                sum += shell;
            }
            (low, high) = sum < 1 ? (middle, high) : (low, middle);
        }
        var edges = new double[shells + 1];
        edges[shells] = 1;
        var thickness = outermost;
        for (var s = shells - 1; s > 0; s--, thickness *= low)
        {
            edges[s] = edges[s + 1] - thickness;
        }
        return edges;
    }
}
