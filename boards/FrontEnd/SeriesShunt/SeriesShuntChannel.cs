using CoinRig.Clock;
using static CoinRig.FrontEnd.ChannelRule;

namespace CoinRig.FrontEnd;

/// <summary>
/// A channel without op-amps: DAC, relay, shunt and cell in series, and the loop closed in software once a scan. With the
/// relay open no current flows through the shunt, so both inputs show the cell; the DAC is then in high impedance.
/// </summary>
sealed partial class SeriesShuntChannel : IChannel
{
    /// <summary>The output is moved by so much to see whether a relay is welded, and to find the cell's resistance: 5 uA in the smallest range, V.</summary>
    const double ProbeVolts = 25e-3;

    /// <summary>Current through an open relay that is no error of the zero, A: a tenth of what the probe drives through a cell of 5 kohm.</summary>
    const double WeldThreshold = 0.25e-6;

    /// <summary>Part of full scale that may flow where nothing should: calibration and zero errors are far below.</summary>
    const double NothingFlowsPart = 0.05;

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
    double _volts;
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
    public (double Lowest, double Highest) AllowedVolts { get; set; } = (double.NegativeInfinity, double.PositiveInfinity);

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
        _range.Select(_profile.Ranges[0]);
        var earlier = this.ReadVoltageInTurn();
        var volts = this.ReadVoltageInTurn();
        var before = this.ReadCurrentInTurn();
        _output.Write(volts + ProbeVolts);
        var probed = this.ReadCurrentInTurn();
        // With nothing in the holder no current flows, but the sense lead follows the output. A cell that comes back from a current does so by itself, ever more slowly: three conversions on, as before at most.
        var risen = this.ReadVoltageInTurn() - volts;
        var isWelded = Math.Abs(probed - before) > WeldThreshold || Math.Min(risen, risen - 3 * (volts - earlier)) > ProbeVolts / 2;
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
        (_volts, _amperes) = (volts, amperes);
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
        Require(!_holdsVoltage, "the range of a voltage is changed with its current");
        _loop.StepCurrent(-_set, Range.ShuntOhms, _cell);
        _output.Write(_loop.Output);
        _range.Select(range);
        _cell.Interrupt();
        _set = 0;
    }

    /// <inheritdoc/>
    public RangeGap ChangeRange(CurrentRange range, double amperes, double voltsPerSecond)
    {
        Require(IsConnected && _holdsVoltage, "a range can be changed under a voltage only while connected for voltage");
        // A current that left its range is what the output drives through the shunt.
        amperes = double.IsNaN(amperes) ? (_loop.Output - _volts) / Range.ShuntOhms : amperes;
        _loop.StepCurrent(-amperes, Range.ShuntOhms, _cell);
        var off = _output.Write(_loop.Output);
        _range.Select(range);
        _cell.Interrupt();
        var moved = voltsPerSecond * (_clock.Nanoseconds - off) * 1e-9;
        _loop.StepVoltage(moved, Range.ShuntOhms, _cell);
        _set += moved;
        _loop.StepCurrent(amperes, Range.ShuntOhms, _cell);
        return new(off, _output.Write(_loop.Output));
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
        var steps = new IdleSteps();
        var wasConnected = IsConnected;
        steps.Try("opening the relay", _switches.ReleaseRelay);
        if (wasConnected)
        {
            steps.Try("measuring the current after opening", () => _residual = this.ReadResidual(WeldThreshold));
        }
        // High impedance is also what a welded relay can do least with.
        steps.Try("switching the DAC to high impedance", _output.Release);
        _set = 0;
        return new IdleOutcome(Math.Abs(_residual) > WeldThreshold, _residual, steps.Faults);
    }

    void RequireOpen(string doing) => Require(!IsConnected, $"{doing} needs an open relay");
}
