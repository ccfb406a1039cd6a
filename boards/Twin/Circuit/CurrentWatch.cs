namespace CoinRig.Twin;

/// <summary>Watches the true current of a cell, between conversions too: how long it stood above a bound, and how large it was.</summary>
/// <param name="boundAmperes">The bound, either way, A.</param>
public class CurrentWatch(double boundAmperes)
{
    long _above;

    /// <summary>The longest time without a break that the current stood above the bound, ns.</summary>
    public long LongestNanoseconds { get; private set; }

    /// <summary>The largest current, either way, A.</summary>
    public double LargestAmperes { get; private set; }

    /// <summary>The current stands for a time.</summary>
    public virtual void Take(double amperes, long nanoseconds)
    {
        var size = Math.Abs(amperes);
        LargestAmperes = Math.Max(LargestAmperes, size);
        _above = size > boundAmperes ? _above + nanoseconds : 0;
        LongestNanoseconds = Math.Max(LongestNanoseconds, _above);
    }
}
