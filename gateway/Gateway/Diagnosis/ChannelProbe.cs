using CoinRig.Clock;
using CoinRig.FrontEnd;
using Iot.Device.Ads1256;
using Iot.Device.Dac8552;

namespace CoinRig.Gateway;

/// <summary>What can be measured on one channel of an opened board.</summary>
/// <param name="rig">The rig.</param>
/// <param name="channel">The channel.</param>
sealed class ChannelProbe(IRig rig, IChannel channel)
{
    const int MeanConversions = 4, NoiseConversions = 24;
    const long SettleNanoseconds = RigClockExtensions.Second;

    /// <summary>A supervisor wants to see more often than this that somebody measures, ns.</summary>
    const long UnseenNanoseconds = 200 * RigClockExtensions.Millisecond;

    /// <summary>What a calibrated value may be off, in standard deviations of its calibration; a sound board is beyond it once in a million.</summary>
    const double Deviations = 5;

    /// <summary>Longer than the dummies' time constants, and than the 20 scans in which a loop in software settles, s.</summary>
    const double RegulatedSeconds = 4;

    /// <summary>The channel.</summary>
    internal IChannel Channel => channel;

    /// <summary>The board.</summary>
    internal Board Board => rig.Board;

    /// <summary>What the profile says of the channel.</summary>
    internal ChannelProfile Profile { get; } = rig.Board.Profile.Channels[channel.Number - 1];

    /// <summary>Whether the loop is closed in software.</summary>
    internal bool IsSeriesShunt => Board.Profile.Topology == Topology.SeriesShunt;

    /// <summary>The DAC output of the channel.</summary>
    internal DacChannel Output => channel.Number == 1 ? DacChannel.A : DacChannel.B;

    /// <summary>Whether a supervisor watches: it opens the relay where the voltage at the holder leaves what any cell may have.</summary>
    internal bool IsSupervised => rig.Supervisor is not null;

    /// <summary>Means of voltage and current, and whether one was clipped.</summary>
    internal (double Volts, double Amperes, bool IsVoltageClipped, bool IsCurrentClipped) Read()
    {
        double volts = 0, amperes = 0;
        bool voltsClipped = false, amperesClipped = false;
        for (var i = 0; i < MeanConversions; i++)
        {
            var (v, a) = (channel.ReadVoltage(), channel.ReadCurrent());
            volts += v.Value / MeanConversions;
            amperes += a.Value / MeanConversions;
            voltsClipped |= v.IsClipped;
            amperesClipped |= a.IsClipped;
        }
        return (volts, amperes, voltsClipped, amperesClipped);
    }

    /// <summary>Waits until a set value stands: where the loop is closed in software it is regulated, scan by scan.</summary>
    internal void Settle(double target)
    {
        if (!IsSeriesShunt)
        {
            var settled = rig.Clock.Nanoseconds + SettleNanoseconds;
            while (IsSupervised && settled - rig.Clock.Nanoseconds > UnseenNanoseconds)
            {
                channel.ReadVoltage();
            }
            rig.Clock.WaitUntil(settled);
            return;
        }
        var period = Board.Profile.ScanPeriodNanoseconds;
        var due = rig.Clock.Nanoseconds;
        for (var end = due + (long)(RegulatedSeconds * 1e9); due < end; due += period)
        {
            rig.Clock.WaitUntil(due);
            var (volts, amperes) = (channel.ReadVoltage().Value, channel.ReadCurrent().Value);
            channel.Regulate(target, volts, amperes);
        }
        rig.Clock.WaitUntil(due);
    }

    /// <summary>Lets a change settle that no cell delays.</summary>
    internal void SettleShortly() => rig.Clock.Wait(10 * RigClockExtensions.Millisecond);

    /// <summary>What the output is told to give, as the calibration has it, V; NaN where that is not known.</summary>
    internal double OutputVolts() => Board.Dac.LastCode(Output) is { } code ? VoltsOf(code) : double.NaN;

    /// <summary>What a code gives, as the calibration has it, V.</summary>
    internal double VoltsOf(ushort code) => Profile.Calibration.VoltageTargetGain.Value * Board.Dac.VoltageFor(code).Volts + Profile.Calibration.VoltageTargetOffsetVolts.Value;

    /// <summary>Noise of voltage and current readings over that of the data sheet's table, from the differences of readings that follow each other.</summary>
    internal (double Voltage, double Current) NoiseRatios()
    {
        var rate = DataRates.FromSamplesPerSecond(Board.Profile.DataRate);
        var gain = PgaGains.FromFactor(channel.Range.AdcGain);
        // In volts at the ADC, where the table holds.
        var voltage = Deviation(() => channel.ReadVoltage().Value) * Board.Profile.VoltageAmplifierGain;
        var (positive, negative) = Profile.CurrentInputs;
        var current = Deviation(() => Board.Adc.Convert((AnalogInput)positive, (AnalogInput)negative, gain).Volts);
        return (voltage / TypicalNoise.Volts(rate, PgaGain.X1), current / TypicalNoise.Volts(rate, gain));
    }

    /// <summary>The voltage once more at another gain of the ADC, V at the ADC: a source that is not stiff reads differently.</summary>
    internal double AdcVolts(PgaGain gain)
    {
        var (positive, negative) = Profile.VoltageInputs;
        if (!Board.Adc.IsCalibrated(gain))
        {
            Board.Adc.SelfCalibrate(gain);
        }
        return Board.Adc.Convert((AnalogInput)positive, (AnalogInput)negative, gain).Volts;
    }

    /// <summary>An input that nothing hangs on, against AINCOM, V; NaN where there is none, or where AINCOM is not used.</summary>
    internal double FreeInputVolts()
    {
        var used = Board.Profile.Channels.SelectMany(c => (int[])[c.VoltageInputs.Positive, c.VoltageInputs.Negative, c.CurrentInputs.Positive, c.CurrentInputs.Negative]).ToHashSet();
        // AD0 and AD1 of the Waveshare board may have something on them even where the profile does not use them.
        var free = Enumerable.Range(2, 6).FirstOrDefault(i => !used.Contains(i), -1);
        return free < 0 || !used.Contains((int)AnalogInput.AinCom) ? double.NaN : Board.Adc.Convert((AnalogInput)free, AnalogInput.AinCom, PgaGain.X1).Volts;
    }

    /// <summary>A tolerance, or what the uncertainties of the profile's calibration ask for where that is more.</summary>
    internal static double AtLeast(double tolerance, params ReadOnlySpan<double> uncertainties)
    {
        var square = 0.0;
        foreach (var uncertainty in uncertainties)
        {
            square += uncertainty * uncertainty;
        }
        return Math.Max(tolerance, Deviations * Math.Sqrt(square));
    }

    /// <summary>Names a fault of this channel.</summary>
    internal Finding Fault(string code, string found) => new(channel.Number, code, found);

    static double Deviation(Func<double> read)
    {
        var sum = 0.0;
        var last = read();
        for (var i = 1; i < NoiseConversions; i++)
        {
            var next = read();
            sum += (next - last) * (next - last);
            last = next;
        }
        return Math.Sqrt(sum / (2 * (NoiseConversions - 1)));
    }
}
