using CoinRig.FrontEnd;

namespace CoinRig.Twin;

/// <summary>
/// The front end whose op-amps close the loop: the DAC gives the target, the output stage does what its compliance allows, and the amplifiers
/// of voltage and current swing about a middle of 2.5 V. Its signals are the volts at the sense leads and the amperes through the shunt.
/// </summary>
sealed class HardwareLoopCircuit : IFrontEndCircuit
{
    /// <summary>The shunt amplifier saturates here, V at the ADC.</summary>
    const double ShuntSaturationVolts = 1.25;

    /// <summary>The voltage amplifier saturates here, V at the ADC.</summary>
    const double VoltageSaturationVolts = 2.5;

    const double MidVolts = 2.5, DriverOhms = 1;

    /// <summary>Smaller changes than this part of full scale, or than this voltage, do not make the steps start short again.</summary>
    const double SmallCurrentPart = 1e-3, SmallVolts = 1e-3;

    readonly BoardProfile _board;
    readonly ChannelProfile _profile;
    readonly ChannelTruth _truth;
    readonly CellSeat _seat;
    readonly OutputStage _stage;
    ChannelState _state;
    Loop _loop;
    double _target, _sensedVolts;
    double _shuntOhms = 1, _drivenVolts = double.NaN;
    CellFault _fault;
    bool _isNearLimit = true;

    /// <summary>What the sense leads show where that is not the cell's voltage, V; NaN where it is.</summary>
    double _forcedSenseVolts = double.NaN;

    internal HardwareLoopCircuit(BoardProfile board, ChannelProfile profile, ChannelTruth truth, CellSeat seat)
    {
        (_board, _profile, _truth, _seat, _stage) = (board, profile, truth, seat, new(board));
        Volts = _sensedVolts = seat.OpenCircuitVolts;
    }

    /// <inheritdoc/>
    public double Volts { get; private set; }

    /// <inheritdoc/>
    public double Amperes { get; private set; }

    /// <inheritdoc/>
    public SignalPair Signals => new(_sensedVolts, Amperes);

    /// <inheritdoc/>
    public bool DoRangeRelaysBounce => false;

    /// <inheritdoc/>
    public int MovingPins => 1 << _profile.VoltageInputs.Positive | 1 << _profile.CurrentInputs.Positive;

    /// <summary>Works out what the loop does now and what the sense leads show.</summary>
    public bool Drive(in ChannelState state)
    {
        _state = state;
        var range = _profile.Ranges[state.Range];
        var truth = _truth.Ranges[state.Range];
        var middle = _board.DacReferenceVolts / 2;
        var amperes = (truth.TargetGain * (state.DacVolts - middle) / middle * range.FullScaleAmperes + truth.TargetOffsetAmperes) / truth.ShuntFactor;
        var volts = _truth.VoltageTargetGain * state.DacVolts + _truth.VoltageTargetOffsetVolts;
        var isConnected = state.IsCellRelayClosed && state.IsOutputEnabled;
        var isConducting = isConnected && !state.IsShuntOpen && !_seat.IsOpen;
        _forcedSenseVolts = state.IsSenseLeadOff ? _stage.Highest
            : !isConnected || !_seat.IsOpen ? double.NaN
            : state.IsPotentiostat ? Math.Clamp(volts, _stage.Lowest, _stage.Highest)
            : amperes >= 0 ? _stage.Highest : _stage.Lowest;
        var (loop, target) = !isConducting ? (Loop.Open, 0)
            : !state.IsPotentiostat ? (Loop.Galvanostat, amperes)
            : state.IsSenseLeadOff ? (Loop.Railed, -1)
            : (Loop.Potentiostat, volts);
        // Another cell, or the same one the other way round, may ask for more than the output stage can give.
        _isNearLimit |= _seat.Fault != _fault;
        _fault = _seat.Fault;
        return Drive(loop, target, range.ShuntOhms * truth.ShuntFactor, range.FullScaleAmperes);
    }

    /// <inheritdoc/>
    public void Step(double seconds)
    {
        switch (_loop)
        {
            case Loop.Open:
                Volts = _seat.AdvanceCurrent(0, seconds);
                break;
            case Loop.Potentiostat:
                HoldVoltage(seconds);
                break;
            default:
                HoldCurrent(seconds);
                break;
        }
        Sense();
    }

    /// <inheritdoc/>
    public bool IsHeld(PinSignal signal) => signal == PinSignal.Voltage
        ? _loop == Loop.Potentiostat && !_isNearLimit
        : _loop == Loop.Open || (_loop == Loop.Galvanostat && !_isNearLimit);

    /// <inheritdoc/>
    public PinSignal On(int pin) => pin == _profile.VoltageInputs.Positive ? PinSignal.Voltage
        : pin == _profile.CurrentInputs.Positive ? PinSignal.Current
        : pin == _profile.VoltageInputs.Negative || pin == _profile.CurrentInputs.Negative ? PinSignal.Middle
        : PinSignal.None;

    /// <inheritdoc/>
    public double PinVolts(PinSignal signal, in SignalPair filtered) => MidVolts + signal switch
    {
        PinSignal.Voltage => VoltageSignal(filtered.Voltage),
        PinSignal.Current => CurrentSignal(filtered.Current),
        _ => 0,
    };

    /// <inheritdoc/>
    public double SourceOhms(PinSignal signal) => DriverOhms;

    double VoltageSignal(double volts) => Math.Clamp(_board.VoltageAmplifierGain * (volts - _truth.VoltageOffsetVolts) / _truth.VoltageGain,
        -VoltageSaturationVolts, VoltageSaturationVolts);

    double CurrentSignal(double amperes)
    {
        var truth = _truth.Ranges[_state.Range];
        var signal = _profile.Ranges[_state.Range].ShuntOhms * (amperes * truth.ShuntFactor - truth.OffsetAmperes) / truth.Gain;
        return _state.IsShuntOpen ? ShuntSaturationVolts : Math.Clamp(signal, -ShuntSaturationVolts, ShuntSaturationVolts);
    }

    bool Drive(Loop loop, double target, double shuntOhms, double fullScaleAmperes)
    {
        var before = (Loop: _loop, Amperes);
        (_loop, _target, _shuntOhms) = (loop, target, shuntOhms);
        bool isSmall;
        if (loop == Loop.Potentiostat)
        {
            isSmall = before.Loop == loop && Math.Abs(target - _drivenVolts) <= SmallVolts;
            _drivenVolts = target;
            Volts = target;
        }
        else
        {
            _isNearLimit |= before.Loop != loop || loop == Loop.Railed;
            var isTrim = loop == Loop.Galvanostat && !_isNearLimit && Math.Abs(target - before.Amperes) <= SmallCurrentPart * fullScaleAmperes;
            Amperes = loop switch
            {
                Loop.Galvanostat => isTrim ? target : _stage.Drivable(_seat, target, shuntOhms),
                Loop.Railed => _stage.Drivable(_seat, Math.CopySign(OutputStage.LargestAmperes, target), shuntOhms),
                _ => 0,
            };
            isSmall = Math.Abs(Amperes - before.Amperes) <= SmallCurrentPart * fullScaleAmperes && (loop == before.Loop || before.Loop != Loop.Potentiostat);
            if (!isSmall)
            {
                Volts = _seat.TerminalVolts(Amperes);
            }
        }
        _isNearLimit |= !isSmall;
        var sensed = _sensedVolts;
        Sense();
        return !isSmall || Math.Abs(sensed - _sensedVolts) > SmallVolts;
    }

    void HoldCurrent(double seconds)
    {
        if (_isNearLimit)
        {
            var target = _loop == Loop.Railed ? Math.CopySign(OutputStage.LargestAmperes, _target) : _target;
            Amperes = _stage.Drivable(_seat, target, _shuntOhms);
        }
        Volts = _seat.AdvanceCurrent(Amperes, seconds);
        _isNearLimit = _stage.IsNearLimit(Volts, Amperes, _shuntOhms);
    }

    void HoldVoltage(double seconds)
    {
        if (_isNearLimit)
        {
            var (lowest, highest) = _stage.Span(_target, _shuntOhms);
            var limited = _seat.TerminalVolts(highest) < _target ? highest : _seat.TerminalVolts(lowest) > _target ? lowest : double.NaN;
            if (!double.IsNaN(limited))
            {
                Amperes = limited;
                Volts = _seat.AdvanceCurrent(limited, seconds);
                return;
            }
        }
        Amperes = _seat.AdvanceVoltage(_target, seconds);
        Volts = _target;
        _isNearLimit = _stage.IsNearLimit(Volts, Amperes, _shuntOhms);
    }

    void Sense() => _sensedVolts = double.IsNaN(_forcedSenseVolts) ? Volts : _forcedSenseVolts;
}
