using CoinRig.FrontEnd;

namespace CoinRig.Gateway;

/// <summary>
/// One channel without a cell: what can be seen with the relay open, and where the holder is empty, the whole scale of the output. Where something
/// is in the holder nothing is driven through it, but for 2 uA that tell whether something is.
/// </summary>
/// <param name="probe">The channel, in the idle state.</param>
/// <param name="measured">Takes what was measured, in words.</param>
sealed class HolderCheck(ChannelProbe probe, List<string> measured)
{
    /// <summary>A voltage that shows that a cell or a dummy with a source is in the holder, V.</summary>
    const double SomethingVolts = 0.03;

    /// <summary>Part of full scale that is asked for to see whether something is in the holder.</summary>
    const double ProbePart = 0.02;

    /// <summary>Part of full scale that does flow through something, and the voltage to which nothing lets the loop go, V.</summary>
    const double FlowingPart = 1e-3, RailVolts = 2;

    /// <summary>Less than this is a short, a dead cell or a lead that is off, V.</summary>
    const double NothingVolts = 2e-3;

    const double LowestVolts = 0.1, HighestVolts = 4.9, StepVolts = 0.15;

    /// <summary>A supervisor opens the relay above what any cell may have; the sweep stays below that, V.</summary>
    const double HighestSupervisedVolts = 4.5;

    readonly IChannel _channel = probe.Channel;

    /// <summary>Looks. The channel is in the idle state afterwards, whatever happened.</summary>
    internal Finding? Run()
    {
        var open = new RelayOpenCheck(probe, measured);
        try
        {
            if (open.Run() is { } finding)
            {
                return finding;
            }
            if (Math.Abs(open.Volts) > SomethingVolts)
            {
                measured.Add($"{open.Volts:0.000} V in the holder: nothing is driven through it. Empty the holder and doctor measures the output too.");
                return null;
            }
            if (probe.IsSupervised && !probe.IsSeriesShunt)
            {
                measured.Add($"the output was not measured: over an empty holder this loop goes to a rail, and the supervisor opens the relay above {CellLimits.HighestVolts:0.0} V. 'coinrig selftest' with a dummy measures it.");
                return null;
            }
            return probe.IsSeriesShunt ? SeriesShunt() : HardwareLoop();
        }
        catch (OutputFaultException e)
        {
            measured.Add($"connected at no current: {e.Amperes * 1e6:0.00} uA");
            return ConnectFault.Of(probe, e, open.Volts, double.NaN);
        }
        finally
        {
            _channel.Idle();
        }
    }

    /// <summary>A loop that holds a current goes to a rail where nothing is in the holder.</summary>
    Finding? HardwareLoop()
    {
        var range = _channel.Reach.Ranges[0];
        var set = ProbePart * range.FullScaleAmperes;
        _channel.ConnectForCurrent(range);
        var up = Current(set);
        var down = Current(-set);
        _channel.Disconnect();
        measured.Add($"{set * 1e6:0.0} uA set both ways: {up.Volts:0.000} V and {down.Volts:0.000} V");
        if (up.Amperes - down.Amperes > FlowingPart * range.FullScaleAmperes)
        {
            Connected((up.Volts - down.Volts) / (up.Amperes - down.Amperes));
            return null;
        }
        if (Math.Abs(up.Volts) < RailVolts && Math.Abs(down.Volts) < RailVolts)
        {
            return probe.Fault("relay-stuck", $"a current was set both ways, none flowed and the voltage stayed at {up.Volts:0.000} V: the cell relay does not close, or the output is off.");
        }
        _channel.ConnectForVoltage(range, 0);
        return Sweep(volts =>
        {
            _channel.WriteVoltage(volts);
            return volts;
        });
    }

    (double Volts, double Amperes) Current(double amperes)
    {
        _channel.WriteCurrent(amperes);
        probe.SettleShortly();
        var read = probe.Read();
        return (read.Volts, read.Amperes);
    }

    /// <summary>The lowest voltage of the output, some 40 mV, through the largest shunt.</summary>
    Finding? SeriesShunt()
    {
        var range = _channel.Reach.Ranges[0];
        _channel.MeasureZero(range);
        _channel.ConnectForCurrent(range);
        probe.SettleShortly();
        var low = probe.Read();
        measured.Add($"{probe.OutputVolts() * 1e3:0.0} mV put out: {low.Volts * 1e3:0.00} mV, {low.Amperes * 1e6:0.000} uA");
        if (low.Amperes > FlowingPart * range.FullScaleAmperes)
        {
            if (low.Volts < NothingVolts)
            {
                return probe.Fault("sense-or-shunt", $"{low.Amperes * 1e6:0.0} uA are read at {low.Volts * 1e3:0.0} mV: sense+ is off, the shunt has no contact, or the holder is shorted.");
            }
            Connected(low.Volts / low.Amperes);
            return null;
        }
        var first = Put(LowestVolts * 2);
        probe.SettleShortly();
        var volts = probe.Read().Volts;
        return Math.Abs(volts) < NothingVolts
            ? probe.Fault("relay-stuck", $"{first:0.000} V were put out and {volts * 1e3:0.0} mV arrived: the cell relay does not close.")
            : Sweep(Put);
    }

    /// <summary>Past the channel's own law: with nothing in the holder there is nothing to regulate.</summary>
    double Put(double volts)
    {
        var calibration = probe.Profile.Calibration;
        var code = probe.Board.Dac.CodeFor(UnitsNet.ElectricPotential.FromVolts((volts - calibration.VoltageTargetOffsetVolts.Value) / calibration.VoltageTargetGain.Value));
        probe.Board.Dac.Write(probe.Output, code);
        return probe.VoltsOf(code);
    }

    Finding? Sweep(Func<double, double> put)
    {
        var points = new List<SweepPoint>();
        for (var volts = LowestVolts; volts <= (probe.IsSupervised ? HighestSupervisedVolts : HighestVolts) + 1e-9; volts += StepVolts)
        {
            var set = put(volts);
            probe.SettleShortly();
            var (read, current) = (_channel.ReadVoltage(), _channel.ReadCurrent());
            points.Add(new(set, read.Value, current.Value));
        }
        var sweep = new OutputSweep(points);
        measured.Add($"output {points[0].Set:0.00} V .. {points[^1].Set:0.00} V over an empty holder: gain {sweep.Gain:0.00000}, offset {sweep.OffsetVolts * 1e3:0.00} mV, at most {sweep.BendVolts * 1e3:0.00} mV off a straight line, zero {sweep.ZeroSiemens * 1e9:0.0} nA/V");
        return SweepFault.Of(probe, sweep);
    }

    void Connected(double ohms) =>
        measured.Add($"about {ohms:0} ohm in the holder: nothing more is driven through it. Run selftest with a dummy, or empty the holder and doctor measures the output too.");
}
