using CoinRig.Documents;

namespace CoinRig.Twin.Tests;

/// <summary>A board with DAC, shunt and cell in series, and what its inputs and lines are called there.</summary>
static class SeriesHost
{
    internal const byte VoltageMux = 0x18, ShuntMux = 0x08, CurrentMux = 0x01;
    internal const double OutputOhms = 1, Reference = 5;

    /// <summary>PD1 and PD0 of a frame.</summary>
    internal const byte PulledBy1Kiloohm = 0x11, PulledBy100Kiloohm = 0x12, HighImpedance = 0x13;

    internal const double NominalOhms0 = 5000, NominalOhms1 = 500;

    const int RelayLine = 5, RangeLine = 19;

    /// <summary>The shipped board with a cell on channel 1.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="seed">Draws the errors.</param>
    /// <param name="uncertain">Multiplies the uncertainties that they are drawn from.</param>
    /// <param name="smallestShunt">Another shunt in the range of 100 uA, ohm.</param>
    internal static RawHost Open(ICellModel? cell, long seed = 1, double uncertain = 1, double smallestShunt = NominalOhms0)
    {
        var profile = RawHost.Shipped("waveshare-series-shunt");
        var channel = profile.Channels[0];
        var calibration = channel.Calibration;
        Amount Wider(Amount amount) => new(amount.Value, amount.Uncertainty * uncertain);
        return new(cell, seed, profile with
        {
            Channels = [channel with
            {
                Ranges = [channel.Ranges[0] with { ShuntOhms = smallestShunt }, channel.Ranges[1]],
                Calibration = new(Wider(calibration.VoltageGain), Wider(calibration.VoltageOffsetVolts), Wider(calibration.VoltageTargetGain),
                    Wider(calibration.VoltageTargetOffsetVolts),
                    [.. calibration.Currents.Select(c => c with { Gain = Wider(c.Gain), OffsetAmperes = Wider(c.OffsetAmperes) })]),
            }],
        });
    }

    /// <summary>Closes or opens the cell relay and lets it come to rest.</summary>
    internal static void Relay(this RawHost host, bool isClosed)
    {
        host.Set(RelayLine, isClosed);
        host.Wait(5e-3);
    }

    /// <summary>Selects the range of 1 mA, or that of 100 uA.</summary>
    internal static void Range(this RawHost host, int range)
    {
        host.Set(RangeLine, range == 1);
        host.Wait(5e-3);
    }

    /// <summary>Powers the DAC's output down.</summary>
    internal static void PowerDown(this RawHost host, byte control) => host.WriteDac(0, control);

    /// <summary>The code for a nominal voltage.</summary>
    internal static ushort Code(double volts) => (ushort)Math.Round(volts / Reference * 65536);

    /// <summary>What the DAC gives for a code, but for its nonlinearity, V.</summary>
    internal static double SourceVolts(this RawHost host, ushort code) =>
        Math.Clamp(host.Channel.Truth.VoltageTargetGain * code / 65536 * Reference + host.Channel.Truth.VoltageTargetOffsetVolts, 0, Reference);

    /// <summary>True resistance between the followers, ohm.</summary>
    internal static double ShuntOhms(this RawHost host, int range)
    {
        var truth = host.Channel.Truth;
        return host.Profile.Channels[0].Ranges[range].ShuntOhms * truth.VoltageGain / truth.Ranges[range].Gain;
    }

    /// <summary>The voltage reading with the true calibration, V.</summary>
    internal static double Volts(this RawHost host) => host.Channel.Truth.VoltageGain * host.Convert(VoltageMux) + host.Channel.Truth.VoltageOffsetVolts;

    /// <summary>The current reading with the true calibration, A.</summary>
    internal static double Amperes(this RawHost host, int range)
    {
        var truth = host.Channel.Truth.Ranges[range];
        return truth.Gain * host.Convert(CurrentMux) / host.Profile.Channels[0].Ranges[range].ShuntOhms + truth.OffsetAmperes;
    }
}
