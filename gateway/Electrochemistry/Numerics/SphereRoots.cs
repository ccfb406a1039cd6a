namespace CoinRig.Electrochemistry.Numerics;

/// <summary>The positive roots of tan l = l, which a sphere under constant flux relaxes with.</summary>
public static class SphereRoots
{
    /// <summary>The first roots, by Newton's method on sin l - l cos l from (n + 1/2) pi - 1/((n + 1/2) pi).</summary>
    public static double[] Of(int count)
    {
        var roots = new double[count];
        for (var n = 0; n < count; n++)
        {
            var centre = (n + 1.5) * Math.PI;
            var root = centre - 1 / centre;
            for (var i = 0; i < 8; i++)
            {
                root -= (Math.Sin(root) - root * Math.Cos(root)) / (root * Math.Sin(root));
            }
            roots[n] = root;
        }
        return roots;
    }
}
