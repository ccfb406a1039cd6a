namespace CoinRig.Electrochemistry.Numerics;

/// <summary>The limit of an exponential approach from three equally spaced values (Aitken 1926).</summary>
public static class Aitken
{
    /// <summary>The limit; NaN where the three values lie on a straight line.</summary>
    public static double Limit(double first, double second, double third)
    {
        var (a, b) = (second - first, third - second);
        return a == b ? double.NaN : third + b * b / (a - b);
    }
}
