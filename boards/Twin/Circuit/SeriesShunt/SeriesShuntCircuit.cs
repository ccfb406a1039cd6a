using CoinRig.FrontEnd;

namespace CoinRig.Twin;

/// <summary>
/// DAC, cell relay, shunt and cell in series: u = V(I) + I (1 ohm + Rs), solved in every step. One follower is on S, between relay and shunt, the other on E,
/// a lead of its own to the cell's positive terminal; its signals are their two input voltages. Leads and contacts between S and E count as shunt.
/// </summary>
sealed class SeriesShuntCircuit : IFrontEndCircuit
{
    const double FollowerOhms = 1;

    /// <summary>Protection before each follower, and what the ADC sees where there is no follower, ohm.</summary>
    const double ProtectionOhms = 10e3;

    /// <summary>What takes a follower's input to ground where nothing else is on it, ohm.</summary>
    const double PullDownOhms = 1e9;

    /// <summary>Smaller changes than this part of full scale, or than this voltage, do not make the steps start short again.</summary>
    const double SmallCurrentPart = 1e-3, SmallVolts = 1e-3;

    readonly BoardProfile _board;
    readonly ChannelProfile _profile;
    readonly ChannelTruth _truth;
    readonly CellSeat _seat;
    readonly DacCurve _dac;
    readonly double[] _nominalSiemens;
    ChannelState _state;
    DacDrive _drive;
    double _shuntOhms, _pathOhms;
    bool _isConducting, _mayLimit;

    internal SeriesShuntCircuit(BoardProfile board, ChannelProfile profile, ChannelTruth truth, CellSeat seat, DacCurve dac)
    {
        (_board, _profile, _truth, _seat, _dac) = (board, profile, truth, seat, dac);
        // The ADC's scale is in the gain of the voltage, and both it and the shunt are in that of the current.
        _nominalSiemens = [.. profile.Ranges.Zip(truth.Ranges, (range, t) => t.Gain / (range.ShuntOhms * truth.VoltageGain))];
        Rest(seat.OpenCircuitVolts);
        Sense();
    }

    /// <inheritdoc/>
    public double Volts { get; private set; }

    /// <inheritdoc/>
    public double Amperes { get; private set; }

    /// <inheritdoc/>
    public SignalPair Signals { get; private set; }

    /// <inheritdoc/>
    public bool DoRangeRelaysBounce => true;

    /// <inheritdoc/>
    public int MovingPins => 1 << _profile.VoltageInputs.Positive | 1 << _profile.CurrentInputs.Positive | 1 << _profile.CurrentInputs.Negative;

    /// <inheritdoc/>
    public bool Drive(in ChannelState state)
    {
        var (signals, amperes) = (Signals, Amperes);
        _state = state;
        _drive = DacDrive.Of(state.DacMode, _truth.VoltageTargetGain * state.DacVolts + _truth.VoltageTargetOffsetVolts,
            _board.DacReferenceVolts * _dac.ReferenceFactor);
        if (_dac.HasLed && !_drive.IsConnected && _seat.OpenCircuitVolts > DacCurve.LedVolts)
        {
            _drive = new(DacCurve.LedVolts, DacCurve.LedOhms, double.PositiveInfinity, true);
        }
        _shuntOhms = ShuntOhms(state.ClosedRanges);
        _pathOhms = _drive.Ohms + _shuntOhms;
        _isConducting = IsDriven && !state.IsShuntOpen && !_seat.IsOpen;
        _mayLimit = _isConducting && Math.Abs(_drive.Volts - _seat.OpenCircuitVolts) > 0.5 * _drive.LargestAmperes * _pathOhms;
        if (!_isConducting)
        {
            Rest(_seat.OpenCircuitVolts);
        }
        else if (!TryLimit(0))
        {
            Amperes = _seat.AdvanceSource(_drive.Volts, _pathOhms, 0);
            Volts = _drive.Volts - Amperes * _pathOhms;
        }
        Sense();
        return Math.Abs(Amperes - amperes) > SmallCurrentPart * _profile.Ranges[state.Range].FullScaleAmperes
            || Math.Abs(Signals.Voltage - signals.Voltage) > SmallVolts || Math.Abs(Signals.Current - signals.Current) > SmallVolts;
    }

    /// <inheritdoc/>
    public void Step(double seconds)
    {
        if (!_isConducting)
        {
            Rest(_seat.AdvanceCurrent(0, seconds));
        }
        else if (!TryLimit(seconds))
        {
            Amperes = _seat.AdvanceSource(_drive.Volts, _pathOhms, seconds);
            Volts = _drive.Volts - Amperes * _pathOhms;
        }
        Sense();
    }

    /// <inheritdoc/>
    public bool IsHeld(PinSignal signal) => false;

    /// <inheritdoc/>
    public PinSignal On(int pin) => pin == _profile.VoltageInputs.Positive || pin == _profile.CurrentInputs.Negative ? PinSignal.Voltage
        : pin == _profile.CurrentInputs.Positive ? PinSignal.Current
        : PinSignal.None;

    /// <summary>
    /// So that voltage and current are, as the truth has it, gain x nominal + offset. What the offset of the current's reading is in volts is the
    /// difference of the followers' offsets.
    /// </summary>
    public double PinVolts(PinSignal signal, in SignalPair filtered)
    {
        var truth = _truth.Ranges[_state.Range];
        var volts = signal == PinSignal.Voltage ? filtered.Voltage : filtered.Current - truth.OffsetAmperes / _nominalSiemens[_state.Range];
        return (volts - _truth.VoltageOffsetVolts) / _truth.VoltageGain;
    }

    /// <inheritdoc/>
    public double SourceOhms(PinSignal signal) => !_state.AreFollowersMissing ? FollowerOhms
        : signal == PinSignal.Voltage && _state.IsSenseLeadOff ? ProtectionOhms + PullDownOhms
        : ProtectionOhms;

    bool IsDriven => _state.IsCellRelayClosed && _drive.IsConnected;

    /// <summary>Resistance between S and E: that of the smallest range, with one beside it for each other relay that is closed.</summary>
    double ShuntOhms(int closedRanges)
    {
        var siemens = Siemens(0);
        for (var i = 1; i < _nominalSiemens.Length; i++)
        {
            siemens += (closedRanges >> i & 1) * (Siemens(i) - _nominalSiemens[0]);
        }
        return 1 / siemens;
    }

    /// <summary>What the smallest range's resistor and the one beside it conduct together; the latter is what a wrong shunt is about.</summary>
    double Siemens(int range) => _nominalSiemens[range] / _truth.Ranges[range].ShuntFactor;

    void Rest(double seatVolts)
    {
        Amperes = 0;
        Volts = !_seat.IsOpen ? seatVolts : IsDriven && !_state.IsShuntOpen ? _drive.Volts : 0;
    }

    /// <summary>Goes on with the largest current of the DAC, if the load asks for more.</summary>
    bool TryLimit(double seconds)
    {
        if (!_mayLimit)
        {
            return false;
        }
        var amperes = _seat.AdvanceSource(_drive.Volts, _pathOhms, 0);
        if (Math.Abs(amperes) <= _drive.LargestAmperes)
        {
            return false;
        }
        Amperes = Math.CopySign(_drive.LargestAmperes, amperes);
        Volts = seconds > 0 ? _seat.AdvanceCurrent(Amperes, seconds) : _seat.TerminalVolts(Amperes);
        return true;
    }

    void Sense()
    {
        var shuntVolts = !_state.IsShuntOpen ? Volts + Amperes * _shuntOhms : IsDriven ? _drive.Volts : 0;
        Signals = new(_state.IsSenseLeadOff ? 0 : Volts, shuntVolts);
    }
}
