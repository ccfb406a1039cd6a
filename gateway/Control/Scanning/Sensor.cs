using CoinRig.FrontEnd;
using CoinRig.Protocols;
using CoinRig.Temperature;

namespace CoinRig.Control;

/// <summary>Does the conversions of a scan, each checked against the hard limits as it comes.</summary>
sealed class Sensor(IChannel channel, PlanLimits limits, AutoRange ranges, IThermometer? thermometer)
{
    readonly HardLimits _hard = new(channel, limits, ranges);
    double _lastVolts = double.NaN;
    double _lastAmperes = double.NaN;

    /// <summary>The set value changed: the next readings may be anywhere.</summary>
    internal void Forget() => (_lastVolts, _lastAmperes) = (double.NaN, double.NaN);

    /// <summary>Fills in a scan.</summary>
    internal void Sense(ref Scan scan, bool connected)
    {
        var voltage = _hard.ReadVoltage(_lastVolts, ref scan.Flags);
        var current = _hard.ReadCurrent(_lastAmperes, ref scan.Flags);
        (_lastVolts, _lastAmperes) = (voltage.Value, current.Value);
        scan.Volts = voltage.Value;
        scan.VoltageNanoseconds = voltage.Nanoseconds;
        scan.Amperes = current.Value;
        scan.CurrentNanoseconds = current.Nanoseconds;
        scan.Flags |= (voltage.IsClipped || current.IsClipped ? SampleFlags.Clipped : 0) | (connected ? 0 : SampleFlags.OpenCircuit);
        scan.DegreesCelsius = thermometer is not null && thermometer.TryRead(out var temperature) ? temperature.DegreesCelsius : double.NaN;
    }
}
