namespace CoinRig.Faults;

/// <summary>What happens around rig and cell: sensors, clock, supply, network, and the end of the process.</summary>
static class SurroundingFaults
{
    internal const string Kill = "process killed";

    static readonly string[] AfterARestart = ["resumed", "clock-not-set", "clock-jumped", "power-loss"];

    /// <summary>The system ends the program in good order, as for an update: of a stream of its own.</summary>
    internal static FaultType Stop { get; } = new("program stopped", (random, at, _, type) => new(type, at, double.PositiveInfinity, "the system ends the program", w => w.StopProgram())) { Allows = AfterARestart };

    internal static FaultType[] All { get; } =
    [
        new("thermometer gone", (random, at, _, type) => new(type, at, random.Next(3) == 0 ? at + 20 * random.NextDouble() : double.PositiveInfinity, "the thermometer is gone", w => w.Room.IsGone = true, w => w.Room.IsGone = false))
        {
            Allows = ["limit-unknown"],
        },
        new("clock jumps", (random, at, _, type) =>
        {
            var seconds = (random.Next(2) == 0 ? 1 : -1) * Math.Pow(10, 9 * random.NextDouble());
            return new(type, at, double.PositiveInfinity, $"the computer's clock is set by {seconds:+0.###;-0.###} s", w => w.Clock.UtcOffset += TimeSpan.FromSeconds(seconds));
        }) { Allows = ["clock-not-set", "clock-jumped"], IsHarmless = true },
        new("supply sags", (random, at, _, type) => new(type, at, at + 20 * random.NextDouble(), "the computer's supply is too low", w => w.Host.Sag(true), w => w.Host.Sag(false)))
        {
            Allows = ["undervoltage"], Demands = ["undervoltage"], SeenAfterSeconds = 6, IsHarmless = true,
        },
        new("broker dead", (random, at, _, type) => new(type, at, double.PositiveInfinity, "the broker is dead", w => w.Broker = BrokerMood.Dead)) { IsHarmless = true },
        new("broker slow", (random, at, _, type) => new(type, at, double.PositiveInfinity, "the broker answers late", w => w.Broker = BrokerMood.Slow)) { IsHarmless = true },
        new("broker lies", (random, at, _, type) => new(type, at, double.PositiveInfinity, "the broker breaks off, forgets and answers twice", w => w.Broker = BrokerMood.Lying)) { IsHarmless = true },
        new(Kill, (random, at, _, type) => new(type, at, double.PositiveInfinity, "the process is killed", w => w.KillProcess())) { Allows = AfterARestart },
    ];
}
