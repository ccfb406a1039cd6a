using CoinRig.Electrochemistry.Gitt;
using CoinRig.Twin;

namespace CoinRig.Coverage;

/// <summary>
/// A cell whose D and slope of the equilibrium curve are constant, so that the assumptions of the analyses hold: steps of the current superposed exactly, read through
/// an instrument with the board's errors and noise.
/// </summary>
sealed class LinearCell
{
    const double StatedRadius = 1.75e-6, RelativeRadius = 0.0286, LowestD = 1e-16, HighestD = 8e-16, LongestDoubtSeconds = 0.1;
    readonly List<(double Seconds, double Change)> _edges = [];
    readonly List<(double Seconds, double Volts, double Amperes)> _rows = [];
    readonly InstrumentErrors _errors;
    readonly SeededNoise _clock;
    double _now, _amperes;

    public LinearCell(InstrumentErrors errors, long seed)
    {
        var draw = new SeededNoise(seed, "linear cell");
        _errors = errors;
        _clock = new(seed, "time stamps");
        Radius = StatedRadius * (1 + RelativeRadius * draw.Normal());
        D = LowestD * Math.Pow(HighestD / LowestD, 0.5 * (1 + Math.Tanh(draw.Normal())));
        Ohms = 10 * Math.Exp(0.5 * draw.Normal());
        VoltsPerCoulomb = 0.25 * Math.Exp(0.3 * draw.Normal());
    }

    /// <summary>The geometry as it is stated.</summary>
    public static ParticleGeometry Stated { get; } = new(ConstantFlux.Sphere, new(StatedRadius / 3, RelativeRadius * StatedRadius / 3), "particle radius", false);

    public double Radius { get; }

    public double D { get; }

    /// <summary>D scales with the square of the radius: by how much it comes out too small with the stated one.</summary>
    public double RadiusFactor => Radius * Radius / (StatedRadius * StatedRadius);

    public double Ohms { get; }

    /// <summary>Slope of the equilibrium curve; 0 is a plateau.</summary>
    public double VoltsPerCoulomb { get; init; }

    /// <summary>Drift of the reading, V/s.</summary>
    public double DriftVoltsPerSecond { get; init; }

    /// <summary>Slowest relaxation, s.</summary>
    public double RelaxationSeconds => Radius * Radius / (20.1907 * D);

    public double Now => _now;

    public List<(double Seconds, double Volts, double Amperes)> Rows => _rows;

    /// <summary>A current for a time, read at these times of the step. The current that flows differs from the one that is read as the calibration does,
    /// and the time stamps of the step are late by a part of its first interval.</summary>
    public void Drive(double readAmperes, double seconds, IEnumerable<double> times)
    {
        var flowing = readAmperes == 0 ? 0 : _errors.True(readAmperes);
        _edges.Add((_now, flowing - _amperes));
        _amperes = flowing;
        double[] stamps = [.. times.Where(t => t < seconds * (1 - 1e-12)), seconds];
        // Nobody knows better than to the first interval when between two rows the current changed.
        var late = Math.Clamp(_clock.Normal() / Math.Sqrt(12), -0.9, 0.9) * Math.Min(stamps[0], LongestDoubtSeconds);
        foreach (var t in stamps)
        {
            _rows.Add((_now + t, _errors.Read(TrueVolts(_now + t + late)) + DriftVoltsPerSecond * (_now + t), readAmperes));
        }
        _now += seconds;
    }

    /// <summary>The voltage at a time up to now.</summary>
    public double TrueVolts(double seconds)
    {
        var (rate, sum) = (D / (Radius * Radius), 0.0);
        foreach (var (start, change) in _edges)
        {
            sum += seconds > start ? change * ConstantFlux.Sphere.Surface(rate * (seconds - start)) : 0;
        }
        return 3.8 + _amperes * Ohms + VoltsPerCoulomb * sum / (3 * rate);
    }

    /// <summary>The equilibrium voltage for the charge that has passed.</summary>
    public double EquilibriumVolts => 3.8 + VoltsPerCoulomb * _edges.Sum(e => e.Change * (_now - e.Seconds));

    /// <summary>The current that flows where this is read, A.</summary>
    public double Flowing(double readAmperes) => _errors.True(readAmperes);
}
