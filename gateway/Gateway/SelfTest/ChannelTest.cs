using CoinRig.Cells;
using CoinRig.FrontEnd;

namespace CoinRig.Gateway;

/// <summary>
/// Measures a dummy cell through one channel, from the open relay to current and voltage control on every range, and names the
/// first fault that explains what it saw. Never more than half of what the dummy may carry flows.
/// </summary>
/// <param name="probe">The channel, in the idle state.</param>
/// <param name="cell">The dummy that should be connected.</param>
sealed class ChannelTest(ChannelProbe probe, Cell cell)
{
    /// <summary>Part of full scale, and of what the dummy may carry, that is driven.</summary>
    const double DrivenPart = 0.5;

    /// <summary>What a ratio of read to set may be off.</summary>
    const double RatioTolerance = 0.01;

    /// <summary>Part of the set current below which nothing flows.</summary>
    const double NothingPart = 0.05;

    /// <summary>A part of the dummy's resistance that shows none.</summary>
    const double NoResistancePart = 0.02;

    /// <summary>A dummy that shows less than this has nothing across it, V.</summary>
    const double NothingVolts = 10e-3;

    const double MostStepVolts = 0.5;

    readonly IChannel _channel = probe.Channel;
    readonly DummyCheck _dummy = new(probe, cell);
    double _openVolts = double.NaN;

    /// <summary>What was measured, in words, for the person.</summary>
    internal List<string> Measured { get; } = [];

    /// <summary>Runs the test. The channel is in the idle state afterwards, whatever happened.</summary>
    internal Finding? Run()
    {
        try
        {
            return Open() ?? Range(0) ?? OtherRanges() ?? _dummy.Judge(_openVolts, Measured);
        }
        catch (OutputFaultException e)
        {
            Measured.Add($"connected at no current: {e.Amperes * 1e6:0.00} uA");
            return ConnectFault.Of(probe, e, _openVolts, cell.Twin.VoltageVolts > 0 ? cell.Twin.VoltageVolts : double.NaN);
        }
        finally
        {
            _channel.Idle();
        }
    }

    /// <summary>With the relay open.</summary>
    Finding? Open()
    {
        var check = new RelayOpenCheck(probe, Measured);
        var finding = check.Run();
        _openVolts = check.Volts;
        return finding ?? (probe.IsSeriesShunt ? Source() : null);
    }

    /// <summary>A source in the dummy tells a reading without followers, whose inputs' own impedances divide by a known ratio.</summary>
    Finding? Source()
    {
        const double WithoutFollower = 0.923, OffsetVolts = 0.089, ToleranceVolts = 0.015;
        var known = cell.Twin.VoltageVolts;
        return known > MostStepVolts && Math.Abs(WithoutFollower * known + OffsetVolts - _openVolts) < ToleranceVolts
            ? probe.Fault("followers-missing", $"{_openVolts:0.000} V were read where there are {known:0.0##} V: the ADC's inputs hang on kilohms, not on a follower.")
            : null;
    }

    Finding? OtherRanges()
    {
        for (var i = 1; i < _channel.Reach.Ranges.Count; i++)
        {
            if (Range(i) is { } finding)
            {
                return finding;
            }
        }
        return null;
    }

    /// <summary>A current on a range; on the smallest one then the output and the readings against each other.</summary>
    Finding? Range(int index)
    {
        var range = _channel.Reach.Ranges[index];
        _channel.MeasureZero(range);
        _channel.ConnectForCurrent(range);
        probe.Settle(0);
        var open = probe.Read();
        var set = DrivenPart * Math.Min(range.FullScaleAmperes, cell.LargestCurrent);
        _channel.WriteCurrent(set);
        probe.Settle(set);
        var driven = probe.Read();
        var output = probe.OutputVolts();
        _channel.Disconnect();
        var amperes = driven.Amperes - (probe.IsSeriesShunt ? 0 : open.Amperes);
        var ohms = (driven.Volts - open.Volts) / (driven.Amperes - open.Amperes);
        Measured.Add($"{range.Name}: {set * 1e6:0.0} uA set: {driven.Amperes * 1e6:0.000} uA, {driven.Volts:0.0000} V");
        _dummy.Add(range, ohms);
        return index > 0 ? null : Flows(amperes / set, set)
            ?? (probe.IsSeriesShunt ? SeriesShunt(output, driven.Volts, driven.Amperes, set, ohms) : LoopRatio(amperes / set, open.Volts, set * ohms));
    }

    Finding? Flows(double ratio, double set) => Math.Abs(ratio) > NothingPart ? null
        : probe.Fault("relay-stuck", $"{set * 1e6:0.0} uA were set and {ratio * set * 1e6:0.00} uA flowed: the cell relay does not close, or a force lead or the dummy is not connected.");

    Finding? SeriesShunt(double output, double volts, double amperes, double set, double ohms)
    {
        if (Math.Abs(ohms) < NoResistancePart * _dummy.ExpectedOhms && Math.Abs(volts) < NothingVolts)
        {
            return probe.Fault("sense-or-shunt", $"the dummy shows {ohms:0.0} ohm: sense+ is off, the shunt has no contact, or the dummy is shorted.");
        }
        return OutputRatio(output, volts, amperes)
            ?? (Math.Abs(amperes / set - 1) < RatioTolerance ? null : _dummy.WrongRange(0)
            ?? probe.Fault("current-not-reached", $"{set * 1e6:0.0} uA were set and {amperes * 1e6:0.00} uA flow after some seconds."));
    }

    /// <summary>Series shunt: what the DAC was told against what arrives behind shunt and cell. A reference sags; it does not rise.</summary>
    Finding? OutputRatio(double output, double volts, double amperes)
    {
        var arrived = volts + amperes * _channel.Reach.Ranges[0].ShuntOhms;
        var ratio = arrived / output;
        Measured.Add($"output {output:0.0000} V: {arrived:0.0000} V arrive");
        return Math.Abs(ratio - 1) < RatioTolerance ? null
            : ratio < 1 ? probe.Fault("dac-reference", $"the DAC was told {output:0.000} V and {arrived:0.000} V arrive: its reference is {ratio - 1:+0%;-0%} off.")
            : probe.Fault("adc-reference", $"the DAC was told {output:0.000} V and {arrived:0.000} V are read: the ADC's reference is {1 / ratio - 1:+0%;-0%} off (low reads high).");
    }

    /// <summary>Hardware loop: voltage and current as they are read, against what was set.</summary>
    Finding? LoopRatio(double current, double openVolts, double burdenVolts)
    {
        var voltage = cell.Twin.VoltageVolts > MostStepVolts ? SourceRatio(openVolts, current) : VoltageRatio(Math.Min(MostStepVolts, Math.Abs(burdenVolts)));
        if (Math.Abs(voltage - 1) > RatioTolerance)
        {
            return Math.Abs(current - voltage) < RatioTolerance
                ? probe.Fault("adc-reference", $"voltage and current both read {voltage - 1:+0.0%;-0.0%} off what is set: the ADC's reference is {1 / voltage - 1:+0.0%;-0.0%} off (low reads high).")
                : probe.Fault("voltage-path", $"the voltage reads {voltage - 1:+0.0%;-0.0%} off what is set while the current does not.");
        }
        return Math.Abs(current - 1) > RatioTolerance ? _dummy.WrongRange(0)
            ?? probe.Fault("current-not-reached", $"the current reads {current - 1:+0.0%;-0.0%} off what is set.") : null;
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
        var start = Math.Max(0, _channel.ReadVoltage().Value);
        _channel.ConnectForVoltage(_channel.Reach.Ranges[0], start);
        _channel.WriteVoltage(start + step);
        probe.Settle(start + step);
        var read = probe.Read().Volts;
        _channel.Disconnect();
        Measured.Add($"{start + step:0.0000} V set: {read:0.0000} V");
        return read / (start + step);
    }
}
