using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Pitt;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Twin;

namespace CoinRig.Coverage;

/// <summary>A cell of constant D and slope on small steps of the potential, each held until nearly nothing flows; steps superposed exactly, read through an instrument.</summary>
sealed class LinearHold
{
    const double StatedRadius = 1.75e-6, RelativeRadius = 0.0286, LowestD = 1e-16, HighestD = 8e-16, StepVolts = 4e-3, RestSeconds = 600, Interval = 0.1;

    /// <summary>Steps of the potential.</summary>
    public const int Steps = 3;

    readonly InstrumentErrors _errors;
    readonly SeededNoise _draw;
    readonly PotentialStepDecay _decay;
    readonly double _direction, _heldSeconds;

    public LinearHold(InstrumentErrors errors, long seed)
    {
        _draw = new SeededNoise(seed, "linear hold");
        _errors = errors;
        Radius = StatedRadius * (1 + RelativeRadius * _draw.Normal());
        D = LowestD * Math.Pow(HighestD / LowestD, 0.5 * (1 + Math.Tanh(_draw.Normal())));
        var ohms = 10 * Math.Exp(0.5 * _draw.Normal());
        var voltsPerCoulomb = 0.25 * Math.Exp(0.3 * _draw.Normal());
        _direction = _draw.Normal() > 0 ? 1 : -1;
        _heldSeconds = Radius * Radius / D;
        Coulombs = _direction * StepVolts / voltsPerCoulomb;
        _decay = new(ConstantFlux.Sphere, voltsPerCoulomb * Radius * Radius / (3 * D * ohms));
    }

    public double Radius { get; }

    /// <summary>D, m2/s.</summary>
    public double D { get; }

    /// <summary>D scales with the square of the radius: by how much it comes out too small with the stated one.</summary>
    public double RadiusFactor => Radius * Radius / (StatedRadius * StatedRadius);

    /// <summary>The charge of one step, C.</summary>
    public double Coulombs { get; }

    /// <summary>The rows: a rest, and the steps.</summary>
    public Trace Read()
    {
        List<(double Seconds, double Volts, double Amperes)> rows = [];
        for (var t = 10.0; t <= RestSeconds; t += 10)
        {
            rows.Add((t, _errors.Read(3.8), 0));
        }
        for (var step = 0; step < Steps; step++)
        {
            var late = Math.Clamp(_draw.Normal() / Math.Sqrt(12), -0.9, 0.9) * Interval;
            foreach (var t in Times().Append(_heldSeconds))
            {
                var seconds = RestSeconds + step * _heldSeconds + t;
                rows.Add((seconds, _errors.Read(3.8 + _direction * (step + 1) * StepVolts), _errors.ReadCurrent(Current(step, t + late))));
            }
        }
        return new(rows.Select(r => r.Seconds).ToArray(), rows.Select(r => r.Volts).ToArray(), rows.Select(r => r.Amperes).ToArray());
    }

    IEnumerable<double> Times()
    {
        for (var t = Interval; t < _heldSeconds; t += Math.Max(Interval, Math.Min(60, 0.02 * t)))
        {
            yield return t;
        }
    }

    double Current(int step, double sinceStep)
    {
        var (rate, sum) = (D / (Radius * Radius), 0.0);
        for (var before = 0; before <= step; before++)
        {
            sum += _decay.At(rate * (sinceStep + before * _heldSeconds));
        }
        return 3 * Coulombs * rate * sum;
    }
}
