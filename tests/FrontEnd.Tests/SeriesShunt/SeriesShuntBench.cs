using System.Device.Gpio;
using CoinRig.Clock;
using CoinRig.Twin;

namespace CoinRig.FrontEnd.Tests;

/// <summary>Channel 1 of the series-shunt twin with a cell, scanned as Control would: voltage, current, one update.</summary>
sealed class SeriesShuntBench : IDisposable
{
    const long PeriodNanoseconds = 100_000_000;

    readonly VirtualClock _clock = new();
    readonly GpioController _gpio;
    readonly Board _board;
    readonly bool _isDelayed;
    (double Volts, double Amperes)? _previous;

    /// <summary>Makes the bench, in the idle state.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="shuntFactor">True shunt over what the profile says.</param>
    /// <param name="isDelayed">Whether each update sees the scan before the last.</param>
    internal SeriesShuntBench(ICellModel cell, double shuntFactor = 1, bool isDelayed = false)
    {
        var believed = BoardProfileFile.Load(Path.Combine(AppContext.BaseDirectory, "boards", "waveshare-series-shunt.yaml"));
        var built = believed with { Channels = [.. believed.Channels.Select(c => c with { Ranges = [.. c.Ranges.Select(r => r with { ShuntOhms = shuntFactor * r.ShuntOhms })] })] };
        Twin = new BoardTwin(built, _clock, 1, cell);
        _gpio = new GpioController(Twin.Gpio);
        _board = Board.Open(believed, Twin.OpenSpi, _gpio, _clock);
        _isDelayed = isDelayed;
        foreach (var range in Channel.Reach.Ranges)
        {
            Channel.MeasureZero(range);
        }
    }

    internal BoardTwin Twin { get; }

    internal IChannel Channel => _board.Channels[0];

    internal ChannelTwin Truth => Twin.Channels[0];

    internal double Seconds => _clock.Nanoseconds * 1e-9;

    /// <summary>Scans, each with a target for the next.</summary>
    /// <param name="scans">How many.</param>
    /// <param name="target">The set value at a time of the clock, s.</param>
    /// <returns>What each scan read, and when its voltage was.</returns>
    internal IReadOnlyList<(double Seconds, double Volts, double Amperes)> Scan(int scans, Func<double, double> target)
    {
        var read = new List<(double, double, double)>(scans);
        for (var i = 0; i < scans; i++)
        {
            var due = _clock.Nanoseconds + PeriodNanoseconds;
            var voltage = Channel.ReadVoltage();
            var current = Channel.ReadCurrent();
            read.Add((voltage.Nanoseconds * 1e-9, voltage.Value, current.Value));
            var seen = _isDelayed ? _previous ?? (voltage.Value, current.Value) : (voltage.Value, current.Value);
            _previous = (voltage.Value, current.Value);
            Channel.Regulate(target(Seconds), seen.Item1, seen.Item2);
            _clock.WaitUntil(due);
        }
        return read;
    }

    public void Dispose()
    {
        _board.Dispose();
        _gpio.Dispose();
    }
}
