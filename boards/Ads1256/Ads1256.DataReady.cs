using System.Device.Gpio;
using CoinRig.Clock;

namespace Iot.Device.Ads1256;

public sealed partial class Ads1256
{
    const long CommunicationNanoseconds = 20 * RigClockExtensions.Millisecond;
    const long SlowPollNanoseconds = 50 * RigClockExtensions.Microsecond;

    /// <summary>The share of a duration by which two crystals may differ is 1 / 5000: 100 ppm each.</summary>
    const long ClockShare = 5_000;

    bool IsDataReady => _gpio.Read(_dataReadyPin) == PinValue.Low;

    /// <summary>Polls the level of DRDY; edges are too short to be relied upon (2 us where a result is not read).</summary>
    void WaitForLow(string what, long timeoutNanoseconds)
    {
        if (!TryWaitForLow(timeoutNanoseconds, out var waited))
        {
            throw new Ads1256TimeoutException(what, waited);
        }
    }

    bool TryWaitForLow(long timeoutNanoseconds, out long waited)
    {
        var start = _clock.Nanoseconds;
        for (waited = 0; !IsDataReady; waited = _clock.Nanoseconds - start)
        {
            if (waited > timeoutNanoseconds)
            {
                return false;
            }
            _clock.Wait(SlowPollNanoseconds);
        }
        return true;
    }

    /// <summary>Waits for the end of something that began with DRDY going high.</summary>
    /// <param name="what">What it is, for the message.</param>
    /// <param name="startedAfter">Earliest instant at which it can have begun.</param>
    /// <param name="startedBefore">Latest instant.</param>
    /// <param name="duration">How long it takes.</param>
    /// <param name="tolerance">By how much it may end earlier.</param>
    /// <param name="step">Time between two looks at DRDY.</param>
    /// <param name="timeout">When to give up, after the latest start.</param>
    /// <param name="readyAt">Best estimate of the instant at which DRDY went low.</param>
    /// <returns>True where DRDY was low sooner than it can have been, so that the chip should be looked at.</returns>
    bool WaitForFall(string what, long startedAfter, long startedBefore, long duration, long tolerance, long step, long timeout,
        out long readyAt)
    {
        // A low level is believed once DRDY was seen high, or so late that the level cannot be that of the old conversion.
        var believable = startedBefore + duration - duration / 10;
        var expected = startedAfter + duration;
        var lastHigh = long.MinValue;
        _clock.WaitUntil(expected - tolerance);
        for (;;)
        {
            var now = _clock.Nanoseconds;
            if (IsDataReady)
            {
                if (lastHigh != long.MinValue || now >= believable)
                {
                    readyAt = Math.Min(Math.Max(expected, lastHigh), now);
                    return lastHigh == long.MinValue && now < expected - tolerance / 2;
                }
            }
            else
            {
                lastHigh = now;
            }
            if (now - startedBefore > timeout)
            {
                throw new Ads1256TimeoutException(what, now - startedBefore);
            }
            _clock.WaitUntil(now + step);
        }
    }
}
