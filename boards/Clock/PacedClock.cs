namespace CoinRig.Clock;

/// <summary>
/// A virtual clock that is held back to a multiple of real time. What it says is exactly what the virtual clock
/// says, so a paced run gives the same data as one at full speed.
/// </summary>
/// <param name="inner">The virtual clock whose time is told.</param>
/// <param name="real">The clock that is waited on.</param>
/// <param name="factor">How many virtual seconds pass in a real one; above 0.</param>
public sealed class PacedClock(IRigClock inner, IRigClock real, double factor) : IRigClock
{
    /// <summary>Waits shorter than this are left to add up: a sleep of less is not worth its cost.</summary>
    const long WorthwhileNanoseconds = 2_000_000;

    readonly double _factor = factor > 0 && double.IsFinite(factor)
        ? factor : throw new ArgumentOutOfRangeException(nameof(factor), factor, "The speed must be a positive number.");
    readonly long _innerStart = inner.Nanoseconds;
    readonly long _realStart = real.Nanoseconds;

    /// <inheritdoc/>
    public long Nanoseconds => inner.Nanoseconds;

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => inner.UtcNow;

    /// <inheritdoc/>
    public void WaitUntil(long nanoseconds)
    {
        var due = _realStart + (long)((nanoseconds - _innerStart) / _factor);
        if (due - real.Nanoseconds >= WorthwhileNanoseconds)
        {
            real.WaitUntil(due);
        }
        inner.WaitUntil(nanoseconds);
    }
}
