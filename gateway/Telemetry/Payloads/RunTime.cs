using CoinRig.Runs;

namespace CoinRig.Telemetry.Payloads;

/// <summary>Times of a run as the payloads give them.</summary>
static class RunTime
{
    const long NanosecondsPerMillisecond = 1_000_000;

    /// <summary>Milliseconds since the epoch, rounded.</summary>
    public static long Milliseconds(RunHeader header, long nanoseconds)
    {
        var start = (header.StartedUtc.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) * TimeSpan.NanosecondsPerTick;
        return (start + header.UnixNanosecondsLater(nanoseconds) + NanosecondsPerMillisecond / 2) / NanosecondsPerMillisecond;
    }

    /// <summary>Seconds since the run's start.</summary>
    public static double Seconds(long nanoseconds) => nanoseconds / 1e9;

    /// <summary>JSON knows no NaN and no infinity: what is neither number is absent.</summary>
    public static double? Number(double value) => double.IsFinite(value) ? value : null;
}
