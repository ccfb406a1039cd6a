using CoinRig.Control;

namespace CoinRig.Runs.Tests;

/// <summary>
/// Samples as a rig makes them: readings are ADC codes with noise, put through gains and offsets; charge and energy are compensated sums
/// over ten scans a second, of which one in a hundred is recorded.
/// </summary>
sealed class MadeUpRig(int seed)
{
    const long ScanNanoseconds = 100_000_000;
    const double VoltsPerCode = 5.0 / 8388607;

    readonly Random _random = new(seed);
    (double Sum, double Lost) _coulombs;
    (double Sum, double Lost) _joules;
    long _sequence;

    public long Now { get; private set; }

    public double NoiseCodes { get; init; } = 2;

    public int ScansPerSample { get; init; } = 100;

    public Sample Record(double amperes, int stepCount, int segmentCount, bool row = true)
    {
        double volts = 0;
        double current = 0;
        for (var scan = 0; scan < ScansPerSample; scan++)
        {
            Now += ScanNanoseconds;
            // Voltage amplifier 0.5, shunt 10 kohm times 4, as the reference profile has them; gains and offsets of its calibration.
            volts = (Reading((3.0 + 1e-6 * Now * 1e-9 + 1000 * amperes) * 0.5) / 0.5 - 0.21e-3) * 1.00083;
            current = (Reading(amperes * 40_000) / 40_000 - 11e-9) * 1.00122;
            Add(ref _coulombs, current * 0.1);
            Add(ref _joules, current * 0.1 * volts);
        }
        return new Sample
        {
            Sequence = row ? ++_sequence : _sequence,
            VoltageNanoseconds = Now,
            CurrentNanoseconds = Now + 40_208_333,
            Volts = volts,
            Amperes = current,
            NetCoulombs = _coulombs.Sum,
            NetJoules = _joules.Sum,
            DegreesCelsius = double.NaN,
            StepCount = stepCount,
            SegmentCount = segmentCount,
            Cycle = 1,
            Flags = amperes == 0 ? SampleFlags.OpenCircuit : SampleFlags.None,
        };
    }

    double Reading(double atInput) => Math.Round(atInput / VoltsPerCode + NoiseCodes * Gaussian()) * VoltsPerCode;

    double Gaussian() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    static void Add(ref (double Sum, double Lost) sum, double value)
    {
        var y = value - sum.Lost;
        var total = sum.Sum + y;
        sum = (total, total - sum.Sum - y);
    }
}
