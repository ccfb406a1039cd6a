using System.Numerics;
using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Impedance.Fitting;

/// <summary>Makes values, uncertainties and correlations of where a descent ended.</summary>
static class FitOutcome
{
    /// <summary>The outcome at coordinates at which the descent has just been.</summary>
    public static FittedCircuit Of(CircuitProblem problem, Descent descent, Spectrum spectrum, double[] x, bool isConverged, FitOptions options)
    {
        var squares = descent.Run(x, 1);
        var (count, freedom) = (x.Length, 2 * spectrum.Count - problem.Free.Length);
        var correlation = Correlation(problem, squares);
        var significant = 2 / Math.Sqrt(2 * spectrum.Count);
        var enlarged = options.EnlargeForCorrelatedResiduals && correlation > significant ? Math.Min(correlation, 0.95) : 0;
        var enlargement = (1 + enlarged) / (1 - enlarged);
        var covariance = Covariance(problem, descent, count, squares / Math.Max(1, freedom) * enlargement);
        return new()
        {
            Circuit = problem.Circuit,
            Spectrum = spectrum,
            Parameters = [.. Enumerable.Range(0, count).Select(i => Parameter(problem, x, covariance, i))],
            LogCovariance = covariance,
            SumOfSquares = squares,
            DegreesOfFreedom = freedom,
            FreeCount = problem.Free.Length,
            Residuals = Residuals(problem, spectrum),
            ResidualCorrelation = correlation,
            VarianceEnlargement = enlargement,
            Passes = problem.Passes,
            IsConverged = isConverged,
        };
    }

    static FittedParameter Parameter(CircuitProblem problem, double[] x, double[,] covariance, int i)
    {
        var (parameter, value) = (problem.Circuit.Parameters[i], problem.Value(i, x[i]));
        var deviation = Math.Sqrt(covariance[i, i]);
        var (strongest, with) = (0.0, "");
        foreach (var j in problem.Free)
        {
            var correlation = j == i || deviation == 0 ? 0 : covariance[i, j] / (deviation * Math.Sqrt(covariance[j, j]));
            if (Math.Abs(correlation) > Math.Abs(strongest))
            {
                (strongest, with) = (correlation, problem.Circuit.Parameters[j].Name);
            }
        }
        var isAtBound = parameter.IsExponent && problem.Free.Contains(i) && x[i] is <= CircuitParameter.LowestExponent or >= CircuitParameter.HighestExponent;
        return new(parameter, new(value, parameter.IsExponent ? deviation : value * deviation), isAtBound, strongest, with);
    }

    static double[,] Covariance(CircuitProblem problem, Descent descent, int count, double variance)
    {
        var n = problem.Free.Length;
        var (factor, scale, inverse) = (new double[n * n], new double[n], new double[n * n]);
        for (var i = 0; i < n; i++)
        {
            scale[i] = descent.Normal[i * n + i] > 0 ? 1 / Math.Sqrt(descent.Normal[i * n + i]) : 1;
        }
        // A direction that the data do not see gets a large uncertainty from the ridge instead of none at all.
        for (var ridge = 1e-15; ; ridge *= 10)
        {
            for (var i = 0; i < n * n; i++)
            {
                factor[i] = descent.Normal[i] * scale[i / n] * scale[i % n];
            }
            for (var i = 0; i < n; i++)
            {
                factor[i * n + i] += ridge;
            }
            if (Cholesky.Factor(factor, n))
            {
                break;
            }
        }
        Cholesky.Invert(factor, n, inverse);
        var covariance = new double[count, count];
        for (var a = 0; a < n; a++)
        {
            for (var b = 0; b < n; b++)
            {
                covariance[problem.Free[a], problem.Free[b]] = variance * inverse[a * n + b] * scale[a] * scale[b];
            }
        }
        return covariance;
    }

    static double Correlation(CircuitProblem problem, double squares)
    {
        var re = FrequencyGrid.Numbers(problem.ResidualRe);
        var im = FrequencyGrid.Numbers(problem.ResidualIm);
        var lagged = 0.0;
        for (var i = 1; i < problem.Grid.Count; i++)
        {
            lagged += re[i] * re[i - 1] + im[i] * im[i - 1];
        }
        return squares > 0 ? lagged / squares : 0;
    }

    static Complex[] Residuals(CircuitProblem problem, Spectrum spectrum)
    {
        var re = FrequencyGrid.Numbers(problem.ResidualRe);
        var im = FrequencyGrid.Numbers(problem.ResidualIm);
        var weight = FrequencyGrid.Numbers(problem.Grid.Weight);
        var residuals = new Complex[spectrum.Count];
        for (var i = 0; i < residuals.Length; i++)
        {
            var place = problem.Order[i];
            residuals[place] = new Complex(re[i], im[i]) / (weight[i] * spectrum.Ohms[place].Magnitude);
        }
        return residuals;
    }
}
