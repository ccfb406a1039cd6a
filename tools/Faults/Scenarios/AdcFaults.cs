using CoinRig.Twin;

namespace CoinRig.Faults;

/// <summary>The ADC is silent, stuck, disturbed or read late.</summary>
static class AdcFaults
{
    const int Bits = 24;

    static readonly string[] Silences = ["adc-silent", "adc-fault", "fault", "cell-refused", "output-fault", "zero-fault"];

    static readonly string[] Nonsense = ["limit-voltage", "limit-current", "limit-range", "limit-scale", "limit-protocol", "compliance", "output-fault", "zero-fault", "cell-refused", "adc-fault", "relay-welded", "range-changed"];

    internal static FaultType[] All { get; } =
    [
        new("ADC silent", (random, at, _, type) =>
        {
            var level = random.Next(3);
            return new(type, at, Until(random, at), $"the ADC is silent ({(level == 0 ? "DRDY stays high" : level == 1 ? "bus reads 00" : "bus reads FF")})",
                w => Silence(w, level), w => Silence(w, -1));
        }) { Allows = [.. Silences, .. Nonsense, "idle-fault"], Demands = Silences, SeenAfterSeconds = 1, SpoilsReadings = true },
        new("ADC stuck", (random, at, _, type) => new(type, at, Until(random, at), "the ADC's data register is stuck", w => w.Bus.IsStuck = true, w => w.Bus.IsStuck = false))
        {
            Allows = [.. Nonsense, .. Silences, "idle-fault"], Demands = [.. Nonsense, .. Silences], SeenAfterSeconds = 1, IsDemandedWhereItStays = true, SpoilsReadings = true,
        },
        new("single glitch", (random, at, _, type) => Glitch(random, at, type, 1)) { IsHarmless = true },
        new("row of glitches", (random, at, _, type) => Glitch(random, at, type, 2 + random.Next(6))) { Allows = [.. Nonsense], SpoilsReadings = true },
        new("read late", (random, at, _, type) =>
        {
            var milliseconds = 5 * Math.Pow(200, random.NextDouble());
            return new(type, at, double.PositiveInfinity, $"the program is held up for {milliseconds:0} ms", w => w.HoldUp((long)(milliseconds * 1e6)));
        }) { Allows = ["late-scans"], IsHarmless = true },
    ];

    static Fault Glitch(Random random, double at, FaultType type, int count)
    {
        var masks = Enumerable.Range(0, count).Select(_ => Mask(random)).ToArray();
        return new(type, at, double.PositiveInfinity, $"{count} result{(count == 1 ? "" : "s")} with wrong bits ({string.Join(" ", masks.Select(m => $"{m:X6}"))})", w =>
        {
            foreach (var mask in masks)
            {
                w.Bus.Glitch(mask);
            }
        });
    }

    static int Mask(Random random) => random.Next(3) == 0 ? random.Next(1, 1 << Bits) : 1 << random.Next(Bits);

    static double Until(Random random, double at) => random.Next(2) == 0 ? double.PositiveInfinity : at + 0.01 * Math.Pow(500, random.NextDouble());

    static void Silence(World world, int level)
    {
        world.Twin.Faults.DataReadyStuck = level == 0 ? StuckLevel.High : StuckLevel.None;
        world.Twin.Faults.AdcSilent = level switch { 1 => AdcSilence.Zeros, 2 => AdcSilence.Ones, _ => AdcSilence.None };
    }
}
