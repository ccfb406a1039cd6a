using CoinRig.Electrochemistry.Uncertainty;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace CoinRig.Electrochemistry.Fade;

/// <summary>
/// A law of fade fitted to the values of cycles, with what it says about others. Cycles count from the first one given: n = cycle - first. Uncertainties
/// are those of least squares, widened where neighbouring residuals are alike (AR(1)).
/// </summary>
public sealed class FadeModel
{
    const double Confidence = 0.975;
    readonly double[] _parameters;
    readonly Matrix<double> _covariance;

    internal FadeModel(FadeLaw law, double firstCycle, double lastCycle, double[] parameters, Matrix<double> covariance, double residual, double degreesOfFreedom, double criterion)
    {
        (Law, FirstCycle, LastCycle, _parameters, _covariance, ResidualDeviation, DegreesOfFreedom, Criterion) =
            (law, firstCycle, lastCycle, parameters, covariance, residual, degreesOfFreedom, criterion);
    }

    /// <summary>The law.</summary>
    public FadeLaw Law { get; }

    /// <summary>The first cycle that was fitted.</summary>
    public double FirstCycle { get; }

    /// <summary>The last cycle that was fitted.</summary>
    public double LastCycle { get; }

    /// <summary>Scatter of a cycle about the law, one standard deviation, in the unit of the values.</summary>
    public double ResidualDeviation { get; }

    /// <summary>Degrees of freedom, after the correction for residuals that are alike.</summary>
    public double DegreesOfFreedom { get; }

    /// <summary>Akaike's criterion, corrected for few values (Hurvich and Tsai 1989): the smaller, the better.</summary>
    public double Criterion { get; }

    /// <summary>The law's value in the first cycle, to which shares refer.</summary>
    public Estimate Initial => Mean(FirstCycle);

    /// <summary>The cycle of the knee; null where there is none.</summary>
    public Estimate? Knee { get; internal init; }

    /// <summary>Half width of a 95 % interval over a standard uncertainty: Student's t.</summary>
    public double CoverageFactor => StudentT.InvCDF(0, 1, DegreesOfFreedom, Confidence);

    /// <summary>The law's value in a cycle.</summary>
    public double Value(double cycle) => Value(Law, _parameters, cycle - FirstCycle);

    /// <summary>The same with the uncertainty of the law.</summary>
    public Estimate Mean(double cycle) => new(Value(cycle), Propagate(p => Value(Law, p, cycle - FirstCycle)));

    /// <summary>What another measurement in a cycle would give: 95 % of them lie within <see cref="CoverageFactor"/> times the uncertainty.</summary>
    public Estimate Prediction(double cycle) => Mean(cycle) is var mean ? new(mean.Value, Combine.Quadrature(mean.Uncertainty, ResidualDeviation)) : default;

    /// <summary>Change of the value from one cycle to the next at a cycle.</summary>
    public Estimate Slope(double cycle) => new(Slope(_parameters, cycle - FirstCycle), Propagate(p => Slope(p, cycle - FirstCycle)));

    /// <summary>The cycle in which the value is a share of the first; null where the law never comes there.</summary>
    /// <param name="share">0.8 for the usual end of life.</param>
    public Estimate? CycleAt(double share)
    {
        var count = Crossing(_parameters, share);
        return double.IsFinite(count) ? new(FirstCycle + count, Propagate(p => Crossing(p, share))) : null;
    }

    internal static double Value(FadeLaw law, double[] p, double n) => law switch
    {
        FadeLaw.Linear => p[0] + p[1] * n,
        FadeLaw.Root => p[0] + p[1] * Math.Sqrt(Math.Max(0, n)),
        _ => p[0] + p[1] * n + p[2] * Math.Max(0, n - p[3]),
    };

    double Slope(double[] p, double n) => Law switch
    {
        FadeLaw.Linear => p[1],
        FadeLaw.Root => n > 0 ? 0.5 * p[1] / Math.Sqrt(n) : double.NaN,
        _ => p[1] + (n > p[3] ? p[2] : 0),
    };

    double Crossing(double[] p, double share)
    {
        var fall = (share - 1) * p[0];
        var count = Law switch
        {
            FadeLaw.Linear => fall / p[1],
            FadeLaw.Root => fall * p[1] > 0 ? Math.Pow(fall / p[1], 2) : double.NaN,
            _ => fall / p[1] is var early && early > 0 && early <= p[3] ? early : (fall + p[2] * p[3]) / (p[1] + p[2]),
        };
        return count > 0 ? count : double.NaN;
    }

    double Propagate(Func<double[], double> function)
    {
        var gradient = Vector<double>.Build.Dense(_parameters.Length, j =>
        {
            var step = Math.Sqrt(_covariance[j, j]) * 1e-3;
            if (step == 0)
            {
                return 0;
            }
            var (above, below) = ((double[])_parameters.Clone(), (double[])_parameters.Clone());
            above[j] += step;
            below[j] -= step;
            return (function(above) - function(below)) / (2 * step);
        });
        return Math.Sqrt(Math.Max(0, gradient * _covariance * gradient));
    }
}
