namespace CoinRig.Gateway;

/// <summary>Makes a curve of fewer points that looks the same: of each stretch its first, lowest, highest and last points stay, in their order.</summary>
static class Thinning
{
    const int KeptOfAStretch = 4;

    /// <param name="curve">Points, in the order in which they are connected.</param>
    /// <param name="most">How many may stay.</param>
    public static (double[] X, double[] Y) Thin((double[] X, double[] Y) curve, int most)
    {
        var count = curve.X.Length;
        if (count <= most)
        {
            return curve;
        }
        var stretches = Math.Max(1, most / KeptOfAStretch);
        List<double> x = [], y = [];
        for (var i = 0; i < stretches; i++)
        {
            var (first, last) = ((int)((long)count * i / stretches), (int)((long)count * (i + 1) / stretches) - 1);
            var (lowest, highest) = (first, first);
            for (var j = first; j <= last; j++)
            {
                lowest = curve.Y[j] < curve.Y[lowest] ? j : lowest;
                highest = curve.Y[j] > curve.Y[highest] ? j : highest;
            }
            foreach (var j in new[] { first, Math.Min(lowest, highest), Math.Max(lowest, highest), last }.Distinct())
            {
                x.Add(curve.X[j]);
                y.Add(curve.Y[j]);
            }
        }
        return ([.. x], [.. y]);
    }
}
