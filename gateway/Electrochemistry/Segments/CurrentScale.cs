using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Electrochemistry.Segments;

/// <summary>
/// What is small in a trace: from the distribution of its readings and of their second differences, by octaves of the current (noise goes with the
/// range that was used). Of a long trace every n-th triple of rows is looked at.
/// </summary>
sealed class CurrentScale
{
    const int Octaves = 64, LargestExponent = 14;
    const int MostTriples = 100_000, FewestTriples = 16;
    const double MedianToSigma = 0.6745 * 2.449489742783178;
    const double RestShare = 2e-3, MarkedRestShare = 1e-5, MarkedRestRows = 0.02;
    const double LargestNoiseOfLevel = 0.01, LargestNoiseOfAll = 0.005, SpikeShare = 1e-3;
    readonly double[] _noise = new double[Octaves];

    /// <summary>Looks at a trace.</summary>
    public CurrentScale(Trace trace)
    {
        var current = new int[Octaves, Octaves];
        var levels = new int[Octaves];
        var largest = new double[Octaves];
        var voltage = new int[Octaves];
        var (zeros, triples) = (0, 0);
        var stride = Math.Max(1, trace.Length / MostTriples);
        for (var i = 1; i + 1 < trace.Length; i += stride)
        {
            var (before, now, after) = (trace.Amperes[i - 1], trace.Amperes[i], trace.Amperes[i + 1]);
            triples++;
            zeros += now == 0 ? 1 : 0;
            var level = Octave(now);
            levels[level]++;
            largest[level] = Math.Max(largest[level], Math.Abs(now));
            current[level, Octave(after - 2 * now + before)]++;
            voltage[Octave(trace.Volts[i + 1] - 2 * trace.Volts[i] + trace.Volts[i - 1])]++;
        }
        LargestAmperes = Largest(levels, largest, triples);
        RestAmperes = LargestAmperes * (zeros > MarkedRestRows * triples ? MarkedRestShare : RestShare);
        for (var i = Octaves - 1; i >= 0; i--)
        {
            // An octave with few rows says little: it is between two levels, or the mean of a noise about zero.
            _noise[i] = levels[i] < FewestTriples && i < Octaves - 1 ? _noise[i + 1]
                : Math.Min(MedianOf(current, i) / MedianToSigma, Math.Max(LargestNoiseOfLevel * Size(i), LargestNoiseOfAll * LargestAmperes));
        }
        NoiseVolts = Median(voltage) / MedianToSigma;
    }

    /// <summary>The largest current that is not a spike of a few rows, A.</summary>
    public double LargestAmperes { get; }

    /// <summary>Up to this a current is none, A.</summary>
    public double RestAmperes { get; }

    /// <summary>Standard deviation of a reading of the voltage, V; rather too large, by up to a factor of two.</summary>
    public double NoiseVolts { get; }

    /// <summary>Standard deviation of a reading of a current of this size, A; rather too large, by up to a factor of two.</summary>
    public double NoiseAmperes(double amperes) => _noise[Octave(amperes)];

    static int Octave(double value)
    {
        var exponent = (int)((BitConverter.DoubleToInt64Bits(value) >> 52) & 0x7ff) - 1023;
        return Math.Clamp(exponent - LargestExponent + Octaves - 1, 0, Octaves - 1);
    }

    static double Size(int octave) => Math.ScaleB(1, octave - Octaves + 1 + LargestExponent);

    static double Largest(int[] levels, double[] largest, int triples)
    {
        var above = 0;
        for (var i = Octaves - 1; i >= 0; i--)
        {
            above += levels[i];
            if (above > SpikeShare * triples)
            {
                return largest[i];
            }
        }
        return 0;
    }

    static double MedianOf(int[,] counts, int row)
    {
        var line = new int[Octaves];
        for (var i = 0; i < Octaves; i++)
        {
            line[i] = counts[row, i];
        }
        return Median(line);
    }

    static double Median(int[] counts)
    {
        var (half, below) = (counts.Sum() / 2, 0);
        for (var i = 0; i < Octaves; i++)
        {
            below += counts[i];
            if (below > half)
            {
                return i == 0 ? 0 : Size(i + 1);
            }
        }
        return 0;
    }
}
