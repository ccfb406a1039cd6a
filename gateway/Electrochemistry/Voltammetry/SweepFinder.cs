using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>
/// Finds the sweeps of a recording without step numbers. The potential has turned once it has gone back by 10 mV or ten times its noise; the line through the
/// middle of a sweep says when it began and ended, and so how long the potential was held at a vertex. What does not run straight over time (a relaxation, a jump) is no sweep.
/// </summary>
public static class SweepFinder
{
    const double LeastReturnVolts = 0.010;
    const double NoiseFactor = 10;
    const double Edge = 0.1;
    const double ShortestHoldShare = 0.02;
    const double MostBend = 0.03;

    /// <summary>Fewest rows of a sweep.</summary>
    public const int FewestRows = 20;

    /// <summary>The sweeps, in the order of time.</summary>
    /// <param name="trace">Time, potential, current. Without a time column every time is NaN: then sweeps are found by rows, and have no rate.</param>
    public static IReadOnlyList<Sweep> Find(Trace trace)
    {
        List<Sweep> sweeps = [];
        var (zigzag, noise) = (new Zigzag(), new NoiseEstimate());
        var (from, waitsFrom) = (-1, 0);
        for (var i = 0; i < trace.Length; i++)
        {
            noise.Add(trace.Volts[i]);
            var threshold = noise.StandardDeviation is var sigma && sigma > 0 ? Math.Max(LeastReturnVolts, NoiseFactor * sigma) : LeastReturnVolts;
            if (zigzag.Add(trace.Volts[i], threshold, out var turn))
            {
                waitsFrom = AddTo(sweeps, trace, waitsFrom, from, (int)turn);
                from = (int)turn;
            }
        }
        AddTo(sweeps, trace, waitsFrom, from, (int)zigzag.Furthest);
        return sweeps;
    }

    /// <summary>Adds the sweep between two turns, if it is one; returns the row from which the potential may wait for the next.</summary>
    static int AddTo(List<Sweep> sweeps, Trace trace, int waitsFrom, int from, int to)
    {
        if (from < 0)
        {
            return 0;
        }
        if (to - from + 1 < FewestRows)
        {
            return to;
        }
        var hasTime = double.IsFinite(trace.Seconds[from]);
        var (start, end) = (trace.Volts[from], trace.Volts[to]);
        var (middleFrom, middleTo) = Middle(trace.Volts, from, to);
        var line = new CoMoments();
        for (var i = middleFrom; i <= middleTo; i++)
        {
            if (double.IsFinite(trace.Volts[i]))
            {
                line.Add(hasTime ? trace.Seconds[i] : i, trace.Volts[i]);
            }
        }
        if (!(line.Slope * (end - start) > 0) || Math.Sqrt(line.ResidualVariance) > MostBend * Math.Abs(end - start))
        {
            return to;
        }
        var duration = (end - start) / line.Slope;
        var (beginsAt, endsAt) = ((start - line.Intercept) / line.Slope, (end - line.Intercept) / line.Slope);
        var slack = Math.Max(2 * duration / (middleTo - middleFrom + 1), ShortestHoldShare * duration);
        var (first, last) = (from, to);
        while (first < middleFrom && Time(trace, first + 1, hasTime) < beginsAt && Time(trace, from, hasTime) < beginsAt - slack)
        {
            first++;
        }
        while (last > middleTo && Time(trace, last - 1, hasTime) > endsAt && Time(trace, to, hasTime) > endsAt + slack)
        {
            last--;
        }
        var hold = first > from ? Time(trace, first, hasTime) - Time(trace, waitsFrom, hasTime) : 0;
        var rate = hasTime ? new Estimate(Math.Abs(line.Slope), SlopeUncertainty(trace, middleFrom, middleTo, line)) : new Estimate(double.NaN, double.NaN);
        sweeps.Add(new(first, last, end > start, sweeps.Count / 2 + 1, trace.Volts[first], trace.Volts[last], rate, hasTime ? hold : 0, Staircase.StepOf(trace.Volts[first..(last + 1)])));
        return last;
    }

    static double Time(Trace trace, int row, bool hasTime) => hasTime ? trace.Seconds[row] : row;

    /// <summary>The rows between a tenth and nine tenths of the way.</summary>
    static (int From, int To) Middle(ReadOnlySpan<double> volts, int from, int to)
    {
        var (start, way) = (volts[from], volts[to] - volts[from]);
        var (first, last) = (from, to);
        while (first < to && !((volts[first] - start) / way >= Edge))
        {
            first++;
        }
        while (last > first && !((volts[last] - start) / way <= 1 - Edge))
        {
            last--;
        }
        return (first, last);
    }

    /// <summary>Neighbouring residuals go together (a staircase, a loop that lags), so they count as fewer (AR(1): n (1 - r)/(1 + r)).</summary>
    static double SlopeUncertainty(Trace trace, int from, int to, in CoMoments line)
    {
        double before = 0, squares = 0, products = 0;
        for (var i = from; i <= to; i++)
        {
            var residual = trace.Volts[i] - line.Intercept - line.Slope * trace.Seconds[i];
            if (double.IsFinite(residual))
            {
                (squares, products, before) = (squares + residual * residual, products + residual * before, residual);
            }
        }
        var correlation = squares > 0 ? Math.Clamp(products / squares, 0, 0.99) : 0;
        return line.SlopeUncertainty * Math.Sqrt((1 + correlation) / (1 - correlation));
    }
}
