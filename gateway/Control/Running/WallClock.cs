using CoinRig.Clock;

namespace CoinRig.Control;

/// <summary>
/// Notices when the computer's UTC jumps: set by the network after a start without a battery clock, by hand, or by a leap second that is not smeared. No time of a run or
/// step depends on it; who reads UTC in the record should know. A clock that is slewed, as NTP does, does not jump.
/// </summary>
/// <param name="clock">The rig's clock.</param>
sealed class WallClock(IRigClock clock)
{
    const long EveryNanoseconds = RigClockExtensions.Second;

    /// <summary>A process that is held up between two looks at clocks does not pass for a jump, ns.</summary>
    const long LeastJumpNanoseconds = RigClockExtensions.Second / 2;

    long _next = long.MinValue;
    long _offset;

    /// <summary>Looks once a second.</summary>
    /// <param name="now">Now, ns.</param>
    /// <param name="jump">By how much UTC has jumped since the last look, s.</param>
    /// <returns>Whether it has.</returns>
    internal bool HasJumped(long now, out double jump)
    {
        jump = 0;
        if (now < _next)
        {
            return false;
        }
        var isFirst = _next == long.MinValue;
        _next = now + EveryNanoseconds;
        var offset = (clock.UtcNow - DateTimeOffset.UnixEpoch).Ticks * 100 - now;
        (var moved, _offset) = (offset - _offset, offset);
        jump = moved * 1e-9;
        return !isFirst && Math.Abs(moved) >= LeastJumpNanoseconds;
    }
}
