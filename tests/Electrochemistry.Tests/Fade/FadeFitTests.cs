using CoinRig.Electrochemistry.Fade;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Electrochemistry.Tests.Fade;

/// <summary>Laws of fade on capacities that follow one, with scatter.</summary>
[TestClass]
public sealed class FadeFitTests
{
    const double Scatter = 1e-3;

    static double[] Cycles(int count) => [.. Enumerable.Range(1, count).Select(i => (double)i)];

    static double[] Values(int seed, double[] cycles, Func<double, double> law, double scatter = Scatter)
    {
        var random = new Random(seed);
        return [.. cycles.Select(n => law(n - 1) + scatter * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
    }

    static double Linear(double n) => 1 - 1.2e-3 * n;

    static double Root(double n) => 1 - 0.015 * Math.Sqrt(n);

    static double Knee(double n) => 1 - 5e-4 * n - 3e-3 * Math.Max(0, n - 60);

    [TestMethod]
    public void Best_ChoosesTheLawThatWasThere()
    {
        var cycles = Cycles(100);
        int linear = 0, root = 0, knee = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            linear += FadeFit.Best(cycles, Values(seed, cycles, Linear))!.Law == FadeLaw.Linear ? 1 : 0;
            root += FadeFit.Best(cycles, Values(seed, cycles, Root))!.Law == FadeLaw.Root ? 1 : 0;
            knee += FadeFit.Best(cycles, Values(seed, cycles, Knee))!.Law == FadeLaw.Knee ? 1 : 0;
        }
        Assert.IsGreaterThanOrEqualTo(55, linear);
        Assert.AreEqual(60, root);
        Assert.AreEqual(60, knee);
    }

    [TestMethod]
    public void Intervals_HoldTheKneeTheEndAndTheNextMeasurement()
    {
        var cycles = Cycles(100);
        int knees = 0, ends = 0, next = 0, linearEnds = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var model = FadeFit.Of(FadeLaw.Knee, cycles, Values(seed, cycles, Knee))!;
            knees += Math.Abs(model.Knee!.Value.Value - 61) <= model.CoverageFactor * model.Knee.Value.Uncertainty ? 1 : 0;
            var line = FadeFit.Of(FadeLaw.Linear, cycles, Values(seed, cycles, Linear))!;
            var end = line.CycleAt(0.8)!.Value;
            linearEnds += Math.Abs(end.Value - (1 + 0.2 / 1.2e-3)) <= line.CoverageFactor * end.Uncertainty ? 1 : 0;
            var prediction = line.Prediction(150);
            next += Math.Abs(prediction.Value - Values(1000 + seed, [150], Linear)[0]) <= line.CoverageFactor * prediction.Uncertainty ? 1 : 0;
            var late = model.CycleAt(0.8)!.Value;
            ends += Math.Abs(late.Value - (1 + (0.2 + 3e-3 * 60) / 3.5e-3)) <= model.CoverageFactor * late.Uncertainty ? 1 : 0;
        }
        Assert.AreEqual(0.95 * 200, knees, 8, "knee");
        Assert.AreEqual(0.95 * 200, linearEnds, 8, "end of a line");
        Assert.AreEqual(0.95 * 200, next, 8, "next measurement");
        Assert.AreEqual(0.95 * 200, ends, 8, "end after a knee");
    }

    [TestMethod]
    public void Of_ExactLaws_HaveTheirEnds()
    {
        var cycles = Cycles(50);
        Assert.AreEqual(1 + 0.2 / 1.2e-3, FadeFit.Of(FadeLaw.Linear, cycles, Values(1, cycles, Linear, 1e-9))!.CycleAt(0.8)!.Value.Value, 1e-3);
        Assert.AreEqual(1 + Math.Pow(0.2 / 0.015, 2), FadeFit.Of(FadeLaw.Root, cycles, Values(1, cycles, Root, 1e-9))!.CycleAt(0.8)!.Value.Value, 1e-3);
        Assert.IsNull(FadeFit.Of(FadeLaw.Linear, cycles, Values(1, cycles, n => 1 + 1e-3 * n, 1e-9))!.CycleAt(0.8));
        Assert.IsNull(FadeFit.Best(cycles.AsSpan(0, 3), Values(1, cycles, Linear).AsSpan(0, 3)));
    }

    /// <summary>Neighbouring cycles share the room's temperature: intervals must be wider than independent scatter says.</summary>
    [TestMethod]
    public void Of_CorrelatedScatter_WidensTheIntervals()
    {
        var cycles = Cycles(200);
        var held = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var noise = Values(seed, cycles, _ => 0);
            for (var i = 1; i < noise.Length; i++)
            {
                noise[i] += 0.7 * noise[i - 1];
            }
            var model = FadeFit.Of(FadeLaw.Linear, cycles, noise.Select((e, i) => Linear(cycles[i] - 1) + e).ToArray())!;
            var slope = model.Slope(100);
            held += Math.Abs(slope.Value + 1.2e-3) <= model.CoverageFactor * slope.Uncertainty ? 1 : 0;
        }
        Assert.IsGreaterThanOrEqualTo(178, held);
    }

    [TestMethod]
    public void Results_OfCapacities_FollowEachRateAndFlagWhatLiesBeyond()
    {
        var cycles = Cycles(40);
        var values = Values(3, cycles, Linear, 1e-4);
        var results = cycles.Select((n, i) => new Result("discharge_capacity", new(values[i], 0), "Ah")
        {
            Details = [new("cycle", n), new("current", i % 2 == 0 ? 1e-4 : 5e-4), new("full", 1.0)],
        }).ToList();
        var fades = FadeResults.Of(results, "discharge_capacity");
        Assert.AreEqual(2, fades.Count(r => r.Name == "fade_per_cycle"));
        var end = fades.First(r => r.Name == "cycles_to_80_percent");
        CollectionAssert.Contains(end.Flags.ToList(), Flag.Extrapolated);
        Assert.AreEqual(0.2 / 1.2e-3, end.Value.Value, 3);
        Assert.AreEqual("linear", end.Word("law"));
    }
}
