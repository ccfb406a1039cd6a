using System.Runtime.InteropServices;
using CoinRig.Control;
using CsCheck;

namespace CoinRig.Runs.Tests;

[TestClass]
public sealed class SampleChunkTests
{
    static readonly int[] Layouts = [SampleChunk.Open, SampleChunk.Sealed];

    static readonly Gen<double> AnyDouble = Gen.Frequency(
        (6, Gen.Double[-5, 5]), (2, Gen.Long.Select(BitConverter.Int64BitsToDouble)), (1, Gen.Const(double.NaN)), (1, Gen.OneOf(Gen.Const(0.0), Gen.Const(-0.0), Gen.Const(double.NegativeInfinity))));

    static readonly Gen<Sample> AnySample =
        from times in Gen.Select(Gen.Long, Gen.Long)
        from values in AnyDouble.Array[5]
        from counts in Gen.Int.Array[3]
        from flags in Gen.Int[0, 31]
        select new Sample
        {
            VoltageNanoseconds = times.Item1,
            CurrentNanoseconds = times.Item2,
            Volts = values[0],
            Amperes = values[1],
            NetCoulombs = values[2],
            NetJoules = values[3],
            DegreesCelsius = values[4],
            StepCount = counts[0],
            SegmentCount = counts[1],
            Cycle = counts[2],
            Flags = (SampleFlags)flags,
        };

    [TestMethod]
    public void Decode_AnySamples_GivesEveryBitBack() =>
        Gen.Select(AnySample.Array[1, 700], Gen.Long[1, 1L << 50]).Sample((samples, first) => RoundTrips(samples, first), iter: 300, seed: "0000KOIXe5c2");

    [TestMethod]
    public void Decode_ReadingsOfARig_GivesEveryBitBack() =>
        Gen.Select(Gen.Int[1, 4096], Gen.Int, Gen.Double[0, 100], Gen.OneOf(Gen.Const(0.0), Gen.Const(6e-5), Gen.Const(-1.2e-3))).Sample((count, seed, noise, amperes) =>
        {
            var rig = new MadeUpRig(seed) { NoiseCodes = noise, ScansPerSample = 3 };
            return RoundTrips([.. Enumerable.Range(0, count).Select(i => rig.Record(i % 1500 < 750 ? amperes : 0, 1 + i / 100, i % 3))], 1);
        }, iter: 30, seed: "0000KOIXe5c2");

    [TestMethod]
    [DataRow(6.1074e-5, 0.6, SampleChunk.Open, 100, 16.0)]
    [DataRow(6.1074e-5, 2.0, SampleChunk.Open, 100, 16.0)]
    [DataRow(6.1074e-5, 10.0, SampleChunk.Open, 100, 16.0)]
    [DataRow(0.0, 2.0, SampleChunk.Open, 100, 16.0)]
    [DataRow(6.1074e-5, 0.6, SampleChunk.Sealed, 1, 8.0)]
    [DataRow(6.1074e-5, 2.0, SampleChunk.Sealed, 1, 8.0)]
    [DataRow(6.1074e-5, 10.0, SampleChunk.Sealed, 1, 8.0)]
    [DataRow(0.0, 2.0, SampleChunk.Sealed, 1, 8.0)]
    public void Encode_NoiseOfTheTwin_CostsFewBytesASample(double amperes, double noiseCodes, int layout, int scansPerSample, double most)
    {
        var rig = new MadeUpRig(1) { NoiseCodes = noiseCodes, ScansPerSample = scansPerSample };
        Sample[] samples = [.. Enumerable.Range(0, SampleChunk.MostSamples).Select(_ => rig.Record(amperes, 1, 0))];
        var bytes = new SampleChunk().Encode(samples, layout).Length / (double)samples.Length;
        Console.WriteLine($"{bytes:0.0} bytes a sample");
        Assert.IsLessThanOrEqualTo(most, bytes);
    }

    [TestMethod]
    [DataRow(SampleChunk.Open)]
    [DataRow(SampleChunk.Sealed)]
    public void Encode_AgainAndAgain_AllocatesNothing(int layout)
    {
        var rig = new MadeUpRig(1) { ScansPerSample = 1 };
        Sample[] samples = [.. Enumerable.Range(0, SampleChunk.MostSamples).Select(_ => rig.Record(1e-4, 1, 0))];
        var chunk = new SampleChunk();
        for (var i = 0; i < 5; i++)
        {
            chunk.Encode(samples, layout);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        chunk.Encode(samples, layout);
        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [TestMethod]
    [DataRow(SampleChunk.Open)]
    [DataRow(SampleChunk.Sealed)]
    public void Decode_CutShort_IsRefused(int layout)
    {
        var rig = new MadeUpRig(1) { ScansPerSample = 1 };
        Sample[] samples = [.. Enumerable.Range(0, 300).Select(_ => rig.Record(1e-4, 1, 0))];
        var chunk = new SampleChunk();
        var bytes = chunk.Encode(samples, layout).ToArray();
        for (var length = 0; length < bytes.Length; length += 7)
        {
            Assert.ThrowsExactly<InvalidDataException>(() => chunk.Decode(bytes.AsSpan(0, length), layout, 1, new Sample[300]));
        }
    }

    [TestMethod]
    public void Checksum_CheckValue_IsThatOfCrc32C()
    {
        // RFC 3720, appendix B.4: 32 bytes of zeros give the CRC 8A9136AA.
        var besideOnly = SampleChunk.Checksum([], 1, 2, 3) ^ SampleChunk.Checksum(new byte[32], 1, 2, 3);
        Assert.AreEqual(0x8A9136AAu, besideOnly);
    }

    static bool RoundTrips(Sample[] samples, long first)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i].Sequence = first + i;
        }
        var chunk = new SampleChunk();
        return Layouts.All(layout =>
        {
            var back = new Sample[samples.Length];
            chunk.Decode(chunk.Encode(samples, layout).ToArray(), layout, first, back);
            return MemoryMarshal.AsBytes<Sample>(samples).SequenceEqual(MemoryMarshal.AsBytes<Sample>(back));
        });
    }
}
