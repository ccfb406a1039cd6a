using CoinRig.Twin;

namespace CoinRig.Gateway.Tests;

/// <summary>The true current of the last second by its time, and after each change of range how far and how long it stood above what it was.</summary>
/// <param name="startNanoseconds">The time from which it watches, ns.</param>
sealed class CurrentRecord(long startNanoseconds) : CurrentWatch(double.PositiveInfinity)
{
    const long Remembered = 1_000_000_000;

    /// <summary>The twin steps on a grid of 10 us.</summary>
    const long Grid = 10_000;

    readonly Queue<(long Until, double Amperes, double Coulombs)> _steps = [];
    long _now = startNanoseconds;
    (double Bound, long Until) _change;
    long _above;
    double _coulombs;

    /// <summary>The longest time without a break above the bound within a second after a change of range, ns.</summary>
    internal long LongestAboveNanoseconds { get; private set; }

    /// <summary>A range is about to change.</summary>
    /// <param name="boundAmperes">What the current may be, either way, A.</param>
    internal void Change(double boundAmperes) => (_change, _above) = ((boundAmperes, _now + Remembered), 0);

    /// <summary>The true current at a time, A.</summary>
    internal double At(long nanoseconds) => _steps.First(s => s.Until >= nanoseconds - Grid).Amperes;

    /// <summary>The true charge since the beginning at a time, C.</summary>
    internal double CoulombsAt(long nanoseconds)
    {
        var (until, amperes, coulombs) = _steps.First(s => s.Until >= nanoseconds - Grid);
        return coulombs - amperes * (until - nanoseconds) * 1e-9;
    }

    public override void Take(double amperes, long nanoseconds)
    {
        base.Take(amperes, nanoseconds);
        _now += nanoseconds;
        _coulombs += amperes * nanoseconds * 1e-9;
        _steps.Enqueue((_now, amperes, _coulombs));
        while (_steps.Peek().Until < _now - Remembered)
        {
            _steps.Dequeue();
        }
        _above = _now < _change.Until && Math.Abs(amperes) > _change.Bound ? _above + nanoseconds : 0;
        LongestAboveNanoseconds = Math.Max(LongestAboveNanoseconds, _above);
    }
}
