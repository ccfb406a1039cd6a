namespace CoinRig.Gateway;

/// <summary>Tells the parts of the Waveshare board that may hang on AD0 and AD1 of a series shunt by what they do to the zero of the current.</summary>
static class InputLoad
{
    /// <summary>What pulls an input stands between the supplies: below this voltage of the cell it pulls up, above down. The middle says nothing, V.</summary>
    const double LowVolts = 1, HighVolts = 3;

    /// <summary>From the zero of the current at one voltage.</summary>
    internal static Finding? Of(ChannelProbe probe, double amperes, double volts) => volts is > LowVolts and < HighVolts ? null
        : Named(probe, volts <= LowVolts ? amperes > 0 : amperes < 0, $"{amperes * 1e9:0} nA are read at {volts:0.00} V with no current");

    /// <summary>From how the zero of the current goes with the voltage.</summary>
    internal static Finding OfSlope(ChannelProbe probe, double siemens)
    {
        var found = $"the zero of the current changes by {siemens * 1e9:0} nA per volt";
        return Named(probe, siemens < 0, found) ?? probe.Fault("input-loaded", $"{found}: something loads an input.");
    }

    static Finding? Named(ChannelProbe probe, bool isBeforeShunt, string found) => !probe.IsSeriesShunt ? null
        : (isBeforeShunt ? probe.Profile.CurrentInputs.Positive : probe.Profile.CurrentInputs.Negative) switch
        {
            0 => probe.Fault("potentiometer-left", $"{found}: the board's potentiometer hangs on AD0."),
            1 => probe.Fault("light-sensor-left", $"{found}: the board's light sensor hangs on AD1."),
            _ => null,
        };
}
