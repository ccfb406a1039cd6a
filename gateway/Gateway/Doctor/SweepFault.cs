namespace CoinRig.Gateway;

/// <summary>What is wrong, by a sweep over an empty holder.</summary>
static class SweepFault
{
    /// <summary>A good calibration leaves 0.03 % of gain and 0.3 mV (one standard deviation); these are ten times as much.</summary>
    const double GainTolerance = 3e-3, OffsetToleranceVolts = 5e-3;

    /// <summary>The DAC8552 is within 12 LSB, 0.92 mV at 5 V (SLAS430A).</summary>
    const double MostBendVolts = 1.2e-3;

    /// <summary>Half of what an LED behind 1 kohm takes from an output of 1 ohm.</summary>
    const double LeastLedSlope = 0.5e-3;

    /// <summary>A slope below this is an output that does not move.</summary>
    const double DeadGain = 0.2;

    /// <summary>Without followers the ADC's own impedances give this of the voltage, and add at least this (boards/Twin has the circuit), V.</summary>
    const double UnfollowedGain = 0.923, UnfollowedTolerance = 0.02, UnfollowedOffsetVolts = 0.06;

    /// <summary>Half of what a potentiometer of 10 kohm in its middle does through a follower of 1 ohm, over 0.2 mV/V of the followers' own.</summary>
    const double MostZeroVoltsPerVolt = 0.2e-3;

    /// <summary>The two rails that the Waveshare board's VREF jumper chooses from.</summary>
    const double JumperRatio = 3.3 / 5, JumperTolerance = 0.03;

    /// <summary>The fault.</summary>
    internal static Finding? Of(ChannelProbe probe, OutputSweep sweep)
    {
        var gain = sweep.Gain;
        if (gain < DeadGain)
        {
            return probe.Fault("dac-silent", $"the voltage stays at {sweep.OffsetVolts:0.000} V whatever is put out: the DAC does not answer.");
        }
        if (!double.IsNaN(sweep.PlateauVolts))
        {
            var supply = probe.IsSeriesShunt ? sweep.PlateauVolts : 2.5 + sweep.PlateauVolts * probe.Board.Profile.VoltageAmplifierGain;
            return probe.Fault("avdd-low", $"readings end at {sweep.PlateauVolts:0.00} V though the output goes on: the amplifiers' supply is about {supply:0.0} V.");
        }
        if (probe.IsSeriesShunt && Math.Abs(gain - UnfollowedGain) < UnfollowedTolerance && sweep.OffsetVolts > UnfollowedOffsetVolts)
        {
            return probe.Fault("followers-missing", $"{gain:0.000} of the voltage are read, and {sweep.OffsetVolts * 1e3:0} mV at 0 V: the ADC's inputs hang on kilohms, not on a follower.");
        }
        return Reference(probe, gain) ?? Offset(probe, sweep) ?? Bend(probe, sweep);
    }

    /// <summary>A reference sags; it does not rise.</summary>
    static Finding? Reference(ChannelProbe probe, double gain) =>
        Math.Abs(gain - 1) < ChannelProbe.AtLeast(GainTolerance, probe.Profile.Calibration.VoltageGain.Uncertainty, probe.Profile.Calibration.VoltageTargetGain.Uncertainty) ? null
        : gain > 1 ? probe.Fault("adc-reference", $"{gain:P1} of what is put out is read: the ADC's reference is {1 / gain - 1:+0.0%;-0.0%} off (low reads high).")
        : probe.Fault("dac-reference", Math.Abs(gain - JumperRatio) < JumperTolerance
            ? $"{gain:P1} of what is put out is read: the DAC's reference is 3.3 V, so the VREF jumper is on the wrong side."
            : $"{gain:P1} of what is put out is read: the DAC's reference is {gain - 1:+0.0%;-0.0%} off.");

    static Finding? Offset(ChannelProbe probe, OutputSweep sweep)
    {
        var slope = sweep.ZeroSiemens * probe.Channel.Reach.Ranges[0].ShuntOhms;
        return Math.Abs(slope) > MostZeroVoltsPerVolt && probe.IsSeriesShunt ? InputLoad.OfSlope(probe, sweep.ZeroSiemens)
            : Math.Abs(sweep.OffsetVolts) > ChannelProbe.AtLeast(OffsetToleranceVolts, probe.Profile.Calibration.VoltageOffsetVolts.Uncertainty, probe.Profile.Calibration.VoltageTargetOffsetVolts.Uncertainty) ? probe.Fault("voltage-path", $"the voltage is read {sweep.OffsetVolts * 1e3:0.0} mV off what is put out.")
            : null;
    }

    static Finding? Bend(ChannelProbe probe, OutputSweep sweep) =>
        sweep.LedSlope > LeastLedSlope ? probe.Fault("dac-leds", $"above about 1.8 V the output gives way, by {sweep.LedSlope * 1e3:0.0} mV per volt: an LED hangs on it.")
        : sweep.BendVolts < MostBendVolts ? null
        : probe.Fault("dac-nonlinear", $"the output is up to {sweep.BendVolts * 1e3:0.0} mV off a straight line; a DAC8552 is within 0.9 mV.");
}
