using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Uncertainty;
using MathNet.Numerics.LinearAlgebra;

namespace CoinRig.Electrochemistry.Fade;

/// <summary>
/// Fits laws of fade and chooses among them by Akaike's corrected criterion. A knee must also be steeper after it, lie inside the middle 70 % of the cycles, and
/// pass the test of Andrews (1993, Econometrica 61, 821, table 1: sup F of one parameter) at 5 %, because a break whose place is free fits noise easily.
/// </summary>
public static class FadeFit
{
    const int FewestForLine = 4, FewestForKnee = 10;
    const double Trimming = 0.15, CriticalSupF = 8.85;

    /// <summary>The best law; null for fewer than four cycles, or where no value scatters.</summary>
    /// <param name="cycles">Numbers of the cycles, rising.</param>
    /// <param name="values">Capacity or retention of each.</param>
    public static FadeModel? Best(ReadOnlySpan<double> cycles, ReadOnlySpan<double> values)
    {
        FadeModel? best = null;
        foreach (var law in Enum.GetValues<FadeLaw>())
        {
            if (Of(law, cycles, values) is { } model && (best is null || model.Criterion < best.Criterion) && (law != FadeLaw.Knee || IsRealKnee(cycles, values)))
            {
                best = model;
            }
        }
        return best;
    }

    /// <summary>One law; null where there are too few cycles for it.</summary>
    public static FadeModel? Of(FadeLaw law, ReadOnlySpan<double> cycles, ReadOnlySpan<double> values)
    {
        var n = Counts(cycles);
        var y = values.ToArray();
        if (law != FadeLaw.Knee)
        {
            return n.Length < FewestForLine ? null : Model(law, n, y, cycles[0], Regress(Columns(law, n), y), null);
        }
        return n.Length < FewestForKnee ? null : Model(law, n, y, cycles[0], null, KneeOf(n, y));
    }

    static double[] Counts(ReadOnlySpan<double> cycles)
    {
        var counts = new double[cycles.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = cycles[i] - cycles[0];
        }
        return counts;
    }

    static double[][] Columns(FadeLaw law, double[] n) => [[.. n.Select(_ => 1.0)], law == FadeLaw.Root ? [.. n.Select(Math.Sqrt)] : n];

    static double[][] KneeColumns(double[] n, double knee) => [[.. n.Select(_ => 1.0)], n, [.. n.Select(x => Math.Max(0, x - knee))]];

    static double[]? Regress(double[][] columns, double[] y) => LinearFit.Solve(columns, y, [.. y.Select(_ => 1.0)])?.Coefficients;

    /// <summary>Sum of squares that is left, by Gram-Schmidt; the search for a knee asks for it a hundred times.</summary>
    static double SquaresAbout(double[][] columns, double[] y)
    {
        var directions = columns.Select(c => c.ToArray()).ToArray();
        var left = y.ToArray();
        for (var j = 0; j < directions.Length; j++)
        {
            var length = Dot(directions[j], directions[j]);
            for (var k = j + 1; k <= directions.Length && length > 0; k++)
            {
                var target = k < directions.Length ? directions[k] : left;
                var share = Dot(directions[j], target) / length;
                for (var i = 0; i < target.Length; i++)
                {
                    target[i] -= share * directions[j][i];
                }
            }
        }
        return Dot(left, left);
    }

    static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /// <summary>The place of the knee where the sum of squares is smallest, and the interval in which it is not significantly larger.</summary>
    static (double Place, double Uncertainty) KneeOf(double[] n, double[] y)
    {
        var (low, high) = (n[(int)(Trimming * n.Length)], n[^(1 + (int)(Trimming * n.Length))]);
        double Squares(double knee) => SquaresAbout(KneeColumns(n, knee), y);
        var place = Minimum.Find(Squares, low, high, Math.Min(n.Length, 60), 1e-3, out _);
        var freedom = n.Length - 4;
        // The profile of the sum of squares is that of a parabola about the place for a knee that is well inside: one standard deviation is where it has risen by s^2.
        var level = Squares(place) * (1 + 1.0 / freedom);
        var (below, above) = (Edge(Squares, place, low, level), Edge(Squares, place, high, level));
        return (place, 0.5 * (above - below));
    }

    static double Edge(Func<double, double> squares, double inside, double outside, double level)
    {
        if (squares(outside) <= level)
        {
            return outside;
        }
        for (var i = 0; i < 40; i++)
        {
            var middle = 0.5 * (inside + outside);
            (inside, outside) = squares(middle) <= level ? (middle, outside) : (inside, middle);
        }
        return inside;
    }

    static bool IsRealKnee(ReadOnlySpan<double> cycles, ReadOnlySpan<double> values)
    {
        var (n, y) = (Counts(cycles), values.ToArray());
        var (place, _) = KneeOf(n, y);
        if (Regress(KneeColumns(n, place), y) is not { } c || !(c[2] < 0) || !(c[1] + c[2] < Math.Min(0, c[1])))
        {
            return false;
        }
        var (line, broken) = (SquaresAbout(Columns(FadeLaw.Linear, n), y), SquaresAbout(KneeColumns(n, place), y));
        return (line - broken) / (broken / (n.Length - 4)) > CriticalSupF;
    }

    static FadeModel? Model(FadeLaw law, double[] n, double[] y, double firstCycle, double[]? coefficients, (double Place, double Uncertainty)? knee)
    {
        var parameters = knee is { } k ? Regress(KneeColumns(n, k.Place), y) is { } c ? [.. c, k.Place] : null : coefficients;
        if (parameters is null)
        {
            return null;
        }
        var residuals = n.Select((x, i) => y[i] - FadeModel.Value(law, parameters, x)).ToArray();
        var squares = residuals.Sum(r => r * r);
        var (count, free) = (n.Length, n.Length - parameters.Length);
        if (!(squares > 0) || free < 1)
        {
            return null;
        }
        var alike = Math.Clamp(residuals.Zip(residuals.Skip(1)).Sum(p => p.First * p.Second) / squares, 0, 0.95);
        // Residuals about a line with p parameters look less alike than they are.
        alike = Math.Min(0.95, alike + (alike > 0 ? (1.0 + 3 * alike) / count : 0));
        var effective = count * (1 - alike) / (1 + alike);
        var variance = squares / free;
        var jacobian = Matrix<double>.Build.Dense(count, parameters.Length, (i, j) => j switch
        {
            0 => 1,
            1 => law == FadeLaw.Root ? Math.Sqrt(n[i]) : n[i],
            2 => Math.Max(0, n[i] - parameters[3]),
            _ => n[i] > parameters[3] ? -parameters[2] : 0,
        });
        var covariance = jacobian.TransposeThisAndMultiply(jacobian).Inverse() * (variance * count / effective);
        var fitted = parameters.Length + 1;
        var criterion = count * Math.Log(squares / count) + 2.0 * fitted + 2.0 * fitted * (fitted + 1) / Math.Max(1, count - fitted - 1);
        return new(law, firstCycle, firstCycle + n[^1], parameters, covariance, Math.Sqrt(variance), Math.Max(1, effective - parameters.Length), criterion)
        {
            Knee = knee is { } found ? new Estimate(firstCycle + found.Place, found.Uncertainty * Math.Sqrt(count / effective)) : null,
        };
    }
}
