using CoinRig.FrontEnd;

namespace CoinRig.Gateway;

/// <summary>What is wrong where a current flowed when something was connected at no current.</summary>
static class ConnectFault
{
    /// <summary>What a voltage that is read may be off a known one.</summary>
    internal const double VoltsTolerance = 0.01;

    /// <summary>Part of full scale by which a DAC that holds its power-up code may be told.</summary>
    const double FullScaleTolerance = 0.25;

    /// <summary>The fault.</summary>
    /// <param name="probe">The channel.</param>
    /// <param name="e">What the front end found.</param>
    /// <param name="openVolts">What was read with the relay open, V.</param>
    /// <param name="knownVolts">The source in what is connected, V; NaN where that is not known.</param>
    internal static Finding Of(ChannelProbe probe, OutputFaultException e, double openVolts, double knownVolts)
    {
        var range = probe.Channel.Reach.Ranges[0];
        var part = e.Amperes / range.FullScaleAmperes;
        var flowed = $"{e.Amperes * 1e6:0.0} uA flowed where none should";
        if (!probe.IsSeriesShunt)
        {
            return Math.Abs(part + 1) < FullScaleTolerance
                ? probe.Fault("dac-silent", $"{flowed}, the full scale of a DAC that holds its power-up code: it does not answer.")
                : probe.Fault("dac-reference", $"{flowed}, {part:P0} of full scale: the DAC's reference is about {Math.Abs(part):P0} off.");
        }
        if (e.IsOutputReleased)
        {
            return probe.Fault("output-not-released", $"{flowed} with the DAC in high impedance: it does not answer, or something loads its output.");
        }
        var isReadingWrong = Math.Abs(openVolts - knownVolts) > VoltsTolerance * knownVolts && openVolts > knownVolts == e.Amperes > 0;
        return isReadingWrong
            ? probe.Fault("adc-reference", $"{openVolts:0.000} V were read where there are {knownVolts:0.0##} V, and {flowed} when that was put out: the ADC's reference is {knownVolts / openVolts - 1:+0%;-0%} off.")
            : probe.Fault("dac-reference", $"{flowed} when the cell's own {openVolts:0.000} V were put out: the DAC's reference is {(e.Amperes < 0 ? "low" : "high")}.");
    }
}
