using CoinRig.Cells;
using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.FrontEnd;

namespace CoinRig.Gateway;

/// <summary>
/// Measures a dummy cell through one channel, from the open relay to current and voltage control, and names the first
/// fault that explains what it saw. Never more than half of the smallest range flows.
/// </summary>
/// <param name="channel">The channel, in the idle state.</param>
/// <param name="cell">The dummy that should be connected.</param>
/// <param name="clock">The rig's clock.</param>
sealed class ChannelTest(IChannel channel, Cell cell, IRigClock clock)
{
    /// <summary>Part of the smallest range's full scale that is driven.</summary>
    const double DrivenPart = 0.5;

    /// <summary>What a ratio of read to set may be off.</summary>
    const double RatioTolerance = 0.01;

    /// <summary>What the dummy's resistance may be off; the bench parts are 1 %.</summary>
    const double ResistanceTolerance = 0.03;

    const double OpenToleranceVolts = 0.02;
    const double MostStepVolts = 0.5;
    const long SettleNanoseconds = RigClockExtensions.Second;

    /// <summary>What was measured, in words, for the person.</summary>
    internal List<string> Measured { get; } = [];

    /// <summary>Runs the test. The channel is in the idle state afterwards, whatever happened.</summary>
    internal Finding? Run()
    {
        try
        {
            return Open() ?? Zero() ?? Drive();
        }
        catch (Exception e) when (e is IOException or OutputFaultException)
        {
            return Fault("fault", e.Message);
        }
        finally
        {
            channel.Idle();
        }
    }

    /// <summary>With the relay open: sense leads, shunt, relay contact.</summary>
    Finding? Open()
    {
        var volts = channel.ReadVoltage();
        var current = channel.ReadCurrent();
        Measured.Add($"relay open: {volts.Value:0.0000} V, {current.Value * 1e9:0.0} nA");
        if (volts.IsClipped)
        {
            return Fault("sense-lead-off", $"the voltage input is at the end of its scale ({volts.Value:0.00} V) with the relay open: a sense lead is off. Check sense+ and sense- at the holder.");
        }
        if (current.IsClipped)
        {
            return Fault("shunt-open", "the shunt amplifier is at the end of its scale with the relay open: the shunt has no contact. Check its solder joints and the range relays.");
        }
        return channel.IsRelayWelded()
            ? Fault("relay-welded", "a probe current flowed although the relay's line is low: the cell relay is welded. Take the cell out and replace the relay.")
            : null;
    }

    /// <summary>Connected at zero current: does the DAC answer?</summary>
    Finding? Zero()
    {
        try
        {
            channel.ConnectForCurrent(channel.Reach.Ranges[0]);
            return null;
        }
        catch (OutputFaultException e)
        {
            var part = e.Amperes / channel.Reach.Ranges[0].FullScaleAmperes;
            Measured.Add($"connected at zero: {e.Amperes * 1e6:0.00} uA");
            return Math.Abs(part + 1) < 0.25
                ? Fault("dac-silent", $"{e.Amperes * 1e6:0.0} uA flowed at zero, the full scale of a DAC that holds its power-up code: the DAC does not answer. Check its SYNC line (BCM 23), its supply and SCLK/MOSI.")
                : Fault("dac-reference", $"{e.Amperes * 1e6:0.0} uA flowed at zero, {part:P1} of full scale: the DAC's reference is off by about that much. Measure it at VREF.");
        }
    }

    /// <summary>A current, then a voltage: relay, references, shunt, dummy.</summary>
    Finding? Drive()
    {
        var set = DrivenPart * channel.Reach.Ranges[0].FullScaleAmperes;
        var (openVolts, openAmperes) = Read();
        channel.WriteCurrent(set);
        clock.Wait(SettleNanoseconds);
        var (volts, amperes) = Read();
        channel.Disconnect();
        var current = (amperes - openAmperes) / set;
        var ohms = (volts - openVolts) / (amperes - openAmperes);
        Measured.Add($"{set * 1e6:0.0} uA set: {amperes * 1e6:0.000} uA, {volts:0.0000} V");
        if (Math.Abs(current) < 0.05)
        {
            return Fault("relay-stuck", $"{set * 1e6:0.0} uA were set and {amperes * 1e6:0.00} uA flowed: the cell relay does not close, or a force lead or the dummy is not connected. Listen for the relay; check its coil supply and force+ and force-.");
        }
        var voltage = cell.Twin.VoltageVolts > MostStepVolts ? SourceRatio(openVolts, current) : VoltageRatio(Math.Min(MostStepVolts, Math.Abs(set * ohms)));
        if (Math.Abs(voltage - 1) > RatioTolerance)
        {
            return Math.Abs(current - voltage) < RatioTolerance
                ? Fault("adc-reference", $"voltage and current both read {voltage - 1:+0.0%;-0.0%} off what is set: the ADC's reference is {1 / voltage - 1:+0.0%;-0.0%} off (low reads high). Measure it at VREFP-VREFN; check AVDD.")
                : Fault("voltage-path", $"the voltage reads {voltage - 1:+0.0%;-0.0%} off what is set while the current does not: the voltage amplifier or its calibration is wrong.");
        }
        if (Math.Abs(current - 1) > RatioTolerance)
        {
            return Fault("shunt-value", $"the current reads {current - 1:+0.0%;-0.0%} off what is set: the {channel.Reach.Ranges[0].Name} shunt is not what the profile says, or the calibration is another board's.");
        }
        return Dummy(openVolts, ohms);
    }

    Finding? Dummy(double openVolts, double ohms)
    {
        var twin = cell.Twin;
        var expected = twin.SeriesOhms + twin.ParallelOhms;
        Measured.Add($"dummy: {ohms:0.0} ohm with {openVolts:0.0000} V in series; expected {expected:0.#} ohm, {twin.VoltageVolts:0.0##} V");
        var resistanceIsWrong = !(Math.Abs(ohms / expected - 1) < ResistanceTolerance);
        var voltageIsWrong = !(Math.Abs(openVolts - twin.VoltageVolts) < OpenToleranceVolts);
        return resistanceIsWrong || voltageIsWrong
            ? Fault("wrong-dummy", $"{ohms:0.0} ohm with {openVolts:0.000} V in series were measured; '{cell.Name}' has {expected:0.#} ohm and {twin.VoltageVolts:0.0##} V. Is it the right dummy? Name another with --cell.")
            : null;
    }

    /// <summary>
    /// A dummy with a source of its own tells the voltage that should be read; setting a voltage beside it would drive more
    /// than the dummy should carry. A source that is off by more than the current is another dummy.
    /// </summary>
    double SourceRatio(double openVolts, double currentRatio)
    {
        var ratio = openVolts / cell.Twin.VoltageVolts;
        return Math.Abs(ratio - currentRatio) < RatioTolerance ? ratio : 1;
    }

    /// <summary>Voltage read over voltage set, about as far from 0 V as the dummy allows.</summary>
    double VoltageRatio(double step)
    {
        var start = Math.Max(0, channel.ReadVoltage().Value);
        channel.ConnectForVoltage(channel.Reach.Ranges[0], start);
        channel.WriteVoltage(start + step);
        clock.Wait(SettleNanoseconds);
        var (read, _) = Read();
        channel.Disconnect();
        Measured.Add($"{start + step:0.0000} V set: {read:0.0000} V");
        return read / (start + step);
    }

    (double Volts, double Amperes) Read()
    {
        const int Conversions = 4;
        double volts = 0, amperes = 0;
        for (var i = 0; i < Conversions; i++)
        {
            volts += channel.ReadVoltage().Value / Conversions;
            amperes += channel.ReadCurrent().Value / Conversions;
        }
        return (volts, amperes);
    }

    Finding Fault(string code, string message) => new(channel.Number, code, $"Channel {channel.Number}: {message}");
}
