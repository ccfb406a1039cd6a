using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Electrochemistry.Tests.Segments;

/// <summary>
/// Makes the rows of a cell of a resistance and semi-infinite diffusion that is driven in steps. Rows stand at intervals from a step's moment on;
/// the last one of a step at its end.
/// </summary>
sealed class MadeTrace(double noiseAmperes = 0)
{
    const double Ohms = 20, Warburg = 3, Volts0 = 3.7, VoltsPerCoulomb = 0.4;
    readonly Random _random = new(1);
    readonly List<(double Seconds, double Amperes)> _changes = [];
    double _now, _coulombs, _amperes;

    public List<double> Seconds { get; } = [];

    public List<double> Volts { get; } = [];

    public List<double> Amperes { get; } = [];

    /// <summary>The moments at which the steps began.</summary>
    public List<double> Moments { get; } = [];

    /// <summary>Part of an interval at which the first row of a step stands; the others follow at whole intervals after it. 1: at a whole interval.</summary>
    public double FirstRow { get; init; } = 1;

    public MadeTrace Rest(double seconds, double interval, double offset = 0) => Add(0, offset, seconds, interval);

    public MadeTrace Current(double amperes, double seconds, double interval) => Add(amperes, 0, seconds, interval);

    /// <summary>Holds the voltage of the last row; the current decays.</summary>
    public MadeTrace Hold(double seconds, double interval, double decaySeconds)
    {
        var (volts, start) = (Volts[^1], _amperes);
        Begin();
        for (var t = interval; t <= seconds; t += interval)
        {
            Row(_now + t, volts, start * Math.Exp(-t / decaySeconds));
        }
        _now += seconds;
        return this;
    }

    /// <summary>Steps the voltage and holds it.</summary>
    public MadeTrace Step(double volts, double amperes, double seconds, double interval, double decaySeconds)
    {
        var held = Volts[^1] + volts;
        Begin();
        for (var t = interval; t <= seconds; t += interval)
        {
            Row(_now + t, held, amperes * Math.Exp(-t / decaySeconds) + 1e-8);
        }
        _now += seconds;
        return this;
    }

    public IReadOnlyList<TraceSegment> Segments() => SegmentSearch.Of(new Trace(Seconds.ToArray(), Volts.ToArray(), Amperes.ToArray()));

    MadeTrace Add(double amperes, double offset, double seconds, double interval)
    {
        Begin();
        _changes.Add((_now, amperes - _amperes));
        _amperes = amperes;
        if (Seconds.Count == 0)
        {
            Row(0, Volts0, amperes + offset);
        }
        for (var t = FirstRow * interval; t <= seconds * (1 + 1e-12); t += interval)
        {
            var diffusion = _changes.Sum(c => c.Amperes * 2 * Warburg * Math.Sqrt((_now + t - c.Seconds) / Math.PI));
            Row(_now + t, Volts0 + amperes * Ohms + VoltsPerCoulomb * (_coulombs + amperes * t) + diffusion, amperes + offset);
        }
        _now += seconds;
        _coulombs += amperes * seconds;
        return this;
    }

    void Begin() => Moments.Add(_now);

    void Row(double seconds, double volts, double amperes)
    {
        Seconds.Add(seconds);
        Volts.Add(volts);
        Amperes.Add(amperes + noiseAmperes * (_random.NextDouble() + _random.NextDouble() + _random.NextDouble() - 1.5) * 2);
    }
}
