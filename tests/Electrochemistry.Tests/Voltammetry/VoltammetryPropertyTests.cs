using CoinRig.Electrochemistry.Voltammetry;
using CsCheck;

namespace CoinRig.Electrochemistry.Tests.Voltammetry;

/// <summary>What must not depend on units, time zero, sign and sampling.</summary>
[TestClass]
public sealed class VoltammetryPropertyTests
{
    const double Noise = 2e-7;

    static readonly Gen<(double Rate, int Seed)> Waves = Gen.Select(Gen.Double[1e-4, 1e-3], Gen.Int[1, 1000]);

    [TestMethod]
    public void Current_Scaled_ScalesCurrentsAndLeavesPotentials() => Gen.Select(Waves, Gen.Double[0.01, 100]).Sample((wave, factor) =>
    {
        var (seconds, volts, amperes) = MadeUpWave.Of(wave.Rate, noiseAmperes: Noise, seed: wave.Seed);
        var (one, other) = (Forward(seconds, volts, amperes), Forward(seconds, volts, [.. amperes.Select(a => factor * a)]));
        Assert.AreEqual(one.Potential.Value, other.Potential.Value, 1e-9);
        Assert.AreEqual(factor * one.Current.Value, other.Current.Value, 1e-9 * factor * one.Current.Value);
        Assert.AreEqual(factor * one.Charge!.Value.Value, other.Charge!.Value.Value, 1e-9 * factor * one.Charge!.Value.Value);
        Assert.AreEqual(factor * one.Current.Uncertainty, other.Current.Uncertainty, 1e-6 * factor * one.Current.Uncertainty);
    }, iter: 30, threads: 1);

    [TestMethod]
    public void Time_Shifted_ChangesNothingButTheTime() => Gen.Select(Waves, Gen.Double[-1e5, 1e5]).Sample((wave, shift) =>
    {
        var (seconds, volts, amperes) = MadeUpWave.Of(wave.Rate, noiseAmperes: Noise, seed: wave.Seed);
        var (one, other) = (Forward(seconds, volts, amperes), Forward([.. seconds.Select(t => t + shift)], volts, amperes));
        Assert.AreEqual(one.Potential, other.Potential);
        Assert.AreEqual(one.Current, other.Current);
        Assert.AreEqual(one.Charge!.Value.Value, other.Charge!.Value.Value, 1e-8 * Math.Abs(one.Charge!.Value.Value));
        Assert.AreEqual(one.Seconds + shift, other.Seconds, 1e-6);
    }, iter: 30, threads: 1);

    [TestMethod]
    public void Sign_OfCurrentAndPotential_MirrorsEverything() => Waves.Sample(wave =>
    {
        var (seconds, volts, amperes) = MadeUpWave.Of(wave.Rate, noiseAmperes: Noise, seed: wave.Seed);
        var one = VoltammetryAnalysis.Of(new(seconds, volts, amperes));
        var other = VoltammetryAnalysis.Of(new(seconds, [.. volts.Select(v => -v)], [.. amperes.Select(a => -a)]));
        Assert.HasCount(one.Sweeps.Count, other.Sweeps);
        foreach (var (a, b) in one.Sweeps.Zip(other.Sweeps))
        {
            Assert.AreEqual(!a.Sweep.IsAnodic, b.Sweep.IsAnodic);
            Assert.AreEqual(-a.MainPeak!.Potential.Value, b.MainPeak!.Potential.Value, 1e-9);
            Assert.AreEqual(-a.MainPeak.Height!.Value.Value, b.MainPeak.Height!.Value.Value, 1e-6 * Math.Abs(a.MainPeak.Height.Value.Value));
        }
        Assert.AreEqual(one.Pairs.Single().Separation.Value, other.Pairs.Single().Separation.Value, 1e-9);
    }, iter: 30, threads: 1);

    /// <summary>Twice as many rows, each reading twice: the same peak.</summary>
    [TestMethod]
    public void Rows_Doubled_OrThinned_GiveTheSamePeak() => Waves.Sample(wave =>
    {
        var (seconds, volts, amperes) = MadeUpWave.Of(wave.Rate);
        var whole = Forward(seconds, volts, amperes);
        var doubled = Forward([.. seconds.SelectMany(t => new[] { t, t })], [.. volts.SelectMany(v => new[] { v, v })], [.. amperes.SelectMany(a => new[] { a, a })]);
        Assert.AreEqual(whole.Potential.Value, doubled.Potential.Value, 1e-9);
        Assert.AreEqual(whole.Current.Value, doubled.Current.Value, 1e-12);
        var offset = wave.Seed % 4;
        var thinned = Forward(Every(seconds), Every(volts), Every(amperes));
        Assert.AreEqual(whole.Potential.Value, thinned.Potential.Value, 1e-4);
        Assert.AreEqual(whole.Current.Value, thinned.Current.Value, 1e-5 * whole.Current.Value);

        double[] Every(double[] column) => [.. column.Where((_, i) => i % 4 == offset)];
    }, iter: 30, threads: 1);

    /// <summary>The gateway feeds readings one by one; a file goes through the same, to the bit.</summary>
    [TestMethod]
    public void Reading_ByReading_IsTheSameToTheBit() => Waves.Sample(wave =>
    {
        var (seconds, volts, amperes) = MadeUpWave.Of(wave.Rate, noiseAmperes: Noise, seed: wave.Seed);
        var batch = VoltammetryAnalysis.Of(new(seconds, volts, amperes));
        var live = new SweepReading();
        foreach (var (sweep, i) in batch.Sweeps.Select((s, i) => (s, i)))
        {
            live.Begin(follows: i > 0);
            for (var row = sweep.Sweep.First; row <= sweep.Sweep.Last; row++)
            {
                live.Add(seconds[row], volts[row], amperes[row]);
            }
            var peaks = live.End(sweep.Sweep.Rate.Value);
            Assert.HasCount(sweep.Peaks.Count, peaks);
            foreach (var (a, b) in sweep.Peaks.Zip(peaks))
            {
                Assert.AreEqual((a.Potential, a.Current, a.Height, a.Charge, a.HalfPeakWidth), (b.Potential, b.Current, b.Height, b.Charge, b.HalfPeakWidth));
            }
        }
    }, iter: 30, threads: 1);

    /// <summary>Whatever the numbers are, the analysis ends and gives no results that are not numbers.</summary>
    [TestMethod]
    public void AnyNumbers_DoNotThrow() => Gen.Select(Gen.Double, Gen.Double[-5, 5], Gen.Double).Array[0, 300].Sample(rows =>
    {
        var voltammogram = VoltammetryAnalysis.Of(new([.. rows.Select(r => r.Item1)], [.. rows.Select(r => r.Item2)], [.. rows.Select(r => r.Item3)]));
        _ = voltammogram.Results();
        _ = ScanRateStudy.Of([voltammogram]);
    }, iter: 300, threads: 1);

    static SweepPeak Forward(double[] seconds, double[] volts, double[] amperes) => VoltammetryAnalysis.Of(new(seconds, volts, amperes)).Sweeps[0].MainPeak!;
}
