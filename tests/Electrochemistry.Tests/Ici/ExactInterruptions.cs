using CoinRig.Electrochemistry.Gitt;

namespace CoinRig.Electrochemistry.Tests.Ici;

/// <summary>300 s on, 10 s off on a particle of constant D and a straight equilibrium curve: every step of the current superposed.</summary>
static class ExactInterruptions
{
    public const double Ohms = 5;

    const double Amperes = 1e-3, OnSeconds = 300, OffSeconds = 10, VoltsPerSecond = 2e-5;

    public static (double[] Seconds, double[] Volts, double[] Amperes) Make(ConstantFlux shape, double rate, int count)
    {
        var edges = new List<(double Seconds, double Sign)>();
        var rows = new List<(double Seconds, double Volts, double Amperes)>();
        Add(0, 600, 10, 0);
        var start = 600.0;
        for (var i = 0; i < count; i++)
        {
            edges.Add((start, 1));
            Add(start, OnSeconds, 5, Amperes);
            edges.Add((start + OnSeconds, -1));
            Add(start + OnSeconds, OffSeconds, 0.1, 0);
            start += OnSeconds + OffSeconds;
        }
        return ([.. rows.Select(r => r.Seconds)], [.. rows.Select(r => r.Volts)], [.. rows.Select(r => r.Amperes)]);

        void Add(double begin, double duration, double interval, double amperes)
        {
            for (var j = 1; j <= Math.Round(duration / interval); j++)
            {
                var t = begin + j * interval;
                var surface = edges.Sum(e => e.Sign * shape.Surface(rate * (t - e.Seconds)));
                rows.Add((t, 3.7 + amperes * Ohms + VoltsPerSecond / (shape.MeanRate * rate) * surface, amperes));
            }
        }
    }
}
