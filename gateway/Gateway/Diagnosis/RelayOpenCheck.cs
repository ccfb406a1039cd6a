using Iot.Device.Ads1256;

namespace CoinRig.Gateway;

/// <summary>What can be seen while the cell relay is open, whatever is in the holder: nothing is driven, but for the probe that a welded relay would pass on.</summary>
/// <param name="probe">The channel.</param>
/// <param name="measured">Takes what was measured, in words.</param>
sealed class RelayOpenCheck(ChannelProbe probe, List<string> measured)
{
    /// <summary>The data sheet's table is for shorted inputs; this many times it is a fault (three for the spread of a good board, and the estimate's own).</summary>
    const double MostNoiseRatio = 4;

    /// <summary>Part of full scale of the smallest range that a calibrated zero may be off.</summary>
    const double MostZeroPart = 0.6e-3;

    /// <summary>A source of 10 kohm reads 75 mV more at 0 V when the gain goes from 1 to 2; a follower nothing, V.</summary>
    const double MostGainChangeVolts = 20e-3;

    /// <summary>At gain 2 the ADC reads up to twice its reference.</summary>
    const double HighestAtGainTwoVolts = 2.2;

    /// <summary>A free input stands at a quarter of AVDD against a grounded AINCOM, and at nothing against one that is free itself, V.</summary>
    const double LeastFreeVolts = 0.3;

    /// <summary>The lowest voltage of a series shunt is 0 V; below this AINCOM is not at ground, V.</summary>
    const double LowestSensibleVolts = -0.3;

    /// <summary>The voltage that was read, V.</summary>
    internal double Volts { get; private set; } = double.NaN;

    /// <summary>Looks.</summary>
    internal Finding? Run() => Inputs() ?? Noise() ?? Welded();

    Finding? Inputs()
    {
        var (volts, amperes, isVoltageClipped, isCurrentClipped) = probe.Read();
        Volts = volts;
        measured.Add($"relay open: {volts:0.0000} V, {amperes * 1e9:0.0} nA");
        if (isVoltageClipped && !probe.IsSeriesShunt)
        {
            return probe.Fault("sense-lead-off", $"the voltage input is at the end of its scale ({volts:0.00} V) with the relay open: a sense lead is off.");
        }
        if (isCurrentClipped)
        {
            return probe.IsSeriesShunt && amperes > 0
                ? probe.Fault("sense-lead-off", $"before the shunt there is a cell and {volts:0.000} V behind it, with the relay open: the sense lead of cell+ is off.")
                : probe.Fault("shunt-open", "the reading of the shunt is at the end of its scale with the relay open: the shunt has no contact.");
        }
        return (probe.IsSeriesShunt ? SingleEnded(volts) : null) ?? Zero(amperes);
    }

    Finding? SingleEnded(double volts)
    {
        var free = probe.FreeInputVolts();
        // Without a free input to tell, a voltage below ground does: a reversed cell is not told from it.
        if (double.IsNaN(free) ? volts < LowestSensibleVolts : Math.Abs(free) < LeastFreeVolts && Math.Abs(volts) > LeastFreeVolts)
        {
            return probe.Fault("aincom-open", $"{volts:0.000} V were read, and {free:0.000} V on an input that nothing hangs on: AINCOM is not at ground.");
        }
        if (Math.Abs(volts) > HighestAtGainTwoVolts)
        {
            return null;
        }
        var change = probe.AdcVolts(PgaGain.X2) - probe.AdcVolts(PgaGain.X1);
        return Math.Abs(change) > MostGainChangeVolts
            ? probe.Fault("followers-missing", $"the voltage changes by {change * 1e3:0} mV with the gain of the ADC: its inputs hang on kilohms, not on a follower.")
            : null;
    }

    /// <summary>Where inputs hang on AD0 and AD1 of a Waveshare board, what else hangs there moves the zero; the sign tells which of the two it is.</summary>
    Finding? Zero(double amperes)
    {
        var most = ChannelProbe.AtLeast(MostZeroPart * probe.Channel.Reach.Ranges[0].FullScaleAmperes, probe.Profile.Calibration.Currents[0].OffsetAmperes.Uncertainty);
        return Math.Abs(amperes) <= most ? null : InputLoad.Of(probe, amperes, Volts)
            ?? probe.Fault("zero-offset", $"{amperes * 1e9:0} nA are read with the relay open, where at most {most * 1e9:0} nA may be.");
    }

    Finding? Noise()
    {
        var (voltage, current) = probe.NoiseRatios();
        measured.Add($"noise: {voltage:0.0} (voltage) and {current:0.0} (current) times the data sheet's");
        return Math.Max(voltage, current) > MostNoiseRatio
            ? probe.Fault("noise", $"the readings scatter {Math.Max(voltage, current):0} times as much as the ADC's data sheet says.")
            : null;
    }

    Finding? Welded() => probe.Channel.IsRelayWelded()
        ? probe.Fault("relay-welded", "what was asked for through the open relay arrived: the cell relay is welded.")
        : null;
}
