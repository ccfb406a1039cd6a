using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Ici;
using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Traces;
using CsCheck;

namespace CoinRig.Electrochemistry.Tests.Ici;

/// <summary>What D and R0 of interruptions must do when the data are scaled, turned round, moved in time, joined or thinned out.</summary>
[TestClass]
public sealed class InterruptionPropertyTests
{
    const int Count = 12, Times = 20;
    const double Rate = 1.0 / 4000;
    static readonly (double[] Seconds, double[] Volts, double[] Amperes) Exact = ExactInterruptions.Make(ConstantFlux.Sphere, Rate, Count);
    static readonly IReadOnlyList<InterruptionResult> Plain = Analyse(Exact);

    [TestMethod]
    public void Scaled_VoltageAndCurrent_ScaleR0_NotD() => Gen.Select(Gen.Double[-1, 1], Gen.Double[-2, 2]).Sample((volts, amperes) =>
    {
        var (a, b) = (Math.Pow(10, volts), Math.Pow(10, amperes));
        AssertSame(Analyse((Exact.Seconds, Map(Exact.Volts, v => 3.7 + a * (v - 3.7)), Map(Exact.Amperes, i => b * i))), a / b, 1, 1e-4);
    }, iter: Times);

    [TestMethod]
    public void Scaled_Time_ScalesDInversely() => Gen.Double[0.8, 2].Sample(factor =>
        AssertSame(Analyse((Map(Exact.Seconds, t => factor * t), Exact.Volts, Exact.Amperes)), 1, 1 / factor, 5e-3), iter: Times);

    [TestMethod]
    public void Reversed_CurrentAndVoltage_ChangeNothing() =>
        AssertSame(Analyse((Exact.Seconds, Map(Exact.Volts, v => 7.4 - v), Map(Exact.Amperes, i => -i))), 1, 1, 1e-6);

    [TestMethod]
    public void Moved_InTime_ChangesNothing() => Gen.Double[-1e6, 1e7].Sample(shift =>
        AssertSame(Analyse((Map(Exact.Seconds, t => t + shift), Exact.Volts, Exact.Amperes)), 1, 1, 1e-4), iter: Times);

    [TestMethod]
    public void Joined_TwoSeriesWithARestBetween_GiveTheirInterruptionsOneAfterTheOther()
    {
        var later = Exact.Seconds[^1];
        var results = Analyse(([.. Exact.Seconds, .. Exact.Seconds.Select(t => t + later)], [.. Exact.Volts, .. Exact.Volts.Select(v => v + Exact.Volts[^1] - Exact.Volts[0])],
            [.. Exact.Amperes, .. Exact.Amperes]));
        // The last interruption of the first series runs on into the rest, and is none.
        Assert.IsTrue(results.Count is 2 * Count or 2 * Count - 1, $"{results.Count}");
        for (var i = 0; i < Count - 2; i++)
        {
            Close(D(Plain[i]), D(results[i]), 1e-6);
            Close(D(Plain[^(i + 2)]), D(results[^(i + 2)]), 1e-6);
        }
    }

    [TestMethod]
    public void Thinned_RowsLeftOut_GiveTheSameD() => Gen.Int[1, 1000].Sample(seed =>
    {
        var chance = new Random(seed);
        // Rows with current and the ends of the interruptions stay: they say when the current changed.
        var kept = Enumerable.Range(0, Exact.Seconds.Length).Where(i => chance.Next(3) > 0 || i == 0 || i + 1 == Exact.Seconds.Length || Exact.Amperes[i] != 0
            || Exact.Amperes[i - 1] != 0 || Exact.Amperes[i + 1] != 0).ToList();
        AssertSame(Analyse(([.. kept.Select(i => Exact.Seconds[i])], [.. kept.Select(i => Exact.Volts[i])], [.. kept.Select(i => Exact.Amperes[i])])), 1, 1, 3e-3);
    }, iter: Times);

    /// <summary>From the fourth on, where the profile is built up, to the last but one.</summary>
    static void AssertSame(IReadOnlyList<InterruptionResult> results, double resistanceFactor, double rateFactor, double relative)
    {
        Assert.HasCount(Count, results);
        for (var i = 3; i < Count - 1; i++)
        {
            Close(rateFactor * D(Plain[i]), D(results[i]), relative);
            Close(resistanceFactor * Plain[i].Resistance.Value, results[i].Resistance.Value, relative);
        }
    }

    static double D(InterruptionResult result) => result.Rate!.Value.Value;

    static double[] Map(double[] values, Func<double, double> map) => [.. values.Select(map)];

    static IReadOnlyList<InterruptionResult> Analyse((double[] Seconds, double[] Volts, double[] Amperes) rows)
    {
        var trace = new Trace(rows.Seconds, rows.Volts, rows.Amperes);
        return Interruptions.Of(trace, SegmentSearch.Of(trace), ConstantFlux.Sphere);
    }

    static void Close(double expected, double actual, double relative) => Assert.AreEqual(expected, actual, Math.Abs(expected) * relative);
}
