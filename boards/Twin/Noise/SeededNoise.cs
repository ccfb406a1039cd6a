using System.Numerics;

namespace CoinRig.Twin;

/// <summary>
/// The twin's one source of chance: xoshiro256** (Blackman and Vigna 2021, ACM Trans. Math. Softw. 47, 36), started
/// through SplitMix64 from the seed and the purpose, so that every purpose has its own stream and a stream that is added
/// later leaves the others as they were.
/// </summary>
public sealed class SeededNoise
{
    const double UnitOf53Bits = 1.0 / (1L << 53);

    ulong _s0, _s1, _s2, _s3;

    /// <summary>Starts a stream.</summary>
    /// <param name="seed">The seed of the twin.</param>
    /// <param name="purpose">What the numbers are for: "adc noise 1". The same seed and purpose give the same numbers.</param>
    public SeededNoise(long seed, string purpose)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        // FNV-1a, because string.GetHashCode differs from process to process.
        var state = 14695981039346656037UL;
        foreach (var character in purpose)
        {
            state = (state ^ character) * 1099511628211UL;
        }
        state ^= (ulong)seed * 0x9E3779B97F4A7C15UL;
        _s0 = SplitMix(ref state);
        _s1 = SplitMix(ref state);
        _s2 = SplitMix(ref state);
        _s3 = SplitMix(ref state);
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform on [0, 1).</summary>
    public double Uniform() => (NextBits() >> 11) * UnitOf53Bits;

    /// <summary>Normal with mean 0 and standard deviation 1.</summary>
    public double Normal() => Ziggurat.Normal(this);

    static ulong SplitMix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
