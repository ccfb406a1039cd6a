using CoinRig.Clock;
using CoinRig.FrontEnd;
using CoinRig.Twin;

namespace CoinRig.Gateway.Tests;

/// <summary>A channel beside which an observer writes down the true current in the middle of each conversion.</summary>
sealed class TruthfulChannel(IChannel inner) : IChannel
{

    /// <summary>No contact of the twin's relays moves sooner after its coil, ns.</summary>
    const long FastestContact = 500_000;

    CurrentRecord _record = null!;
    List<(string Pin, bool IsHigh, long Nanoseconds)> _pins = null!;
    ChannelTwin _twin = null!;

    /// <summary>True current, A, and charge, C, by the time of the reading.</summary>
    internal Dictionary<long, (double Amperes, double Coulombs)> Truth { get; } = [];

    /// <summary>Every change of range under a voltage, and the largest true current at the moment at which a contact of it could move first, A.</summary>
    internal List<(CurrentRange From, CurrentRange To, double Amperes)> Changes { get; } = [];

    /// <summary>Where the truth is, and the time.</summary>
    internal void Observe(ChannelTwin twin, IRigClock clock, List<(string Pin, bool IsHigh, long Nanoseconds)> pins)
    {
        _pins = pins;
        _ = twin.CellAmperes;
        _twin = twin;
        twin.CurrentWatch = _record = new CurrentRecord((clock.Nanoseconds + 5_000) / 10_000 * 10_000);
    }

    /// <summary>How long the current stood above what it was by more than a per cent of the larger range, ns.</summary>
    internal long LongestAboveNanoseconds => _record.LongestAboveNanoseconds;

    public int Number => inner.Number;

    public ChannelReach Reach => inner.Reach;

    public CurrentRange Range => inner.Range;

    public bool IsConnected => inner.IsConnected;

    public Reading ReadVoltage() => inner.ReadVoltage();

    public Reading ReadCurrent()
    {
        var reading = inner.ReadCurrent();
        // Looking brings the twin up to the present, which a reading of a current that is held does not.
        _ = _twin.CellAmperes;
        Truth[reading.Nanoseconds] = (_record.At(reading.Nanoseconds), _record.CoulombsAt(reading.Nanoseconds));
        return reading;
    }

    public double MeasureZero(CurrentRange range) => inner.MeasureZero(range);

    public bool IsRelayWelded() => inner.IsRelayWelded();

    public void ConnectForCurrent(CurrentRange range) => inner.ConnectForCurrent(range);

    public void ConnectForVoltage(CurrentRange range, double volts) => inner.ConnectForVoltage(range, volts);

    public long WriteCurrent(double amperes) => inner.WriteCurrent(amperes);

    public long WriteVoltage(double volts) => inner.WriteVoltage(volts);

    public long Regulate(double target, double volts, double amperes) => inner.Regulate(target, volts, amperes);

    public void ChangeRange(CurrentRange range) => inner.ChangeRange(range);

    public RangeGap ChangeRange(CurrentRange range, double amperes, double voltsPerSecond)
    {
        var (left, pins) = (inner.Range, _pins.Count);
        _record.Change(Math.Abs(amperes) + 0.01 * Math.Max(left.FullScaleAmperes, range.FullScaleAmperes));
        var gap = inner.ChangeRange(range, amperes, voltsPerSecond);
        _ = _twin.CellAmperes;
        var select = new[] { left.SelectPin, range.SelectPin }.OfType<int>().Select(p => $"{p}").ToArray();
        Changes.Add((left, range, _pins.Skip(pins).Where(p => select.Contains(p.Pin)).Max(p => Math.Abs(_record.At(p.Nanoseconds + FastestContact)))));
        return gap;
    }

    public long Disconnect() => inner.Disconnect();

    public IdleOutcome Idle() => inner.Idle();
}
