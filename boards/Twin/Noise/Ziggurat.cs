namespace CoinRig.Twin;

/// <summary>Normal numbers by the ziggurat of Marsaglia and Tsang (2000, J. Stat. Softw. 5, 8) with 128 layers in double precision.</summary>
static class Ziggurat
{
    const int Layers = 128;

    /// <summary>Where the tail begins, and the area of a layer, for 128 layers.</summary>
    const double TailStart = 3.442619855899, LayerArea = 9.91256303526217e-3;

    static readonly double[] Edge = Edges();
    static readonly double[] Inside = InsideRatios();

    internal static double Normal(SeededNoise noise)
    {
        while (true)
        {
            var bits = noise.NextBits();
            var layer = (int)(bits & (Layers - 1));
            // The top 53 bits are independent of the seven that chose the layer.
            var u = (((long)bits >> 11) + 0.5) * (1.0 / (1L << 52));
            if (Math.Abs(u) < Inside[layer])
            {
                return u * Edge[layer];
            }
            if (layer == 0)
            {
                return Tail(noise, u < 0);
            }
            var x = u * Edge[layer];
            var outer = Math.Exp(-0.5 * (Edge[layer] * Edge[layer] - x * x));
            var inner = Math.Exp(-0.5 * (Edge[layer + 1] * Edge[layer + 1] - x * x));
            if (inner + noise.Uniform() * (outer - inner) < 1)
            {
                return x;
            }
        }
    }

    static double Tail(SeededNoise noise, bool negative)
    {
        double x, y;
        do
        {
            x = Math.Log(1 - noise.Uniform()) / TailStart;
            y = Math.Log(1 - noise.Uniform());
        }
        while (-2 * y < x * x);
        return negative ? x - TailStart : TailStart - x;
    }

    static double[] Edges()
    {
        var edges = new double[Layers + 1];
        var density = Math.Exp(-0.5 * TailStart * TailStart);
        edges[0] = LayerArea / density;
        edges[1] = TailStart;
        for (var i = 2; i < Layers; i++)
        {
            edges[i] = Math.Sqrt(-2 * Math.Log(LayerArea / edges[i - 1] + density));
            density = Math.Exp(-0.5 * edges[i] * edges[i]);
        }
        return edges;
    }

    static double[] InsideRatios()
    {
        var ratios = new double[Layers];
        for (var i = 0; i < Layers; i++)
        {
            ratios[i] = Edge[i + 1] / Edge[i];
        }
        return ratios;
    }
}
