using static CoinRig.FrontEnd.ChannelRule;

namespace CoinRig.FrontEnd;

/// <summary>
/// Changes of range. Under a voltage the cell relay makes the current zero: with the loop closed no target does for sure. While its relay is
/// open the cell relaxes, and what it has lost flows back on top of the current; so the voltage comes back over a time, and at first not
/// all of it.
/// </summary>
sealed partial class HardwareLoopChannel
{
    /// <summary>Codes by which the voltage steps back before the relay opens: what the current makes of it tells how far the cell falls without one.</summary>
    const int ProbeCodes = 4;

    /// <summary>A cell with more resistance than this needs no smaller voltage to be connected without much current, ohm.</summary>
    const double MostCellOhms = 20e3;

    /// <summary>That a cell falls by more is believed when a second reading says so, V: a disturbed one would connect it far from its voltage.</summary>
    const double DoubtfulFallVolts = 0.05;

    /// <summary>How long the voltage takes to come back: as long as leaves the gap below three scans of a tenth of a second.</summary>
    const long ReturnNanoseconds = 140_000_000;
    const int ReturnSteps = 28;

    /// <summary>
    /// Part of the cell's fall that is still missing then. On the twin's half cells, and on a dummy of 100 ms, the current so comes back to what it was from
    /// below; without it, it would stand a fifth above that for a tenth of a second.
    /// </summary>
    const double LagPart = 0.25;

    /// <summary>
    /// Mean of the current while the voltage comes back, as a part of what it then is: more than half, because the cell takes back what it has lost.
    /// So it is on the twin's half cells within 3 % of the gap's charge; on a dummy of 100 ms a fifth more flows.
    /// </summary>
    const double ReturnPart = 0.6;

    /// <summary>What a scan takes of what is missing, but at least one code.</summary>
    const double LagPartOfAScan = 0.25;

    /// <summary>How far the voltage still stays behind its set value after a change of range, V.</summary>
    double _lag;

    /// <inheritdoc/>
    public void ChangeRange(CurrentRange range)
    {
        Require(!_switches.IsPotentiostat, "the range of a voltage is changed with its current");
        _trim.Reset();
        _set = 0;
        WriteCode(_targets.CodeForAmperes(0, _range.Index));
        _range.Select(range);
        WriteCode(_targets.CodeForAmperes(0, _range.Index));
    }

    /// <inheritdoc/>
    public RangeGap ChangeRange(CurrentRange range, double amperes, double voltsPerSecond)
    {
        Require(IsConnected && _switches.IsPotentiostat, "a range can be changed under a voltage only while connected for voltage");
        GiveTurn();
        var (held, began) = (_set, _clock.Nanoseconds);
        var (fall, probedPart) = Probe(held - _lag, amperes);
        var opened = _clock.Nanoseconds;
        _switches.SetRelay(false);
        _range.Select(range);
        var empty = held - _lag - fall;
        WriteVolts(empty);
        _switches.SetRelay(true);
        var closed = _clock.Nanoseconds;
        _lag = LagPart * fall;
        if (fall == 0)
        {
            // Without a current that is known nothing is waited for: it is read at once.
            return new(began, closed);
        }
        // Where another channel has its turn meanwhile, the voltage stands still; what is missing of the current then comes later.
        long stood = 0, missing = 0;
        for (var i = 1; i <= ReturnSteps; i++)
        {
            var due = closed + stood + i * ReturnNanoseconds / ReturnSteps;
            _inputs.WaitUntil(due);
            var late = _clock.Nanoseconds - due;
            stood += late;
            missing += late * (ReturnSteps - i + 1) / ReturnSteps;
            _set = held + voltsPerSecond * (_clock.Nanoseconds - began) * 1e-9;
            WriteVolts(empty + (_set - _lag - empty) * i / ReturnSteps);
        }
        return new(began, closed + missing + (long)((1 - ReturnPart) * ReturnNanoseconds - (opened - began) * probedPart));
    }

    /// <summary>How far the cell falls within a conversion when its current ceases, V, and the part of the current that flowed meanwhile.</summary>
    (double Volts, double Part) Probe(double volts, double amperes)
    {
        if (double.IsNaN(amperes) || amperes == 0)
        {
            return (0, 0);
        }
        var step = Math.Sign(amperes) * ProbeCodes * _targets.VoltsPerCode;
        WriteVolts(volts - step);
        var reading = ReadCurrent();
        var ohms = step / (amperes - reading.Value);
        if (ohms * Math.Abs(amperes) > DoubtfulFallVolts)
        {
            reading = ReadCurrent();
            ohms = Math.Min(ohms, step / (amperes - reading.Value));
        }
        return reading.IsClipped || !(ohms > 0) ? (0, 1) : (Math.Min(ohms, MostCellOhms) * amperes, Math.Clamp(reading.Value / amperes, -1, 1));
    }

    /// <summary>Takes a scan's part of what is still missing of the voltage.</summary>
    /// <returns>Whether anything was: an error of that size is no matter of calibration.</returns>
    bool TakeLag()
    {
        if (_lag == 0)
        {
            return false;
        }
        var step = Math.Max(LagPartOfAScan * Math.Abs(_lag), _targets.VoltsPerCode);
        _lag = Math.Abs(_lag) <= step ? 0 : _lag - Math.CopySign(step, _lag);
        return true;
    }
}
