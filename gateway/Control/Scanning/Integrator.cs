namespace CoinRig.Control;

/// <summary>
/// Charge and energy from every raw reading, by the trapezoidal rule. At a write of the set value the old trapezoid ends
/// with the old current and the new one starts with the new: a jump is not a ramp. While the relay is open no charge
/// passes, whatever the zero of the amplifier reads.
/// </summary>
sealed class Integrator
{
    CompensatedSum _charge;
    CompensatedSum _discharge;
    CompensatedSum _chargeEnergy;
    CompensatedSum _dischargeEnergy;
    CompensatedSum _net;
    CompensatedSum _netEnergy;
    long _scans;
    long _lastNanoseconds;
    double _lastAmperes;
    double _lastVolts;
    bool _awaitsFirst;
    bool _flows;

    /// <summary>Net charge since the run's start, C.</summary>
    internal double NetCoulombs => _net.Value;

    /// <summary>Net energy since the run's start, J.</summary>
    internal double NetJoules => _netEnergy.Value;

    /// <summary>Charge through the current segment, both directions, C.</summary>
    internal double SegmentCoulombs => _charge.Value + _discharge.Value;

    /// <summary>Energy through the current segment, both directions, J.</summary>
    internal double SegmentJoules => _chargeEnergy.Value + _dischargeEnergy.Value;

    /// <summary>What the current segment has taken and given.</summary>
    internal SegmentIntegrals Segment => new(_charge.Value, _discharge.Value, _chargeEnergy.Value, _dischargeEnergy.Value, _scans);

    /// <summary>Takes a reading.</summary>
    internal void Add(long nanoseconds, double amperes, double volts)
    {
        if (!_flows)
        {
            return;
        }
        _scans++;
        if (_awaitsFirst)
        {
            _awaitsFirst = false;
            _lastAmperes = amperes;
            _lastVolts = volts;
        }
        AddTrapezoid(nanoseconds, amperes, volts);
    }

    /// <summary>Ends the old trapezoid at a write, with the current that flowed until then.</summary>
    internal void EndSegment(long nanoseconds)
    {
        if (_flows && !_awaitsFirst)
        {
            AddTrapezoid(nanoseconds, _lastAmperes, _lastVolts);
        }
        _flows = false;
    }

    /// <summary>Begins a segment at its write; its first reading stands for the time since then.</summary>
    /// <param name="nanoseconds">When the set value was written.</param>
    /// <param name="flows">Whether a current can flow: the relay is closed.</param>
    internal void BeginSegment(long nanoseconds, bool flows)
    {
        _charge = _discharge = _chargeEnergy = _dischargeEnergy = default;
        _scans = 0;
        Resume(nanoseconds, flows);
    }

    /// <summary>Goes on within a segment from a write, as after the ramp to a voltage.</summary>
    internal void Resume(long nanoseconds, bool flows)
    {
        _lastNanoseconds = nanoseconds;
        _flows = flows;
        _awaitsFirst = true;
    }

    /// <summary>Takes up the sums of a run that was interrupted. What flowed since is not known, so nothing is added for it.</summary>
    internal void Restore(double netCoulombs, double netJoules, in SegmentIntegrals segment)
    {
        (_net, _netEnergy) = (CompensatedSum.Of(netCoulombs), CompensatedSum.Of(netJoules));
        (_charge, _discharge) = (CompensatedSum.Of(segment.ChargeCoulombs), CompensatedSum.Of(segment.DischargeCoulombs));
        (_chargeEnergy, _dischargeEnergy) = (CompensatedSum.Of(segment.ChargeJoules), CompensatedSum.Of(segment.DischargeJoules));
        _scans = segment.Scans;
        _flows = false;
    }

    /// <summary>Goes on after a time without current: until then flowed what was read last, from then on what is read next.</summary>
    /// <param name="off">When it ended, ns.</param>
    /// <param name="on">When it began again, ns.</param>
    internal void Bridge(long off, long on)
    {
        var flows = _flows;
        EndSegment(off);
        Resume(on, flows);
    }

    void AddTrapezoid(long nanoseconds, double amperes, double volts)
    {
        var seconds = (nanoseconds - _lastNanoseconds) * 1e-9;
        var charge = 0.5 * (amperes + _lastAmperes) * seconds;
        var energy = 0.5 * (amperes * volts + _lastAmperes * _lastVolts) * seconds;
        _net.Add(charge);
        _netEnergy.Add(energy);
        if (charge >= 0)
        {
            _charge.Add(charge);
            _chargeEnergy.Add(energy);
        }
        else
        {
            _discharge.Add(-charge);
            _dischargeEnergy.Add(-energy);
        }
        _lastNanoseconds = nanoseconds;
        _lastAmperes = amperes;
        _lastVolts = volts;
    }
}
