using CoinRig.Electrochemistry.HalfCycles;
using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Electrochemistry.Tests.DifferentialCapacity;

/// <summary>Discharges whose voltage over the share of charge passed is known.</summary>
static class DischargeModel
{
    /// <summary>A discharge of 1 mA for an hour (times a scale) as an instrument reads it.</summary>
    public static DischargeRows Rows(Func<double, double> voltsAt, int count, Func<double>? noise = null, double scale = 1)
    {
        double[] seconds = new double[count], volts = new double[count], amperes = new double[count];
        for (var i = 0; i < count; i++)
        {
            seconds[i] = 3600.0 * i / (count - 1);
            volts[i] = voltsAt((double)i / (count - 1)) + (noise?.Invoke() ?? 0);
            amperes[i] = -1e-3 * scale;
        }
        return new(seconds, volts, amperes);
    }

    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}

sealed class DischargeRows(double[] seconds, double[] volts, double[] amperes)
{
    public Trace Trace => new(seconds, volts, amperes);

    public HalfCycle Half { get; } = HalfCycleFinder.Find(new(seconds, volts, amperes)).Single();

    public double Coulombs => Half.Coulombs;
}

/// <summary>The charge of a phase as a logistic bell about a voltage, over a flat background between 3.3 and 4.3 V.</summary>
class BellModel(double centreVolts, double widthVolts, double share, double background)
{
    const double Low = 3.3, High = 4.3;

    double Scale => share + background;

    /// <summary>Share of the charge passed on the way down to a voltage.</summary>
    public virtual double Passed(double volts) => (background * (High - volts) / (High - Low) + share * Bell(volts)) / Scale;

    /// <summary>-d(share)/dV.</summary>
    public double SlopeAt(double volts) => (Passed(volts - 1e-5) - Passed(volts + 1e-5)) / 2e-5;

    public double Volts(double passed)
    {
        var (low, high) = (Low, High);
        var (first, last) = (Passed(High), Passed(Low));
        for (var i = 0; i < 60; i++)
        {
            var middle = 0.5 * (low + high);
            (low, high) = (Passed(middle) - first) / (last - first) > passed ? (middle, high) : (low, middle);
        }
        return 0.5 * (low + high);
    }

    public double Bell(double volts) => 1 / (1 + Math.Exp((volts - centreVolts) / widthVolts));

    public double Share => share;
}

sealed class BellPair(BellModel first, BellModel second, double background) : BellModel(0, 1, 1, 0)
{
    public override double Passed(double volts) => background * (4.3 - volts) + first.Share * first.Bell(volts) + second.Share * second.Bell(volts);
}
