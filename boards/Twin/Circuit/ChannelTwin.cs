using CoinRig.FrontEnd;

namespace CoinRig.Twin;

/// <summary>
/// One channel of the emulated board: relays, front end and cell behind its GPIO lines and its DAC output. What it shows is the truth, for
/// tests and screens of the twin; looking brings the channel up to the present.
/// </summary>
public sealed class ChannelTwin
{
    readonly CellSeat _seat;
    readonly IFrontEndCircuit _frontEnd;
    readonly ChannelCircuit _circuit;
    readonly ChannelRelays _relays;
    readonly Action<ChannelTwin> _touch;
    double _dacVolts;
    DacPowerMode _dacMode;
    bool _isOutputEnabled, _isPotentiostat, _isShuntOpen, _isSenseLeadOff, _areFollowersMissing;
    long _meanFrom = -1, _meanTo = -1;
    SignalPair _mean;

    internal ChannelTwin(BoardProfile board, ChannelProfile profile, ICellModel? cell, long seed, long now, Action<ChannelTwin> touch)
    {
        _touch = touch;
        Number = profile.Number;
        var isSeries = board.Topology == Topology.SeriesShunt;
        Truth = ChannelTruth.Draw(profile.Calibration, new(seed, $"calibration of channel {profile.Number}"), isOffsetShared: isSeries);
        Dac = new(board.DacReferenceVolts, new(seed, $"DAC curve of channel {profile.Number}"));
        _seat = new(cell);
        _frontEnd = isSeries ? new SeriesShuntCircuit(board, profile, Truth, _seat, Dac) : new HardwareLoopCircuit(board, profile, Truth, _seat);
        _circuit = new(_frontEnd);
        _relays = new(profile, _frontEnd.DoRangeRelaysBounce, seed);
        Redrive();
        _circuit.Start(now);
    }

    /// <summary>Number from 1.</summary>
    public int Number { get; }

    /// <summary>The true gains and offsets that were drawn.</summary>
    public ChannelTruth Truth { get; }

    /// <summary>Whether the contact of the cell relay is closed.</summary>
    public bool IsRelayContactClosed => Touched._relays.IsCellClosed;

    /// <summary>Whether the line of the output stage is high; without such a line it is not.</summary>
    public bool IsOutputEnabled => _isOutputEnabled;

    /// <summary>Whether the loop is switched to hold the voltage; without a line for it it is not.</summary>
    public bool IsPotentiostat => _isPotentiostat;

    /// <summary>The range whose shunt is in, as an index into the profile's ranges.</summary>
    public int RangeIndex => Touched.State.Range;

    /// <summary>Current through the cell, A; positive charges.</summary>
    public double CellAmperes => Touched._frontEnd.Amperes;

    /// <summary>Voltage at the cell's terminals, V.</summary>
    public double CellVolts => Touched._frontEnd.Volts;

    /// <summary>Voltage at the cell's terminals as far as the channel has come, V: looking does not bring it up to the present, so that it changes nothing.</summary>
    public double LatestCellVolts => _frontEnd.Volts;

    /// <summary>How far it has come, ns.</summary>
    public long LatestNanoseconds => _circuit.Integrals.Now;

    /// <summary>Charge that has gone through the cell since the start, C.</summary>
    public double CellCoulombs => Touched._circuit.Coulombs;

    /// <summary>Watches the current through the cell from now on.</summary>
    public CurrentWatch? CurrentWatch
    {
        get => _circuit.Watch;
        set => _circuit.Watch = value;
    }

    /// <summary>Fault of the cell relay.</summary>
    public RelayFault RelayFault
    {
        get => _relays.CellFault;
        set => Plant(() => _relays.CellFault = value);
    }

    /// <summary>Takes the cell out and puts another in, as a person does between two runs; null leaves the holder empty.</summary>
    public void Insert(ICellModel? cell) => Plant(() => _seat.Insert(cell));

    /// <summary>Fault of the cell.</summary>
    public CellFault CellFault
    {
        get => _seat.Fault;
        set => Plant(() => _seat.Fault = value);
    }

    /// <summary>
    /// The shunt has no contact: no current flows. The hardware loop's shunt amplifier, without a path for its bias current, stands at its positive rail;
    /// in series-shunt the follower before the shunt sees the DAC, or ground where the relay is open.
    /// </summary>
    public bool IsShuntOpen
    {
        get => _isShuntOpen;
        set => Plant(() => _isShuntOpen = value);
    }

    /// <summary>
    /// A sense lead is off: in the hardware loop a pull-up takes the follower to the positive rail, so that the reading is far above any cell; in
    /// series-shunt 1 Gohm takes it to ground.
    /// </summary>
    public bool IsSenseLeadOff
    {
        get => _isSenseLeadOff;
        set => Plant(() => _isSenseLeadOff = value);
    }

    /// <summary>The board has no followers: the unbuffered inputs of the ADC hang on the 10 kohm of the input protection. Of series-shunt only.</summary>
    /// <exception cref="InvalidOperationException">The topology has amplifiers there.</exception>
    public bool AreFollowersMissing
    {
        get => _areFollowersMissing;
        set
        {
            if (value && _frontEnd is not SeriesShuntCircuit)
            {
                throw new InvalidOperationException("A hardware-loop front end has amplifiers before the ADC, no followers that one could forget.");
            }
            Plant(() => _areFollowersMissing = value);
        }
    }

    /// <summary>Fault of the relay of a range; the smallest range has none.</summary>
    /// <param name="range">Index into the profile's ranges.</param>
    /// <param name="fault">The fault; a contact that only bounces is not one of these.</param>
    public void SetRangeRelayFault(int range, RelayFault fault) => Plant(() => _relays.SetRangeFault(range, fault));

    /// <summary>Another resistor than the profile says is in a range.</summary>
    /// <param name="range">Index into the profile's ranges.</param>
    /// <param name="factor">Its resistance over that of the right one.</param>
    public void SetShunt(int range, double factor) => Plant(() => Truth.Ranges[range].ShuntFactor = factor);

    /// <summary>The DAC's static curve.</summary>
    internal DacCurve Dac { get; }

    /// <summary>The ADC inputs whose voltage this channel moves, one bit each.</summary>
    internal int Pins => _frontEnd.MovingPins;

    internal void SetCellRelay(bool isOn, long now) => _relays.DriveCell(isOn, now);

    internal void SetRangeRelay(int range, bool isOn, long now) => _relays.DriveRange(range, isOn, now);

    internal void SetCoilSupply(bool isOn, long now) => _relays.Supply(isOn, now);

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

    /// <summary>Whether an output of the DAC would change anything.</summary>
    internal bool IsNewTarget(double volts, DacPowerMode mode) => volts != _dacVolts || mode != _dacMode;

    internal void SetTarget(double volts, DacPowerMode mode)
    {
        (_dacVolts, _dacMode) = (volts, mode);
        Redrive();
    }

    /// <summary>Brings the channel up to a time.</summary>
    internal void AdvanceTo(long now)
    {
        while (_relays.NextToggle <= now)
        {
            var time = _relays.NextToggle;
            _circuit.Run(time);
            _relays.Toggle(time);
            Redrive();
        }
        _circuit.Run(now);
    }

    /// <summary>What the channel has on an input of the ADC.</summary>
    internal PinSignal On(int pin) => _frontEnd.On(pin);

    /// <summary>Mean voltage of an input over a window, V.</summary>
    internal double MeanVolts(PinSignal signal, long from, long to) => _frontEnd.PinVolts(signal, signal == PinSignal.Middle ? default
        : IsQuiet(from, to) && _frontEnd.IsHeld(signal) ? _frontEnd.Signals : Mean(from, to));

    /// <summary>Resistance of the source behind an input, ohm.</summary>
    internal double SourceOhms(PinSignal signal) => _frontEnd.SourceOhms(signal);

    ChannelTwin Touched
    {
        get
        {
            _touch(this);
            return this;
        }
    }

    ChannelState State => new(_dacVolts, _dacMode, _relays.ClosedRanges, _relays.IsCellClosed, _isOutputEnabled, _isPotentiostat, _isShuntOpen, _isSenseLeadOff,
        _areFollowersMissing);

    bool IsQuiet(long from, long to) => _relays.NextToggle > to && _circuit.IsSlow(from, to);

    SignalPair Mean(long from, long to)
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
                ? new((after.Signals.Voltage - before.Signals.Voltage) / seconds, (after.Signals.Current - before.Signals.Current) / seconds)
                : _circuit.Reading;
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

    void Redrive() => _circuit.Drive(State);
}
