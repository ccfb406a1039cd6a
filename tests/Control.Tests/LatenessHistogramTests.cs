using CsCheck;

namespace CoinRig.Control.Tests;

[TestClass]
public sealed class LatenessHistogramTests
{
    /// <summary>Values of every size, as many small as large ones.</summary>
    static readonly Gen<long[]> Values = Gen.Select(Gen.Int[0, 62], Gen.Long[0, long.MaxValue], (size, bits) => bits >> size).Array[1, 300];

    static readonly double[] Shares = [0, 0.1, 0.5, 0.9, 0.99, 0.999, 1];

    [TestMethod]
    public void Percentile_AnyValues_IsThatOfTheSortedOnesOrALittleMore() => Values.Sample(values =>
    {
        var histogram = new LatenessHistogram();
        foreach (var value in values)
        {
            histogram.Add(value);
        }
        Array.Sort(values);
        Assert.AreEqual(values.Length, histogram.Count);
        Assert.AreEqual(values[^1], histogram.LargestNanoseconds);
        foreach (var share in Shares)
        {
            var exact = values[Math.Max(1, (int)Math.Ceiling(share * values.Length)) - 1];
            var told = histogram.Percentile(share);
            Assert.IsTrue(told >= exact && told - exact <= exact / 32.0, $"{share}: {told}, exactly {exact}");
        }
    }, iter: 2_000, seed: "0000000000a1");

    [TestMethod]
    public void Early_CountsAsPunctual()
    {
        var histogram = new LatenessHistogram();
        histogram.Add(-5);
        Assert.AreEqual((1L, 0L, 0L), (histogram.Count, histogram.Percentile(0.5), histogram.LargestNanoseconds));
    }

    [TestMethod]
    public void Clear_ForgetsEverything()
    {
        var histogram = new LatenessHistogram();
        histogram.Add(1_000_000);
        histogram.Clear();
        Assert.AreEqual((0L, 0L, 0L), (histogram.Count, histogram.Percentile(1), histogram.LargestNanoseconds));
    }

    [TestMethod]
    public void Add_AllocatesNothing()
    {
        var histogram = new LatenessHistogram();
        histogram.Add(1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0L; i < 10_000; i++)
        {
            histogram.Add(i * i * i);
        }
        Assert.AreEqual(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
