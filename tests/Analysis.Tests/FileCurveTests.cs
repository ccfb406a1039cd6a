using System.Globalization;
using System.Text;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Analysis.Tests;

/// <summary>What a figure gets beside the results.</summary>
[TestClass]
public sealed class FileCurveTests
{
    const double Amperes = 1e-3;

    /// <summary>Each cycle holds 1 % of the first less than the one before: a line, whose band holds what was measured and what comes next.</summary>
    [TestMethod]
    public void Curves_OfFadingCycles_HoldTheLawAndItsBand()
    {
        var rows = new StringBuilder("t,E,I\n");
        var start = 0.0;
        for (var cycle = 0; cycle < 10; cycle++)
        {
            var seconds = 3600 * (1 - 0.01 * cycle - 0.0005 * (cycle % 2));
            foreach (var sign in new[] { 1, -1 })
            {
                for (var t = 0.0; t <= seconds; t += seconds / 200)
                {
                    Add(rows, start + t, 3.6 + 0.5 * sign * (t / seconds - 0.5), sign * Amperes);
                }
                start += seconds + 1;
            }
        }
        var file = Analysed(rows, Technique.Cycling);

        Curve Of(CurveKind kind) => file.Curves.Single(c => c.Kind == kind);
        var (law, lower, upper) = (Of(CurveKind.Fade), Of(CurveKind.FadeLower), Of(CurveKind.FadeUpper));
        Assert.IsGreaterThan(10, law.X[^1]);
        for (var i = 0; i < law.X.Count; i++)
        {
            var expected = Amperes * 3600 * (1.01 - 0.01 * law.X[i]);
            Assert.AreEqual(expected, law.Y[i], 0.003 * expected);
            Assert.IsTrue(lower.Y[i] < law.Y[i] && law.Y[i] < upper.Y[i]);
        }
    }

    [TestMethod]
    public void Curves_OfATitration_HaveNoDifferentialCapacity()
    {
        var rows = new StringBuilder("t,E,I\n");
        var (start, volts) = (0.0, 3.7);
        for (var pulse = 0; pulse < 8; pulse++)
        {
            for (var t = 0; t < 300; t += 2)
            {
                Add(rows, start + t, volts + 0.005 + 0.001 * Math.Sqrt(t), 1e-4);
            }
            for (var t = 0; t < 7200; t += 20)
            {
                Add(rows, start + 300 + t, volts + 0.01 + 0.012 * Math.Exp(-t / 600.0), 0);
            }
            (start, volts) = (start + 7500, volts + 0.01);
        }
        var file = Analysed(rows, technique: null);
        CollectionAssert.Contains(file.Techniques.ToList(), Technique.Gitt);
        Assert.IsFalse(file.Curves.Any(c => c.Kind is CurveKind.DifferentialCapacity or CurveKind.DifferentialVoltage));
        Assert.IsFalse(file.Results.Any(r => r.Name.StartsWith("dqdv", StringComparison.Ordinal)));
    }

    static void Add(StringBuilder rows, double seconds, double volts, double amperes) => rows.AppendLine(CultureInfo.InvariantCulture, $"{seconds:R},{volts:R},{amperes:R}");

    static AnalyzedFile Analysed(StringBuilder rows, Technique? technique)
    {
        var path = Path.Combine(Path.GetTempPath(), $"coinrig-{Guid.NewGuid():N}.csv");
        try
        {
            File.WriteAllText(path, rows.ToString());
            return FileAnalysis.Of(path, new() { Columns = "time=t,voltage=E,current=I", Technique = technique });
        }
        finally
        {
            File.Delete(path);
        }
    }
}
