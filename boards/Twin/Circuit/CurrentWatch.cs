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

    /// <summary>The circuit went on by a step.</summary>
    /// <param name="amperes">The current through the cell at its end, A.</param>
    /// <param name="volts">The voltage at the cell's terminals at its end, V.</param>
    /// <param name="end">When it ended, ns.</param>
    /// <param name="nanoseconds">How long it was, ns.</param>
    public virtual void Take(double amperes, double volts, long end, long nanoseconds) => Take(amperes, nanoseconds);

    /// <summary>The current stands for a time.</summary>
    public virtual void Take(double amperes, long nanoseconds)
    {
        var size = Math.Abs(amperes);
        LargestAmperes = Math.Max(LargestAmperes, size);
        _above = size > boundAmperes ? _above + nanoseconds : 0;
        LongestNanoseconds = Math.Max(LongestNanoseconds, _above);
    }
}
