using System.Globalization;
using CoinRig.Control;

namespace CoinRig.Gateway;

/// <summary>
/// Looks after the space that runs need: warns below 10 % of the disk, begins no run below 5 %, and stops a run safely below 2 %, while its end can still be
/// written; of a disk above 40 GB the same as of one of 40 GB, because a month of a channel is a few hundred megabytes. Nothing is ever left out or
/// thinned out to save space.
/// </summary>
/// <param name="folder">Where runs go.</param>
/// <param name="space">How much there is.</param>
sealed class DiskWatch(string folder, Func<string, DiskSpace?> space)
{
    internal const double WarnPart = 0.10;
    internal const double RefusePart = 0.05;
    internal const double StopPart = 0.02;

    /// <summary>A larger disk is looked at as one of this size, bytes.</summary>
    internal const long LargestBytes = 40_000_000_000;

    /// <summary>From a shorter time a day's growth is not told: files grow in blocks.</summary>
    const double ShortestSeconds = 600;

    DiskSpace? _first;
    double _firstSeconds;
    bool _hasWarned;

    /// <summary>Looks before a run begins.</summary>
    /// <param name="expectedBytes">How large its file is expected to become.</param>
    /// <returns>What the person should know; null for nothing.</returns>
    /// <exception cref="RefusedException">There is too little.</exception>
    internal string? BeforeRun(long expectedBytes)
    {
        if (space(folder) is not { } now)
        {
            return null;
        }
        if (now.FreeBytes < Limit(now, RefusePart))
        {
            throw new RefusedException($"The disk of {folder} has {InWords(now)} free; no run begins below {Figures.Bytes(Limit(now, RefusePart))}. 'coinrig archive RUN.. --to DIR' moves runs to another disk.");
        }
        if (expectedBytes > now.FreeBytes - Limit(now, StopPart))
        {
            return $"The disk of {folder} has {InWords(now)} free, and this run may need {Figures.Bytes(expectedBytes)}: it would be stopped safely at {Figures.Bytes(Limit(now, StopPart))}. Free some space meanwhile: 'coinrig archive RUN.. --to DIR'.";
        }
        return now.FreeBytes < Limit(now, WarnPart) ? $"The disk of {folder} has {InWords(now)} free. 'coinrig archive RUN.. --to DIR' moves runs to another disk." : null;
    }

    /// <summary>Looks while a run goes.</summary>
    /// <param name="run">The run.</param>
    /// <param name="seconds">Real time, s.</param>
    internal void Look(ChannelRun run, double seconds)
    {
        if (space(folder) is not { } now)
        {
            return;
        }
        (_first, _firstSeconds) = _first is null ? (now, seconds) : (_first, _firstSeconds);
        if (now.FreeBytes < Limit(now, StopPart))
        {
            run.StopSafely("disk-full", $"The disk of {folder} has {InWords(now)} free, below {Figures.Bytes(Limit(now, StopPart))}: the run was stopped while its end could still be written. The cell is disconnected and all samples are kept. Free some space ('coinrig archive RUN.. --to DIR') and start a run with the steps that are left.");
        }
        else if (now.FreeBytes < Limit(now, WarnPart) && !_hasWarned)
        {
            _hasWarned = true;
            run.Happened("disk-low", EventSeverity.Warning, $"The disk of {folder} has {InWords(now)} free{Forecast(now, seconds)}. At {Figures.Bytes(Limit(now, StopPart))} the run is stopped safely. 'coinrig archive RUN.. --to DIR' moves runs to another disk.");
        }
    }

    /// <summary>How long it lasts as things go, whoever fills the disk.</summary>
    internal string Forecast(DiskSpace now, double seconds)
    {
        if (_first is not { } first || seconds - _firstSeconds < ShortestSeconds || now.FreeBytes >= first.FreeBytes)
        {
            return "";
        }
        var bytesADay = (first.FreeBytes - now.FreeBytes) / (seconds - _firstSeconds) * 86_400;
        var days = Math.Max(0, now.FreeBytes - Limit(now, StopPart)) / bytesADay;
        return string.Create(CultureInfo.InvariantCulture, $"; it fills by {bytesADay / 1e6:0} MB a day, which lasts {days:0.0} days");
    }

    static long Limit(DiskSpace space, double part) => (long)(part * Math.Min(space.TotalBytes, LargestBytes));

    static string InWords(DiskSpace space) => string.Create(CultureInfo.InvariantCulture, $"{space.FreeBytes / 1e6:0} MB ({100 * space.FreePart:0.0} %)");
}
