using CoinRig.FrontEnd;
using CoinRig.Protocols;
using CoinRig.Temperature;

namespace CoinRig.Control;

/// <summary>Does the conversions of a scan, each checked against the hard limits as it comes.</summary>
sealed class Sensor(IChannel channel, PlanLimits limits, IThermometer? thermometer)
{
    readonly HardLimits _hard = new(channel, limits);

    /// <summary>Fills in a scan.</summary>
    internal void Sense(ref Scan scan, bool connected)
    {
        var voltage = _hard.ReadVoltage(ref scan.Flags);
        var current = _hard.ReadCurrent(ref scan.Flags);
        scan.Volts = voltage.Value;
        scan.VoltageNanoseconds = voltage.Nanoseconds;
        scan.Amperes = current.Value;
        scan.CurrentNanoseconds = current.Nanoseconds;
        scan.Flags |= (voltage.IsClipped || current.IsClipped ? SampleFlags.Clipped : 0) | (connected ? 0 : SampleFlags.OpenCircuit);
        scan.DegreesCelsius = thermometer is not null && thermometer.TryRead(out var temperature) ? temperature.DegreesCelsius : double.NaN;
    }
}
