using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>
/// The current at each potential as k1 v + k2 sqrt(v) (Wang, Polleux, Lim and Dunn 2007, J. Phys. Chem. C 111, 14925). k1 v is called capacitive; a host without any capacitance has it too where
/// resistance or the shape of the particle bend the current, so read it as "grows with v", no more.
/// </summary>
public sealed class CurrentSeparation
{
    const int FewestRates = 3;

    CurrentSeparation(double[] volts, Estimate[] linear, Estimate[] root) => (Volts, Linear, Root) = (volts, linear, root);

    /// <summary>Potentials that all sweeps pass, V, rising.</summary>
    public IReadOnlyList<double> Volts { get; }

    /// <summary>k1 at each potential, A s/V, with standard errors.</summary>
    public IReadOnlyList<Estimate> Linear { get; }

    /// <summary>k2 at each potential, A (s/V)^0.5.</summary>
    public IReadOnlyList<Estimate> Root { get; }

    /// <summary>The separation; null for fewer than three rates or sweeps that share no potentials.</summary>
    /// <param name="sweeps">One sweep a rate, all in one direction.</param>
    /// <param name="seriesOhms">Resistance by which potentials are corrected, ohm; 0 for none.</param>
    /// <param name="points">How many potentials.</param>
    public static CurrentSeparation? Of(IReadOnlyList<MeasuredSweep> sweeps, double seriesOhms, int points)
    {
        var (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
        foreach (var sweep in sweeps)
        {
            var curve = sweep.Curve;
            var (first, last) = (curve.Volts[0] - seriesOhms * curve.Amperes[0], curve.Volts[^1] - seriesOhms * curve.Amperes[^1]);
            (low, high) = (Math.Max(low, Math.Min(first, last)), Math.Min(high, Math.Max(first, last)));
        }
        if (sweeps.Count < FewestRates || !(high > low))
        {
            return null;
        }
        var volts = new double[points];
        var currents = new double[sweeps.Count][];
        for (var i = 0; i < points; i++)
        {
            volts[i] = low + (high - low) * (i + 0.5) / points;
        }
        for (var s = 0; s < currents.Length; s++)
        {
            currents[s] = MeansNear(sweeps[s], volts, (high - low) / points, seriesOhms);
        }
        return Solve(volts, currents, [.. sweeps.Select(s => Math.Sqrt(s.Sweep.Rate.Value))]);
    }

    /// <summary>The share of k1 v in the current at a potential and a rate, with the standard error of the fit; NaN beyond the potentials.</summary>
    public Estimate LinearShareAt(double volts, double rateVoltsPerSecond)
    {
        var i = Array.BinarySearch((double[])Volts, volts);
        i = i >= 0 ? i : ~i;
        if (i == 0 || i >= Volts.Count)
        {
            return new(double.NaN, double.NaN);
        }
        i = volts - Volts[i - 1] < Volts[i] - volts ? i - 1 : i;
        var (linear, root) = (Linear[i].Value * rateVoltsPerSecond, Root[i].Value * Math.Sqrt(rateVoltsPerSecond));
        var share = linear / (linear + root);
        return new(share, Combine.Quadrature((1 - share) * Linear[i].Uncertainty * rateVoltsPerSecond, share * Root[i].Uncertainty * Math.Sqrt(rateVoltsPerSecond)) / Math.Abs(linear + root));
    }

    /// <summary>The share of k1 v in the area of the voltammogram at a rate: the integral of |k1 v| over that of |k1 v + k2 sqrt(v)|.</summary>
    public double LinearShareOfArea(double rateVoltsPerSecond)
    {
        double linear = 0, all = 0;
        for (var i = 0; i < Volts.Count; i++)
        {
            linear += Math.Abs(Linear[i].Value) * rateVoltsPerSecond;
            all += Math.Abs(Linear[i].Value * rateVoltsPerSecond + Root[i].Value * Math.Sqrt(rateVoltsPerSecond));
        }
        return linear / all;
    }

    /// <summary>Current of a sweep at each potential: the mean of the entries within half a spacing, or between the nearest two where there is none.</summary>
    static double[] MeansNear(MeasuredSweep sweep, double[] volts, double spacing, double ohms)
    {
        var curve = sweep.Curve;
        var rising = sweep.Sweep.IsAnodic;
        var means = new double[volts.Length];
        var at = 0;
        for (var k = 0; k < volts.Length; k++)
        {
            var point = rising ? k : volts.Length - 1 - k;
            var mean = new CoMoments();
            while (at < curve.Length && Behind(at, volts[point] - (rising ? 0.5 : -0.5) * spacing))
            {
                at++;
            }
            var i = at;
            for (; i < curve.Length && Behind(i, volts[point] + (rising ? 0.5 : -0.5) * spacing); i++)
            {
                mean.Add(Place(i) - volts[point], curve.Amperes[i]);
            }
            // A line takes out that the entries need not lie about the middle; two entries are one too few for its slope to be trusted.
            means[point] = mean.Count > 2 && mean.Slope is var slope && double.IsFinite(slope) ? mean.Intercept : Between(Math.Clamp(i, 1, curve.Length - 1), volts[point]);
        }
        return means;

        double Place(int i) => sweep.Curve.Volts[i] - ohms * sweep.Curve.Amperes[i];

        bool Behind(int i, double volts) => rising ? Place(i) < volts : Place(i) > volts;

        double Between(int i, double volts)
        {
            while (i > 1 && !Behind(i - 1, volts))
            {
                i--;
            }
            while (i < sweep.Curve.Length - 1 && Behind(i, volts))
            {
                i++;
            }
            var (from, to) = (Place(i - 1), Place(i));
            var amperes = sweep.Curve.Amperes;
            return to == from ? amperes[i] : amperes[i - 1] + (volts - from) / (to - from) * (amperes[i] - amperes[i - 1]);
        }
    }

    /// <summary>I/sqrt(v) = k1 sqrt(v) + k2 at each potential.</summary>
    static CurrentSeparation Solve(double[] volts, double[][] currents, double[] roots)
    {
        var (linear, root) = (new Estimate[volts.Length], new Estimate[volts.Length]);
        for (var i = 0; i < volts.Length; i++)
        {
            var line = new CoMoments();
            for (var s = 0; s < roots.Length; s++)
            {
                line.Add(roots[s], currents[s][i] / roots[s]);
            }
            (linear[i], root[i]) = (new(line.Slope, line.SlopeUncertainty), new(line.Intercept, line.InterceptUncertainty));
        }
        return new(volts, linear, root);
    }
}
