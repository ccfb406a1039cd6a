using CoinRig.Electrochemistry.Impedance.Circuits;

namespace CoinRig.Electrochemistry.Impedance.Fitting;

/// <summary>
/// Complex nonlinear least squares (Macdonald 1987, Impedance Spectroscopy, chapter 3.2): the sum of squares of real and imaginary residuals over the
/// squared modulus is made least in the logarithms of the parameters, exponents between 0.4 and 1.
/// </summary>
public static class CircuitFit
{
    /// <summary>Starts from which a fit without a guess descends, and passes of each before the best is taken on.</summary>
    const int Starts = 20, FirstPasses = 60;

    /// <summary>Starts around the best place found, up to half a decade away.</summary>
    const int Neighbours = 12;

    /// <summary>Fits a circuit to a spectrum.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="spectrum">The spectrum, in any order of frequencies.</param>
    /// <param name="options">Start values, held parameters, weights.</param>
    /// <exception cref="ArgumentException">The spectrum has too few points, or a name in the options is none of the circuit's, or its value is not positive.</exception>
    public static FittedCircuit Of(Circuit circuit, Spectrum spectrum, FitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(spectrum);
        options ??= new();
        var count = circuit.Parameters.Count;
        spectrum.Require(Math.Max(3, (count - options.Held.Count) / 2 + 1));
        var (held, guess) = (Values(circuit, options.Held), Values(circuit, options.Guess));
        var problem = new CircuitProblem(circuit, spectrum, options.Weighting, [.. held.Select(double.IsFinite)]);
        var descent = new Descent(problem);
        var x = new double[count];
        if (Enumerable.Range(0, count).All(i => double.IsFinite(held[i]) || double.IsFinite(guess[i])))
        {
            Write(problem, guess, held, guess, x);
        }
        else
        {
            Search(problem, descent, held, guess, x);
        }
        descent.Run(x, options.MostPasses);
        var isConverged = descent.IsConverged;
        ArcOrder.Sort(problem, x);
        return FitOutcome.Of(problem, descent, spectrum, x, isConverged, options);
    }

    static void Search(CircuitProblem problem, Descent descent, double[] held, double[] guess, double[] best)
    {
        var least = double.PositiveInfinity;
        var x = new double[best.Length];
        foreach (var start in new StartSearch(problem).Starts(Starts))
        {
            Write(problem, start, held, guess, x);
            Try(descent, x, best, ref least);
        }
        var centre = best.ToArray();
        for (var k = 1; k <= Neighbours; k++)
        {
            foreach (var i in problem.Free)
            {
                // Multiples of irrational steps fill the range evenly and are the same every time.
                var share = k * (0.6180339887498949 + 0.4142135623730951 * i) % 1 - 0.5;
                x[i] = problem.IsExponent(i) ? problem.Coordinate(i, centre[i] + 0.3 * share) : centre[i] + share * Math.Log(10);
            }
            Try(descent, x, best, ref least);
        }
    }

    static void Try(Descent descent, double[] x, double[] best, ref double least)
    {
        var squares = descent.Run(x, FirstPasses);
        if (squares < least)
        {
            least = squares;
            x.CopyTo(best, 0);
        }
    }

    static void Write(CircuitProblem problem, double[] start, double[] held, double[] guess, double[] x)
    {
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = problem.Coordinate(i, double.IsFinite(held[i]) ? held[i] : double.IsFinite(guess[i]) ? guess[i] : start[i]);
        }
    }

    static double[] Values(Circuit circuit, IReadOnlyDictionary<string, double> named)
    {
        var values = Enumerable.Repeat(double.NaN, circuit.Parameters.Count).ToArray();
        foreach (var (name, value) in named)
        {
            var place = circuit.IndexOf(name);
            if (place < 0)
            {
                throw new ArgumentException($"Circuit '{circuit}' has no parameter {name}; it has {string.Join(", ", circuit.Parameters.Select(p => p.Name))}.", nameof(named));
            }
            if (!(value > 0) || !double.IsFinite(value))
            {
                throw new ArgumentException($"{name} = {value}: the parameters of a circuit are above zero.", nameof(named));
            }
            values[place] = value;
        }
        return values;
    }
}
