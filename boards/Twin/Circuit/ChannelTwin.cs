using CoinRig.FrontEnd;

namespace CoinRig.Twin;

/// <summary>
/// One channel of the emulated board: relays, ranges, loop and cell behind its GPIO lines and its DAC output. What it shows is the truth, for
/// tests and screens of the twin; looking brings the channel up to the present.
/// </summary>
public sealed class ChannelTwin
{
    /// <summary>The shunt amplifier saturates here, V at the ADC.</summary>
    const double ShuntSaturationVolts = 1.25;

    /// <summary>The voltage amplifier saturates here, V at the ADC.</summary>
    const double VoltageSaturationVolts = 2.5;

    readonly BoardProfile _board;
    readonly ChannelProfile _profile;
    readonly CellSeat _seat;
    readonly OutputStage _stage;
    readonly ChannelCircuit _circuit;
    readonly Relay _cellRelay;
    readonly Relay[] _rangeRelays;
    readonly Action<ChannelTwin> _touch;
    double _dacVolts;
    bool _isOutputEnabled, _isPotentiostat, _isShuntOpen, _isSenseLeadOff;
    long _nextToggle = long.MaxValue;
    long _meanFrom = -1, _meanTo = -1;
    (double Volts, double Amperes) _mean;

    internal ChannelTwin(BoardProfile board, ChannelProfile profile, ICellModel? cell, long seed, long now, Action<ChannelTwin> touch)
    {
        (_board, _profile, _touch) = (board, profile, touch);
        Truth = ChannelTruth.Draw(profile.Calibration, new(seed, $"calibration of channel {profile.Number}"));
        Dac = new(board.DacReferenceVolts, new(seed, $"DAC curve of channel {profile.Number}"));
        _stage = new(board);
        _seat = new(cell);
        _circuit = new(_seat, _stage);
        _cellRelay = new(new(seed, $"cell relay of channel {profile.Number}"), bounces: true);
        _rangeRelays = [.. profile.Ranges.Select(r => new Relay(new(seed, $"range relay {r.Name} of channel {profile.Number}"), bounces: false))];
        Pins = 1 << profile.VoltageInputs.Positive | 1 << profile.CurrentInputs.Positive;
        Redrive();
        _circuit.Start(now);
    }

    /// <summary>Number from 1.</summary>
    public int Number => _profile.Number;

    /// <summary>The true gains and offsets that were drawn.</summary>
    public ChannelTruth Truth { get; }

    /// <summary>Whether the contact of the cell relay is closed.</summary>
    public bool IsRelayContactClosed => Touched._cellRelay.IsClosed;

    /// <summary>Whether the output stage is on.</summary>
    public bool IsOutputEnabled => _isOutputEnabled;

    /// <summary>Whether the loop is switched to hold the voltage.</summary>
    public bool IsPotentiostat => _isPotentiostat;

    /// <summary>The range whose shunt is in, as an index into the profile's ranges.</summary>
    public int RangeIndex => Touched.Range;

    /// <summary>Current through the cell, A; positive charges.</summary>
    public double CellAmperes => Touched._circuit.Amperes;

    /// <summary>Voltage at the cell's terminals, V.</summary>
    public double CellVolts => Touched._circuit.Volts;

    /// <summary>Charge that has gone through the cell since the start, C.</summary>
    public double CellCoulombs => Touched._circuit.Coulombs;

    /// <summary>Fault of the cell relay.</summary>
    public RelayFault RelayFault
    {
        get => _cellRelay.Fault;
        set => Plant(() => _cellRelay.Fault = value);
    }

    /// <summary>Fault of the cell.</summary>
    public CellFault CellFault
    {
        get => _seat.Fault;
        set => Plant(() => _seat.Fault = value);
    }

    /// <summary>The shunt has no contact: no current flows, and the shunt amplifier, without a path for its bias current, stands at its positive rail.</summary>
    public bool IsShuntOpen
    {
        get => _isShuntOpen;
        set => Plant(() => _isShuntOpen = value);
    }

    /// <summary>A sense lead is off: a pull-up takes the follower to the positive rail, so that the reading is far above any cell.</summary>
    public bool IsSenseLeadOff
    {
        get => _isSenseLeadOff;
        set => Plant(() => _isSenseLeadOff = value);
    }

    /// <summary>The DAC's static curve.</summary>
    internal DacCurve Dac { get; }

    /// <summary>The ADC inputs that this channel's signals are on, one bit each.</summary>
    internal int Pins { get; }

    internal void SetCellRelay(bool isOn, long now)
    {
        _cellRelay.Drive(isOn, now);
        FindNextToggle();
    }

    internal void SetRangeRelay(int range, bool isOn, long now)
    {
        _rangeRelays[range].Drive(isOn, now);
        FindNextToggle();
    }

    internal void SetOutput(bool isOn)
    {
        _isOutputEnabled = isOn;
        Redrive();
    }

    internal void SetPotentiostat(bool isOn)
    {
        _isPotentiostat = isOn;
        Redrive();
    }

    /// <summary>Whether a DAC voltage would change anything.</summary>
    internal bool IsNewTarget(double volts) => volts != _dacVolts;

    internal void SetTarget(double volts)
    {
        _dacVolts = volts;
        Redrive();
    }

    /// <summary>Brings the channel up to a time.</summary>
    internal void AdvanceTo(long now)
    {
        while (_nextToggle <= now)
        {
            var time = _nextToggle;
            _circuit.Run(time);
            Toggle(_cellRelay, time);
            foreach (var relay in _rangeRelays)
            {
                Toggle(relay, time);
            }
            FindNextToggle();
            Redrive();
        }
        _circuit.Run(now);
    }

    /// <summary>Mean signal of the voltage amplifier over a window, V about its mid level.</summary>
    internal double VoltageSignal(long from, long to)
    {
        var volts = IsQuiet(from, to) && _circuit.IsVoltageHeld ? _circuit.Steady.Volts : Mean(from, to).Volts;
        return Math.Clamp(_board.VoltageAmplifierGain * (volts - Truth.VoltageOffsetVolts) / Truth.VoltageGain, -VoltageSaturationVolts, VoltageSaturationVolts);
    }

    /// <summary>Mean signal of the shunt amplifier over a window, V about its mid level.</summary>
    internal double CurrentSignal(long from, long to)
    {
        var amperes = IsQuiet(from, to) && _circuit.IsCurrentHeld ? _circuit.Steady.Amperes : Mean(from, to).Amperes;
        var truth = Truth.Ranges[Range];
        var signal = _profile.Ranges[Range].ShuntOhms * (amperes - truth.OffsetAmperes) / truth.Gain;
        return _isShuntOpen ? ShuntSaturationVolts : Math.Clamp(signal, -ShuntSaturationVolts, ShuntSaturationVolts);
    }

    ChannelTwin Touched
    {
        get
        {
            _touch(this);
            return this;
        }
    }

    int Range
    {
        get
        {
            for (var i = _rangeRelays.Length - 1; i > 0; i--)
            {
                if (_rangeRelays[i].IsClosed)
                {
                    return i;
                }
            }
            return 0;
        }
    }

    bool IsQuiet(long from, long to) => _nextToggle > to && _circuit.IsSlow(from, to);

    (double Volts, double Amperes) Mean(long from, long to)
    {
        if (from == to || IsQuiet(from, to))
        {
            AdvanceTo(from + (to - from) / 2);
            return _circuit.Reading;
        }
        if (from != _meanFrom || to != _meanTo)
        {
            AdvanceTo(from);
            var before = _circuit.Integrals;
            AdvanceTo(to);
            var after = _circuit.Integrals;
            var seconds = (after.Now - before.Now) * 1e-9;
            _mean = seconds > 0
                ? ((after.VoltSeconds - before.VoltSeconds) / seconds, (after.Coulombs - before.Coulombs) / seconds) : _circuit.Reading;
            (_meanFrom, _meanTo) = (from, to);
        }
        return _mean;
    }

    void Plant(Action fault)
    {
        _touch(this);
        fault();
        Redrive();
    }

    static void Toggle(Relay relay, long time)
    {
        if (relay.NextToggle <= time)
        {
            relay.Toggle();
        }
    }

    void FindNextToggle()
    {
        _nextToggle = _cellRelay.NextToggle;
        foreach (var relay in _rangeRelays)
        {
            _nextToggle = Math.Min(_nextToggle, relay.NextToggle);
        }
    }

    /// <summary>Works out what the loop does now and what the sense leads show.</summary>
    void Redrive()
    {
        var range = _profile.Ranges[Range];
        var truth = Truth.Ranges[Range];
        var middle = _board.DacReferenceVolts / 2;
        var amperes = truth.TargetGain * (_dacVolts - middle) / middle * range.FullScaleAmperes + truth.TargetOffsetAmperes;
        var volts = Truth.VoltageTargetGain * _dacVolts + Truth.VoltageTargetOffsetVolts;
        var isConnected = _cellRelay.IsClosed && _isOutputEnabled;
        var isConducting = isConnected && !_isShuntOpen && !_seat.IsOpen;
        _circuit.ForcedSenseVolts = _isSenseLeadOff ? _stage.Highest
            : !isConnected || !_seat.IsOpen ? double.NaN
            : _isPotentiostat ? Math.Clamp(volts, _stage.Lowest, _stage.Highest)
            : amperes >= 0 ? _stage.Highest : _stage.Lowest;
        var (loop, target) = !isConducting ? (Loop.Open, 0)
            : !_isPotentiostat ? (Loop.Galvanostat, amperes)
            : _isSenseLeadOff ? (Loop.Railed, -1)
            : (Loop.Potentiostat, volts);
        _circuit.Drive(loop, target, range.ShuntOhms, range.FullScaleAmperes);
    }
}
