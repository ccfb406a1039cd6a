using CoinRig.Twin;

namespace CoinRig.Faults;

/// <summary>The cell is shorted, open, reversed, or its voltage goes where it must not.</summary>
static class CellFaults
{
    /// <summary>A voltage that runs away does so in steps that no reading tells from a slope, ns.</summary>
    const long RampStepNanoseconds = 10_000_000;

    static readonly string[] Stops = ["limit-voltage", "limit-current", "limit-range", "limit-scale", "limit-protocol", "compliance", "output-fault", "zero-fault", "cell-refused"];

    internal static FaultType[] All { get; } =
    [
        new("cell shorted", (random, at, _, type) => Seat(random, at, type, CellFault.Shorted)) { Allows = [.. Stops, "relay-welded", "fault"], Demands = Stops, SeenAfterSeconds = 1.5, IsDemandedWhereItStays = true },
        new("cell open", (random, at, _, type) => Seat(random, at, type, CellFault.Open)) { Allows = [.. Stops, "relay-welded", "fault"], Demands = Stops, SeenAfterSeconds = 1.5, IsDemandedWhereItStays = true },
        new("cell reversed", (random, at, _, type) => Seat(random, at, type, CellFault.Reversed)) { Allows = [.. Stops, "relay-welded", "fault"], Demands = Stops, SeenAfterSeconds = 1.5, IsDemandedWhereItStays = true },
        new("cell jumps", (random, at, setting, type) =>
        {
            var added = Excursion(random, setting);
            return new(type, at, double.PositiveInfinity, $"the cell's voltage jumps by {added:+0.000;-0.000} V", w => w.Wander(w.BeginExcursion(), added));
        }) { Allows = Stops },
        new("cell runs away", (random, at, setting, type) =>
        {
            var (added, seconds) = (Excursion(random, setting), 0.2 + 10 * random.NextDouble());
            return new(type, at, double.PositiveInfinity, $"the cell's voltage goes by {added:+0.000;-0.000} V in {seconds:0.0} s", w => Ramp(w, added, (long)(seconds * 1e9)));
        }) { Allows = Stops },
    ];

    /// <summary>Mostly beyond a hard limit, by little or by much.</summary>
    static double Excursion(Random random, Setting setting)
    {
        var beyond = 0.35 * random.NextDouble() - 0.05;
        return random.Next(2) == 0 ? Setting.HighestVolts - setting.OpenCircuitVolts + beyond : Setting.LowestVolts - setting.OpenCircuitVolts - beyond;
    }

    static void Ramp(World world, double added, long nanoseconds)
    {
        var (start, excursion) = (world.Clock.Nanoseconds, world.BeginExcursion());
        for (var since = RampStepNanoseconds; since <= nanoseconds; since += RampStepNanoseconds)
        {
            var part = (double)since / nanoseconds;
            world.Clock.At(start + since, () => world.Wander(excursion, part * added));
        }
    }

    static Fault Seat(Random random, double at, FaultType type, CellFault fault) =>
        new(type, at, random.Next(3) > 0 ? double.PositiveInfinity : at + 0.02 * Math.Pow(200, random.NextDouble()), $"the cell is {fault.ToString().ToLowerInvariant()}",
            w => w.Channel.CellFault = fault, w => w.Channel.CellFault = CellFault.None);
}
