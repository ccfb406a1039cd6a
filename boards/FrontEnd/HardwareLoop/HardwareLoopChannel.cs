using CoinRig.Clock;
using Iot.Device.Dac8552;
using static CoinRig.FrontEnd.ChannelRule;

namespace CoinRig.FrontEnd;

/// <summary>
/// A channel whose op-amps close the loop: the DAC's voltage is the target of the current (about the middle of the
/// scale) or of the voltage. The loop must never be closed in the wrong mode on a connected cell, so each change of mode
/// goes through an open relay.
/// </summary>
sealed partial class HardwareLoopChannel : IChannel
{
    /// <summary>Part of full scale that is asked for to see whether a relay is welded.</summary>
    const double WeldProbe = 0.02;

    /// <summary>Part of full scale above which a current through an open relay is no zero error.</summary>
    const double WeldThreshold = 0.005;

    /// <summary>A voltage that moves by this much through an open relay was moved by the output, V.</summary>
    const double RailVolts = 1;

    /// <summary>Part of full scale that may flow when zero is set: calibration and zero errors are far below.</summary>
    const double NothingFlowsPart = 0.02;

    /// <summary>Part of full scale that may flow when the cell is connected at its own voltage: a millivolt of error drives much through a good cell.</summary>
    const double LittleFlowsPart = 1;

    readonly ChannelProfile _profile;
    readonly ChannelSwitches _switches;
    readonly ChannelInputs _inputs;
    readonly HardwareLoopTargets _targets;
    readonly Dac8552 _dac;
    readonly DacChannel _output;
    readonly IRigClock _clock;
    readonly SlowTrim _trim = new();
    readonly RangeSwitch _range;
    double _set;
    double _residual = double.NaN;
    ushort _code;

    internal HardwareLoopChannel(ChannelProfile profile, ChannelReach reach, ChannelSwitches switches, ChannelInputs inputs, HardwareLoopTargets targets, Dac8552 dac, IRigClock clock)
    {
        _profile = profile;
        Reach = reach;
        _switches = switches;
        _inputs = inputs;
        _range = new RangeSwitch(profile, switches, inputs);
        _targets = targets;
        _dac = dac;
        _output = profile.Number == 1 ? DacChannel.A : DacChannel.B;
        _clock = clock;
    }

    /// <inheritdoc/>
    public int Number => _profile.Number;

    /// <inheritdoc/>
    public ChannelReach Reach { get; }

    /// <inheritdoc/>
    public CurrentRange Range => _range.Current;

    /// <inheritdoc/>
    public bool IsConnected => _switches.IsRelayDriven;

    /// <inheritdoc/>
    public void GiveTurn() => _inputs.GiveTurn();

    /// <inheritdoc/>
    public Reading ReadVoltage() => _inputs.ReadVoltage();

    /// <inheritdoc/>
    public Reading ReadCurrent() => _range.ReadCurrent();

    /// <inheritdoc/>
    public double MeasureZero(CurrentRange range)
    {
        RequireOpen("measuring the zero");
        return _range.MeasureZero(range);
    }

    /// <inheritdoc/>
    public bool IsRelayWelded() => FindsWelded() && FindsWelded();

    /// <summary>Whether a probe flows; one disturbed reading may say so, two do not.</summary>
    bool FindsWelded()
    {
        RequireOpen("looking for a welded relay");
        _switches.SetPotentiostat(false);
        _range.Select(_profile.Ranges[0]);
        WriteCode(_targets.CodeForAmperes(0, _range.Index));
        var rest = this.ReadVoltageInTurn();
        _switches.SetOutput(true);
        var before = this.ReadCurrentInTurn();
        WriteCode(_targets.CodeForAmperes(WeldProbe * Range.FullScaleAmperes, _range.Index));
        var probed = this.ReadCurrentInTurn();
        // With nothing in the holder no current flows, but the loop takes the sense leads to a rail.
        var isWelded = Math.Abs(probed - before) > WeldProbe / 2 * Range.FullScaleAmperes || Math.Abs(this.ReadVoltageInTurn() - rest) > RailVolts;
        WriteCode(_targets.CodeForAmperes(0, _range.Index));
        _switches.SetOutput(false);
        return isWelded;
    }

    /// <inheritdoc/>
    public void ConnectForCurrent(CurrentRange range)
    {
        RequireOpen("connecting");
        _residual = double.NaN;
        _switches.SetPotentiostat(false);
        _range.Select(range);
        _trim.Reset();
        _set = 0;
        WriteCode(_targets.CodeForAmperes(0, _range.Index));
        _switches.SetOutput(true);
        _switches.SetRelay(true);
        RequireLittleCurrent(NothingFlowsPart);
    }

    /// <inheritdoc/>
    public void ConnectForVoltage(CurrentRange range, double volts)
    {
        RequireOpen("connecting");
        _residual = double.NaN;
        _range.Select(range);
        _trim.Reset();
        (_set, _lag) = (volts, 0);
        WriteCode(_targets.CodeForVolts(volts));
        _switches.SetPotentiostat(true);
        _switches.SetOutput(true);
        _switches.SetRelay(true);
        RequireLittleCurrent(LittleFlowsPart);
    }

    /// <inheritdoc/>
    public long WriteCurrent(double amperes)
    {
        Require(IsConnected && !_switches.IsPotentiostat, "a current can be written only while connected for current");
        _range.ExpectJump();
        return PutAmperes(amperes);
    }

    /// <inheritdoc/>
    public long WriteVoltage(double volts)
    {
        Require(IsConnected && _switches.IsPotentiostat, "a voltage can be written only while connected for voltage");
        _range.ExpectJump();
        return PutVolts(volts);
    }

    /// <inheritdoc/>
    public long Regulate(double target, double volts, double amperes)
    {
        if (!IsConnected)
        {
            return _clock.Nanoseconds;
        }
        if (_switches.IsPotentiostat)
        {
            if (!TakeLag())
            {
                _trim.Update(_set - volts, _targets.VoltsPerCode);
            }
            return PutVolts(target);
        }
        _trim.Update(_set - amperes, _targets.AmperesPerCode(_range.Index));
        return PutAmperes(target);
    }

    /// <inheritdoc/>
    public long Disconnect()
    {
        var off = _clock.Nanoseconds;
        if (_switches.IsPotentiostat)
        {
            _switches.SetRelay(false);
            _switches.SetOutput(false);
            _switches.SetPotentiostat(false);
            WriteCode(HardwareLoopTargets.NominalZero);
        }
        else
        {
            off = WriteCode(_targets.CodeForAmperes(0, _range.Index));
            _switches.SetRelay(false);
            _switches.SetOutput(false);
        }
        _trim.Reset();
        _set = 0;
        return off;
    }

    /// <inheritdoc/>
    public IdleOutcome Idle()
    {
        var steps = new IdleSteps();
        var potentiostat = _switches.IsPotentiostat;
        steps.Try("opening the relay", _switches.ReleaseRelay);
        if (_switches.IsOutputOn)
        {
            steps.Try("measuring the current after opening", () => _residual = this.ReadResidual(WeldThreshold * Range.FullScaleAmperes));
        }
        if (potentiostat)
        {
            // The zero-current code is 2.5 V to a potentiostat: were the relay welded it would drive the cell there.
            steps.Try("switching the output off", () => _switches.SetOutput(false));
            steps.Try("leaving the potentiostat mode", () => _switches.SetPotentiostat(false));
        }
        steps.Try("writing the zero-current code", () => WriteCode(HardwareLoopTargets.NominalZero));
        steps.Try("switching the output off", () => _switches.SetOutput(false));
        _trim.Reset();
        _set = 0;
        return new IdleOutcome(Math.Abs(_residual) > WeldThreshold * Range.FullScaleAmperes, _residual, steps.Faults);
    }

    long PutAmperes(double amperes)
    {
        _set = amperes;
        return WriteCode(_targets.CodeForAmperes(amperes + _trim.Correction, _range.Index));
    }

    long PutVolts(double volts)
    {
        _set = volts;
        return WriteVolts(volts - _lag);
    }

    long WriteVolts(double volts) => WriteCode(_targets.CodeForVolts(volts + _trim.Correction));

    long WriteCode(ushort code)
    {
        if (code != _code || _dac.LastCode(_output) is null)
        {
            _dac.Write(_output, code);
            _code = code;
        }
        return _clock.Nanoseconds;
    }

    /// <summary>Looks at the current of a cell that was just connected, and lets it go where more flows than can be.</summary>
    void RequireLittleCurrent(double partOfFullScale)
    {
        var current = this.ReadCurrentBelow(partOfFullScale * Range.FullScaleAmperes);
        if (!current.IsBelow(partOfFullScale * Range.FullScaleAmperes))
        {
            Idle();
            throw new OutputFaultException(Number, Range, current.Value);
        }
    }

    void RequireOpen(string doing) => Require(!IsConnected, $"{doing} needs an open relay");
}
