using CoinRig.Clock;

namespace CoinRig.FrontEnd;

/// <summary>
/// A channel without op-amps: DAC, relay, shunt and cell in series, and the loop closed in software once a scan. With the
/// relay open no current flows through the shunt, so both inputs show the cell; the DAC is then in high impedance.
/// </summary>
sealed class SeriesShuntChannel : IChannel
{
    /// <summary>The output is moved by so much to see whether a relay is welded, and to find the cell's resistance: 5 uA in the smallest range, V.</summary>
    const double ProbeVolts = 25e-3;

    /// <summary>Current through an open relay that is no error of the zero, A: a tenth of what the probe drives through a cell of 5 kohm.</summary>
    const double WeldThreshold = 0.25e-6;

    /// <summary>Part of full scale that may flow where nothing should: calibration and zero errors are far below.</summary>
    const double NothingFlowsPart = 0.05;

    /// <summary>A cell with more resistance than this is not told from an open lead, ohm.</summary>
    const double MostCellOhms = 100e3;

    /// <summary>Pairs of conversions that find the cell's impedance: a current needs what it meets within a scan, a voltage also what comes in a second.</summary>
    const int FewResponses = 1, ManyResponses = 12;

    readonly ChannelProfile _profile;
    readonly ChannelSwitches _switches;
    readonly ChannelInputs _inputs;
    readonly RangeSwitch _range;
    readonly SeriesShuntOutput _output;
    readonly SoftwareLoop _loop;
    readonly CellImpedance _cell = new();
    readonly IRigClock _clock;
    bool _holdsVoltage;
    double _set;
    double _amperes;
    double _residual = double.NaN;

    internal SeriesShuntChannel(ChannelProfile profile, ChannelReach reach, ChannelSwitches switches, ChannelInputs inputs, SeriesShuntOutput output, double period, IRigClock clock)
    {
        _profile = profile;
        Reach = reach;
        _switches = switches;
        _inputs = inputs;
        _range = new RangeSwitch(profile, switches, inputs);
        _output = output;
        _loop = new SoftwareLoop(output.VoltsPerCode, output.Span, period);
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
    public bool IsRelayWelded()
    {
        RequireOpen("looking for a welded relay");
        _range.Select(_profile.Ranges[0]);
        var volts = ReadVoltage().Value;
        var before = ReadCurrent().Value;
        _output.Write(volts + ProbeVolts);
        var probed = ReadCurrent().Value;
        // With nothing in the holder no current flows, but the sense lead follows the output.
        var isWelded = Math.Abs(probed - before) > WeldThreshold || ReadVoltage().Value - volts > ProbeVolts / 2;
        _output.Release();
        return isWelded;
    }

    /// <inheritdoc/>
    public void ConnectForCurrent(CurrentRange range)
    {
        Connect(range, FewResponses);
        _holdsVoltage = false;
        _set = 0;
    }

    /// <inheritdoc/>
    public void ConnectForVoltage(CurrentRange range, double volts)
    {
        Connect(range, ManyResponses);
        _holdsVoltage = true;
        _set = volts;
    }

    /// <inheritdoc/>
    public long WriteCurrent(double amperes)
    {
        Require(IsConnected && !_holdsVoltage, "a current can be written only while connected for current");
        _loop.StepCurrent(amperes - _set, Range.ShuntOhms, _cell);
        _set = amperes;
        _cell.Interrupt();
        _loop.Jumped();
        _range.ExpectJump();
        return _output.Write(_loop.Output);
    }

    /// <inheritdoc/>
    public long WriteVoltage(double volts)
    {
        Require(IsConnected && _holdsVoltage, "a voltage can be written only while connected for voltage");
        _loop.StepVoltage(volts - _set, Range.ShuntOhms, _cell);
        _set = volts;
        _cell.Interrupt();
        _loop.Jumped();
        _range.ExpectJump();
        return _output.Write(_loop.Output);
    }

    /// <inheritdoc/>
    public long Regulate(double target, double volts, double amperes)
    {
        if (!IsConnected)
        {
            return _clock.Nanoseconds;
        }
        _amperes = amperes;
        _cell.Follow(volts, amperes, Range.FullScaleAmperes);
        if (_holdsVoltage)
        {
            _loop.CorrectVoltage(_set - volts, Range.ShuntOhms, _cell);
            _loop.StepVoltage(target - _set, Range.ShuntOhms, _cell);
        }
        else
        {
            _loop.CorrectCurrent(_set, volts, amperes, Range.ShuntOhms, _cell);
            _loop.StepCurrent(target - _set, Range.ShuntOhms, _cell);
        }
        _set = target;
        _loop.Clamp(volts, Range);
        return _output.Write(_loop.Output);
    }

    /// <inheritdoc/>
    public void ChangeRange(CurrentRange range)
    {
        var amperes = _holdsVoltage ? _amperes : _set;
        _loop.StepCurrent(-amperes, Range.ShuntOhms, _cell);
        _output.Write(_loop.Output);
        _range.Select(range);
        _cell.Interrupt();
        if (_holdsVoltage)
        {
            _loop.StepCurrent(amperes, Range.ShuntOhms, _cell);
            _output.Write(_loop.Output);
        }
        else
        {
            _set = 0;
        }
    }

    /// <inheritdoc/>
    public long Disconnect()
    {
        _loop.StepCurrent(-(_holdsVoltage ? _amperes : _set), Range.ShuntOhms, _cell);
        var off = _output.Write(_loop.Output);
        _switches.SetRelay(false);
        _output.Release();
        _set = 0;
        return off;
    }

    /// <inheritdoc/>
    public IdleOutcome Idle()
    {
        var faults = new List<string>();
        var wasConnected = IsConnected;
        Attempt("opening the relay", _switches.ReleaseRelay);
        if (wasConnected)
        {
            Attempt("measuring the current after opening", () => _residual = ReadCurrent().Value);
        }
        // High impedance is also what a welded relay can do least with.
        Attempt("switching the DAC to high impedance", _output.Release);
        _set = 0;
        return new IdleOutcome(Math.Abs(_residual) > WeldThreshold, _residual, faults);

        void Attempt(string what, Action part)
        {
            try
            {
                part();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                faults.Add($"{what}: {e.Message}");
            }
        }
    }

    /// <summary>
    /// In the smallest range, where the shunt bounds the current most: closes the relay on a DAC in high impedance, preloads
    /// the cell's own voltage, takes out what still flows, and finds the cell's impedance by a small step. Each current on the
    /// way must be one that the output explains.
    /// </summary>
    void Connect(CurrentRange range, int responses)
    {
        RequireOpen("connecting");
        _residual = double.NaN;
        var smallest = _profile.Ranges[0];
        _range.Select(smallest);
        var open = Middle(ReadVoltage().Value, ReadVoltage().Value, ReadVoltage().Value);
        _switches.SetRelay(true);
        CurrentUpTo(0, isReleased: true);
        _loop.Preload(open);
        _output.Write(_loop.Output);
        var residual = CurrentUpTo(Math.Abs(_loop.Output - open));
        _loop.Preload(_loop.Output - residual * smallest.ShuntOhms);
        Identify(responses, Math.Abs(_loop.Output - open));
        _output.Write(_loop.Output);
        _range.Select(range);
        _amperes = 0;
    }

    /// <summary>A small step one way, measured, and the other way for as long, so that no charge is left.</summary>
    void Identify(int responses, double offsetVolts)
    {
        Span<double> ohms = stackalloc double[responses];
        _output.Write(_loop.Output);
        var before = ReadVoltage().Value;
        var from = _output.Write(_loop.Output + ProbeVolts);
        var amperes = 0.0;
        for (var i = 0; i < responses; i++)
        {
            var volts = ReadVoltage().Value - before;
            amperes = CurrentUpTo(ProbeVolts + offsetVolts);
            ohms[i] = amperes > 0 ? Math.Clamp(volts / amperes, 0, MostCellOhms) : MostCellOhms;
        }
        var interval = (_clock.Nanoseconds - from) / responses;
        from = _output.Write(_loop.Output - ProbeVolts);
        for (var i = 1; i <= responses; i++)
        {
            CurrentUpTo(ProbeVolts + offsetVolts);
            _clock.WaitUntil(from + i * interval);
        }
        _cell.Identify(ohms, interval * 1e-9, amperes);
    }

    static double Middle(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

    /// <summary>Reads the current, which the output is so far from the cell for.</summary>
    /// <exception cref="OutputFaultException">More flows; the relay is open again.</exception>
    double CurrentUpTo(double volts, bool isReleased = false)
    {
        var current = ReadCurrent();
        if (current.IsClipped || !(Math.Abs(current.Value) < NothingFlowsPart * Range.FullScaleAmperes + volts / Range.ShuntOhms))
        {
            Idle();
            throw new OutputFaultException(Number, Range, current.Value, isReleased);
        }
        return current.Value;
    }

    void RequireOpen(string doing) => Require(!IsConnected, $"{doing} needs an open relay");

    static void Require(bool met, string rule)
    {
        if (!met)
        {
            throw new InvalidOperationException($"Front end: {rule}.");
        }
    }
}
