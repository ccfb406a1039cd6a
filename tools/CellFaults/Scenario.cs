using CoinRig.Twin;

namespace CoinRig.CellFaults;

/// <summary>What happens to a channel under a seed: a board, a protocol, faults of relay and cell in any order, and perhaps a person who stops the run.</summary>
/// <param name="Board">The board's profile.</param>
/// <param name="Protocol">The protocol's text.</param>
/// <param name="Happenings">What happens, and when after the start, in order of time.</param>
/// <param name="StopSeconds">When a person stops the run, s.</param>
sealed record Scenario(string Board, string Protocol, IReadOnlyList<Happening> Happenings, double StopSeconds)
{
    /// <summary>No run is watched longer, s.</summary>
    const double LongestSeconds = 60;

    static readonly string[] Boards = ["reference", "waveshare-series-shunt"];

    static readonly string[] Steps =
    [
        "  - Charge at 1C until 4.2 V\n",
        "  - Discharge at 0.5C until 2.8 V\n",
        "  - Rest for 5 s\n  - Charge at 0.1C for 10 s\n  - Rest for 5 s\n  - Discharge at 1C for 10 s\n  - Rest for 30 s\n",
        "  - {step: constant_voltage, voltage: 3.6 V, for: 40 s, largest_current: 1.5 C}\n",
        "  - {step: linear_sweep, rate: 1 mV/s, start: open_circuit, end: 3.9 V, largest_current: 1.5 C}\n",
        "  - {step: linear_sweep, rate: 2 mV/s, start: open_circuit, end: 3.9 V, largest_current: 1 mA, range: auto}\n",
        "  - {step: cccv, current: 0.3C, voltage: 3.6 V, until: 5 uA, range: auto}\n  - {step: linear_sweep, rate: 5 mV/s, start: 3.6 V, end: 3.4 V, largest_current: 1 mA, range: auto}\n",
        "  - repeat: 20\n    steps:\n      - Charge at 0.2C for 2 s\n      - Rest for 1 s\n",
        "  - Charge at 0.5C for 10 s\n  - {step: constant_voltage, voltage: 3.7 V, for: 10 s, largest_current: 1.5 C}\n  - Discharge at 0.5C for 10 s\n",
    ];

    /// <summary>Draws what happens.</summary>
    public static Scenario Draw(int seed)
    {
        var random = new Random(seed);
        var happenings = new List<Happening>();
        var count = 1 + random.Next(3);
        for (var i = 0; i < count; i++)
        {
            // Half of them while the rig looks at the cell and connects it, where most can go wrong.
            var seconds = random.Next(2) == 0 ? 4 * random.NextDouble() : LongestSeconds * random.NextDouble();
            happenings.Add(Happening.Draw(random, seconds));
        }
        var steps = Steps[random.Next(Steps.Length)];
        return new(Boards[seed % Boards.Length], $"name: faults\nlimits: {{voltage: 2.5 V .. 4.35 V, current: 1 mA}}\nrecord: {{dt: 1 s}}\nsteps:\n{steps}",
            [.. happenings.OrderBy(h => h.Seconds)], random.Next(2) == 0 ? LongestSeconds : LongestSeconds * random.NextDouble());
    }
}

/// <summary>One thing that happens.</summary>
/// <param name="Seconds">When, s after the start.</param>
/// <param name="Name">What, in words.</param>
/// <param name="Do">Does it.</param>
sealed record Happening(double Seconds, string Name, Action<ChannelTwin> Do)
{
    static readonly (string Name, Action<ChannelTwin> Do)[] All =
    [
        ("relay welds", c => c.RelayFault = RelayFault.Welded),
        ("relay sticks open", c => c.RelayFault = RelayFault.StuckOpen),
        ("relay bounces", c => c.RelayFault = RelayFault.Bouncing),
        ("relay recovers", c => c.RelayFault = RelayFault.None),
        ("cell reversed", c => c.CellFault = CellFault.Reversed),
        ("cell open", c => c.CellFault = CellFault.Open),
        ("cell shorted", c => c.CellFault = CellFault.Shorted),
        ("cell put right", c => c.CellFault = CellFault.None),
    ];

    /// <summary>Every name, in order.</summary>
    public static IEnumerable<string> Names => All.Select(a => a.Name);

    /// <summary>Draws one.</summary>
    public static Happening Draw(Random random, double seconds)
    {
        var (name, happen) = All[random.Next(All.Length)];
        return new(seconds, name, happen);
    }
}
