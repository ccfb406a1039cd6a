using CoinRig.Electrochemistry.Gitt;

namespace CoinRig.Electrochemistry.Tests.Gitt;

/// <summary>Pulses of 300 s and 4 mV on a particle of constant D and a straight equilibrium curve, every step of the current superposed.</summary>
static class ExactTitration
{
    public const double Ohms = 10, Amperes = 1e-4, Rate = 1.3e-4, Volts = 3.8;

    const double PulseSeconds = 300, RestSeconds = 3000, StepVolts = 4e-3;

    public static (double[] Seconds, double[] Volts, double[] Amperes) Make(int pulses)
    {
        var shape = ConstantFlux.Sphere;
        var edges = new List<(double Seconds, double Sign)>();
        var rows = new List<(double Seconds, double Volts, double Amperes)>();
        var now = 0.0;
        Add(900, 0);
        for (var i = 0; i < pulses; i++)
        {
            edges.Add((now, 1));
            Add(PulseSeconds, Amperes);
            edges.Add((now, -1));
            Add(RestSeconds, 0);
        }
        return ([.. rows.Select(r => r.Seconds)], [.. rows.Select(r => r.Volts)], [.. rows.Select(r => r.Amperes)]);

        void Add(double duration, double amperes)
        {
            for (var t = 0.1; t < duration; t += Math.Clamp(t / 20, 0.1, 30))
            {
                Row(t);
            }
            Row(duration);
            now += duration;

            void Row(double t)
            {
                var surface = edges.Sum(e => e.Sign * shape.Surface(Rate * (now + t - e.Seconds)));
                rows.Add((now + t, Volts + amperes * Ohms + StepVolts / PulseSeconds / (shape.MeanRate * Rate) * surface, amperes));
            }
        }
    }
}
