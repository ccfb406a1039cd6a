namespace CoinRig.Electrochemistry.Gitt;

/// <summary>
/// A titration row by row, in constant memory: each pulse with the rests before and after it gives an estimate when the rest ends. A file is analysed
/// by the same code in a loop (<see cref="Titration"/>).
/// </summary>
/// <param name="shape">The particle's shape.</param>
/// <param name="noiseVolts">Standard deviation of a voltage reading, V; NaN: from the readings.</param>
public sealed class TitrationStream(ConstantFlux shape, double noiseVolts)
{
    readonly RestAccumulator _rest = new();
    readonly PulseAccumulator _pulse = new();
    RowWatch _rows;
    TitrationStep _step = TitrationStep.Other;
    Equilibrium? _equilibrium, _before;
    PulsePlace? _ended;
    double _start, _startUncertainty, _pulseUncertainty, _noise = double.IsFinite(noiseVolts) ? noiseVolts : 0, _volts = double.NaN;
    bool _hasHole, _restHasHole;
    int _number;

    /// <summary>A step begins.</summary>
    /// <param name="step">What it is.</param>
    /// <param name="seconds">The moment at which the current changed, s.</param>
    /// <param name="uncertaintySeconds">Its standard uncertainty, s.</param>
    public void Begin(TitrationStep step, double seconds, double uncertaintySeconds = 0)
    {
        (_step, _start, _startUncertainty) = (step, seconds, uncertaintySeconds);
        _rows.Begin();
        switch (step)
        {
            case TitrationStep.Pulse:
                _pulse.Begin();
                _before = _equilibrium;
                (_ended, _equilibrium, _pulseUncertainty) = (null, null, uncertaintySeconds);
                _hasHole = _before is null || _restHasHole;
                _number++;
                break;
            case TitrationStep.Rest:
                _rest.Begin();
                break;
            default:
                (_ended, _equilibrium) = (null, null);
                break;
        }
    }

    /// <summary>Takes in a row.</summary>
    /// <param name="seconds">Its time, s.</param>
    /// <param name="volts">Voltage, V.</param>
    /// <param name="amperes">Current, A.</param>
    public void Add(double seconds, double volts, double amperes)
    {
        var since = seconds - _start;
        _volts = volts;
        _rows.Add(since, volts);
        if (_step == TitrationStep.Pulse)
        {
            _pulse.AddPulse(since, volts, amperes);
        }
        else if (_step == TitrationStep.Rest)
        {
            _rest.Add(since, volts);
            if (_ended is not null)
            {
                _pulse.AddRest(since, volts);
            }
        }
    }

    /// <summary>A step ends.</summary>
    /// <param name="seconds">The moment at which the current changed, s.</param>
    /// <returns>What the pulse before a rest that ends says; null where nothing is complete.</returns>
    public PulseEstimate? End(double seconds)
    {
        switch (_step)
        {
            case TitrationStep.Pulse:
                if (_rows.IsClipped)
                {
                    _pulse.Clip();
                }
                _hasHole |= _rows.HasHole(seconds - _start);
                _ended = new(_number, seconds - _start, 0, _volts, double.NaN);
                return null;
            case TitrationStep.Rest:
                var noise = double.IsFinite(noiseVolts) ? noiseVolts : _rest.NoiseVolts;
                _noise = double.IsFinite(noise) ? noise : _noise;
                _equilibrium = _rest.Equilibrium(_noise, _volts);
                _restHasHole = _rows.HasHole(_ended?.Seconds ?? 0);
                var estimate = _ended is { } place ? Estimate(place, _equilibrium) : null;
                _ended = null;
                return estimate;
            default:
                return null;
        }
    }

    PulseEstimate Estimate(in PulsePlace place, Equilibrium after)
    {
        if (_rows.IsClipped)
        {
            _pulse.Clip();
        }
        var before = _before ?? new(after.Volts, double.NaN, EquilibriumKind.Unsettled, after.Volts, double.NaN, 0);
        return PulseEstimate.Of(_pulse.Observe(place, shape, before, after, _noise) with
        {
            IsStepMissing = _hasHole || _restHasHole,
            TimeZeroUncertaintySeconds = Math.Max(_pulseUncertainty, _startUncertainty),
        });
    }
}
