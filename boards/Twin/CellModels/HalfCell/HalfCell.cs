namespace CoinRig.Twin;

/// <summary>
/// NCM523 against lithium: a single particle with concentration-dependent diffusion, Butler-Volmer kinetics, double layer,
/// film resistance and ageing (electrochemistry.md 1.2 to 1.5). Positive current charges. Long steps are divided inside; a
/// step of some ten milliseconds is one, and allocates nothing. Where the surface cannot supply a current, the surface
/// potential stays at a rail and the rest of the current goes into a side reaction.
/// </summary>
public sealed class HalfCell : ICellModel
{
    const double Faraday = 96485.33212, GasConstant = 8.314462618, ZeroCelsius = 273.15, ReferenceKelvin = 298.15;

    /// <summary>Where side reactions hold the surface potential, V: no protocol goes there, but a fault may.</summary>
    const double LowestSurfaceVolts = 0, HighestSurfaceVolts = 5.5;

    /// <summary>A jump of the voltage above this, or of the current above C/100, begins the short sub-steps again.</summary>
    const double JumpVolts = 0.5e-3, JumpFlux = 0.01 / 3600;

    /// <summary>At rest, a particle more uniform than this with less current than this (A/m2) has nothing left to do: it is below a nanovolt.</summary>
    const double UniformSpread = 1e-10, RestingDensity = 1e-10;

    /// <summary>Beyond these the Arrhenius laws of a lab mean nothing.</summary>
    const double LowestCelsius = -60, HighestCelsius = 150;

    /// <summary>Three years: longer steps are a mistake of the caller.</summary>
    const double LongestSeconds = 1e8;

    readonly HalfCellOptions _options;
    readonly ParticleDiffusion _particle;
    readonly SurfaceReaction _reaction;
    readonly SeriesPath _path = new();
    readonly DischargeCounter _discharges = new();
    readonly double _activeArea, _doubleLayer;
    double _temperatureCelsius;
    double _capacity;
    double _density, _surfaceVolts, _amperes, _age;
    int _finishedDischarges;

    /// <summary>A fresh cell, at rest since long.</summary>
    /// <param name="parameters">The material.</param>
    /// <param name="geometry">How much of it, in what particles.</param>
    /// <param name="options">What is included; the default is the cell of the twin.</param>
    public HalfCell(HalfCellParameters parameters, HalfCellGeometry geometry, HalfCellOptions? options = null)
    {
        Parameters = parameters;
        Geometry = geometry;
        _options = options ?? new HalfCellOptions();
        RefuseTemperature(_options.TemperatureCelsius);
        _temperatureCelsius = _options.TemperatureCelsius;
        var grid = new ShellGrid(_options.Shells, _options.OutermostShell, geometry.Dimensions);
        _particle = new ParticleDiffusion(grid, _options.StartComposition);
        _reaction = new SurfaceReaction(grid.SurfaceGap / grid.Dimensions) { ShiftVolts = parameters.PotentialShiftVolts };
        _activeArea = geometry.ActiveAreaSquareMeters(parameters.DensityKilogramsPerCubicMeter);
        _doubleLayer = _options.DoubleLayer ? parameters.DoubleLayerFaradsPerSquareMeter : 0;
        ApplyTemperatureAndAge();
        _surfaceVolts = EquilibriumVoltsAt(_options.StartComposition);
    }

    /// <summary>The material when fresh, at 25 degC.</summary>
    public HalfCellParameters Parameters { get; }

    /// <summary>The true mass, radius and area.</summary>
    public HalfCellGeometry Geometry { get; }

    /// <summary>Capacity between x = 0 and 1 now, C; <see cref="Parameters"/> has the specific one when fresh.</summary>
    public double Capacity => _capacity;

    /// <summary>From 1; one more after each discharge.</summary>
    public int CycleNumber => _finishedDischarges + 1;

    /// <summary>Mean lithium fraction of the host.</summary>
    public double MeanComposition => _particle.Mean;

    /// <summary>Lithium fraction at the particles' surface.</summary>
    public double SurfaceComposition =>
        _reaction.TrySurface(_particle.OuterNow, 0, _density * _reaction.FluxPerCurrentDensity, out var surface, out _) ? surface : 1;

    /// <summary>Film resistance, ohm.</summary>
    public double SeriesOhms => _path.Ohms;

    /// <summary>Double layer of the whole electrode, F; 0 where it is left out.</summary>
    public double DoubleLayerFarads => _doubleLayer * _activeArea;

    /// <summary>Potential across the particles' surface, V.</summary>
    public double SurfaceVolts => _surfaceVolts;

    /// <summary>Temperature, degC; it moves diffusion, kinetics and film resistance (electrochemistry.md 1.5).</summary>
    public double TemperatureCelsius
    {
        get => _temperatureCelsius;
        set
        {
            RefuseTemperature(value);
            _temperatureCelsius = value;
            ApplyTemperatureAndAge();
        }
    }

    /// <inheritdoc/>
    public double OpenCircuitVolts => TerminalVolts(0);

    /// <summary>Diffusion coefficient at a composition and the temperature now, m2/s.</summary>
    public double DiffusionCoefficientAt(double composition) => _particle.RateAt(composition) * Geometry.RadiusMeters * Geometry.RadiusMeters;

    /// <summary>Open-circuit potential of the material at a composition, V.</summary>
    public double EquilibriumVoltsAt(double composition) => Ncm523Potential.Volts(composition, out _) + Parameters.PotentialShiftVolts;

    /// <inheritdoc/>
    public double TerminalVolts(double amperes)
    {
        Refuse(amperes, nameof(amperes));
        if (_doubleLayer > 0)
        {
            return _surfaceVolts + _path.Volts(amperes);
        }
        _reaction.TryVolts(_particle.OuterNow, 0, amperes / _activeArea, out var volts, out _);
        return Math.Clamp(volts, LowestSurfaceVolts, HighestSurfaceVolts) + _path.Volts(amperes);
    }

    /// <inheritdoc/>
    public double AdvanceCurrent(double amperes, double seconds)
    {
        Refuse(amperes, nameof(amperes));
        RefuseTime(seconds);
        if (seconds == 0)
        {
            return TerminalVolts(amperes);
        }
        if (Math.Abs(amperes - _amperes) > JumpFlux * _capacity)
        {
            _age = 0;
        }
        while (seconds > 0 && !(amperes == 0 && IsUniform()))
        {
            seconds -= Step(Held.Current, amperes, 0, seconds);
        }
        _amperes = amperes;
        return TerminalVolts(amperes);
    }

    /// <inheritdoc/>
    public double AdvanceVoltage(double volts, double seconds) => AdvanceSource(volts, 0, seconds);

    /// <inheritdoc/>
    public double AdvanceSource(double volts, double sourceOhms, double seconds)
    {
        Refuse(volts, nameof(volts));
        RefuseResistance(sourceOhms);
        RefuseTime(seconds);
        if (seconds == 0)
        {
            return AmperesNow(volts, sourceOhms);
        }
        if (Math.Abs(volts - _surfaceVolts - (_path.Volts(_amperes) + sourceOhms * _amperes)) > JumpVolts + sourceOhms * JumpFlux * _capacity)
        {
            _age = 0;
        }
        do
        {
            seconds -= Step(Held.Voltage, volts, sourceOhms, seconds);
        }
        while (seconds > 0 && !(Math.Abs(_amperes) < RestingDensity * _activeArea && IsUniform()));
        return _amperes;
    }

    /// <summary>The current in the first instant of a voltage: composition and double layer are still what they were.</summary>
    double AmperesNow(double volts, double sourceOhms)
    {
        if (_doubleLayer > 0)
        {
            return _path.HasResistance(sourceOhms) ? _path.Amperes(volts - _surfaceVolts, sourceOhms) : _amperes;
        }
        var density = _density;
        StepSolver.Solve(_reaction, _particle.OuterNow, 0, new(Held.Voltage, volts, _activeArea, 0, _surfaceVolts, _path, sourceOhms), ref density);
        return density * _activeArea;
    }

    /// <summary>One sub-step; returns its length.</summary>
    double Step(Held held, double target, double sourceOhms, double remaining)
    {
        var seconds = StepLadder.Next(remaining, _age, _density * _reaction.FluxPerCurrentDensity);
        var equation = new StepEquation(held, target, _activeArea, _doubleLayer / seconds, _surfaceVolts, _path, sourceOhms);
        _particle.Begin(seconds);
        var volts = StepSolver.Solve(_reaction, _particle.Outer, _particle.OuterPerFlux, equation, ref _density);
        if (volts is >= LowestSurfaceVolts and <= HighestSurfaceVolts)
        {
            _amperes = held == Held.Current ? target : equation.HeldVoltageAmperes(_density, volts);
            _surfaceVolts = volts;
        }
        else
        {
            StayAtRail(equation, volts);
        }
        var flux = _density * _reaction.FluxPerCurrentDensity;
        _particle.Complete(flux);
        _age += seconds;
        if (_discharges.Add(-flux * seconds) && _options.Ageing)
        {
            _finishedDischarges++;
            ApplyTemperatureAndAge();
        }
        return seconds;
    }

    void StayAtRail(in StepEquation equation, double volts)
    {
        var rail = volts > HighestSurfaceVolts ? HighestSurfaceVolts : LowestSurfaceVolts;
        StepSolver.Solve(_reaction, _particle.Outer, _particle.OuterPerFlux, equation with { Held = Held.Surface, Target = rail }, ref _density);
        _surfaceVolts = rail;
        if (equation.Held == Held.Current)
        {
            _amperes = equation.Target;
        }
        else if (_path.HasResistance(equation.SourceOhms))
        {
            _amperes = _path.Amperes(equation.Target - rail, equation.SourceOhms);
        }
        else
        {
            _amperes = equation.Amperes(_density, rail);
        }
    }

    bool IsUniform() => Math.Abs(_density) < RestingDensity && _particle.Spread < UniformSpread;

    void ApplyTemperatureAndAge()
    {
        var n = _options.Ageing ? _finishedDischarges : 0;
        var kelvin = _temperatureCelsius + ZeroCelsius;
        var twiceThermal = 2 * GasConstant * kelvin / Faraday;
        var rate = Parameters.DiffusionAtHalfSquareMetersPerSecond * Arrhenius(Parameters.DiffusionActivationJoulesPerMole, kelvin)
            / (Geometry.RadiusMeters * Geometry.RadiusMeters);
        var logSlope = Parameters.DiffusionDecadesPerComposition * Math.Log(10);
        _capacity = Parameters.SpecificCapacityCoulombsPerKilogram * Geometry.MassKilograms * Parameters.Ageing.CapacityShare(n);
        _particle.SetDiffusivity(rate, logSlope);
        _reaction.Rate = rate;
        _reaction.LogSlope = logSlope;
        _reaction.FluxPerCurrentDensity = _activeArea / _capacity;
        _reaction.TwiceExchange = 2 * Parameters.ExchangeAmperesPerSquareMeter * Parameters.Ageing.KineticsFactor(n) * Arrhenius(Parameters.ExchangeActivationJoulesPerMole, kelvin);
        _reaction.TwiceThermalVolts = twiceThermal;
        var film = Parameters.FilmOhmSquareMeters * Parameters.Ageing.ResistanceFactor(n);
        if (_options.LithiumElectrode)
        {
            _path.TwiceLithiumExchangeAmperes = 2 * SeriesPath.LithiumExchangeAmperesPerSquareMeter * Geometry.AreaSquareMeters;
            film = Math.Max(0, film - GasConstant * ReferenceKelvin / Faraday / SeriesPath.LithiumExchangeAmperesPerSquareMeter);
        }
        _path.TwiceThermalVolts = twiceThermal;
        _path.Ohms = film / Arrhenius(Parameters.FilmActivationJoulesPerMole, kelvin) / Geometry.AreaSquareMeters;
    }

    static double Arrhenius(double joulesPerMole, double kelvin) => Math.Exp(joulesPerMole / GasConstant * (1 / ReferenceKelvin - 1 / kelvin));

    static void Refuse(double value, string name)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(name, value, "the half cell takes finite numbers only");
        }
    }

    static void RefuseResistance(double sourceOhms)
    {
        if (!(sourceOhms >= 0 && double.IsFinite(sourceOhms)))
        {
            throw new ArgumentOutOfRangeException(nameof(sourceOhms), sourceOhms, "the half cell takes a resistance of 0 ohm or more before it");
        }
    }

    static void RefuseTime(double seconds)
    {
        if (!(seconds >= 0 && seconds <= LongestSeconds))
        {
            throw new ArgumentOutOfRangeException(nameof(seconds), seconds, $"the half cell goes on by 0 to {LongestSeconds} s at once");
        }
    }

    static void RefuseTemperature(double celsius)
    {
        if (!(celsius >= LowestCelsius && celsius <= HighestCelsius))
        {
            throw new ArgumentOutOfRangeException(nameof(celsius), celsius, $"the half cell knows {LowestCelsius} to {HighestCelsius} degC");
        }
    }
}
