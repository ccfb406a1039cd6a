using CoinRig.Twin;

namespace CoinRig.Faults;

/// <summary>DAC, relay and shunt do not do what they should.</summary>
static class OutputFaults
{
    static readonly string[] Stops = ["compliance", "output-fault", "zero-fault", "cell-refused", "limit-voltage", "limit-current", "limit-range", "limit-scale", "limit-protocol"];

    internal static FaultType[] All { get; } =
    [
        new("DAC not written", (random, at, _, type) => new(type, at, Until(random, at), "the DAC takes no notice of its frames", w => w.Twin.Faults.IsDacDead = true, w => w.Twin.Faults.IsDacDead = false))
        {
            Allows = [.. Stops, "relay-welded", "idle-fault", "load-bounded"],
        },
        new("relay welded", (random, at, _, type) => Relay(random, at, type, RelayFault.Welded)) { Allows = [.. Stops, "relay-welded", "fault"] },
        new("relay open", (random, at, _, type) => Relay(random, at, type, RelayFault.StuckOpen)) { Allows = [.. Stops, "load-bounded"] },
        new("relay bounces", (random, at, _, type) => Relay(random, at, type, RelayFault.Bouncing)) { Allows = [.. Stops, "relay-welded"] },
        new("shunt drifts", (random, at, setting, type) =>
        {
            var (range, factor) = (random.Next(setting.Profile.Channels[0].Ranges.Count), Math.Exp(0.4 * (2 * random.NextDouble() - 1)));
            return new(type, at, double.PositiveInfinity, $"the shunt of the {setting.Profile.Channels[0].Ranges[range].Name} range is {factor:0.000} times what it was", w => w.Channel.SetShunt(range, factor));
        }) { Allows = Stops, SpoilsCurrent = true },
    ];

    static Fault Relay(Random random, double at, FaultType type, RelayFault fault) =>
        new(type, at, Until(random, at), $"the cell relay {(fault switch { RelayFault.Welded => "welds", RelayFault.StuckOpen => "sticks open", _ => "bounces" })}",
            w => w.Channel.RelayFault = fault, w => w.Channel.RelayFault = RelayFault.None);

    static double Until(Random random, double at) => random.Next(2) == 0 ? double.PositiveInfinity : at + 10 * random.NextDouble();
}
