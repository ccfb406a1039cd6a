namespace CoinRig.Faults;

/// <summary>What happens under a seed.</summary>
sealed record Scenario
{
    /// <summary>A person stops a run that goes for longer, s after its process began.</summary>
    internal const double LongestSeconds = 150;

    const int MostFaults = 3;

    /// <summary>Of so many seeds two are about the disk.</summary>
    const int Families = 8;

    /// <summary>In two of so many seeds, one of them about the disk, the program is stopped in good order besides.</summary>
    const int StoppedOf = 16;

    static readonly string[] Boards = ["reference", "waveshare-series-shunt"];

    /// <summary>The seed.</summary>
    internal required int Seed { get; init; }

    /// <summary>Board and cell.</summary>
    internal required Setting Setting { get; init; }

    /// <summary>The protocol's text.</summary>
    internal required string Protocol { get; init; }

    /// <summary>Whether every scan becomes a sample.</summary>
    internal required bool RecordsEveryScan { get; init; }

    /// <summary>What a loss may cost at most, s.</summary>
    internal required int DurabilitySeconds { get; init; }

    /// <summary>The recorder moves what waits after so many scans.</summary>
    internal required int ScansPerDrain { get; init; }

    /// <summary>How long nobody is there after a kill, s; one for each.</summary>
    internal required IReadOnlyList<double> GapSeconds { get; init; }

    /// <summary>Whether something outside takes the relay's supply away when nobody drives it.</summary>
    internal required bool IsSupervised { get; init; }

    /// <summary>The faults, in order of time.</summary>
    internal required IReadOnlyList<Fault> Faults { get; init; }

    /// <summary>Whether it is about the disk.</summary>
    internal bool IsOfTheDisk => Seed % Families is 5 or 7;

    /// <summary>Whether a broker takes part.</summary>
    internal bool HasBroker { get; init; }

    /// <summary>Charge that the cell has got before, as a part of 1C for an hour.</summary>
    internal required double Charged { get; init; }

    /// <summary>Draws a scenario.</summary>
    internal static Scenario Draw(int seed)
    {
        var random = new Random(seed);
        var charged = 0.15 + 0.55 * random.NextDouble();
        var setting = Shelf.Setting(Boards[random.Next(Boards.Length)], seed, charged);
        var everyScan = random.Next(4) > 0;
        var durability = random.Next(5) == 0 ? 10 : 1;
        var faults = Enumerable.Range(0, 1 + random.Next(MostFaults)).Select(_ => DrawFault(random, setting, seed % Families is 5 or 7)).OrderBy(f => f.Seconds).ToArray();
        return new()
        {
            Seed = seed,
            Setting = setting,
            Charged = charged,
            RecordsEveryScan = everyScan,
            DurabilitySeconds = durability,
            Protocol = ProtocolShapes.Draw(random, setting, everyScan, durability),
            ScansPerDrain = random.Next(2) == 0 ? 1 : 1 + random.Next(10),
            GapSeconds = [.. faults.Select(_ => Math.Pow(10, 2.5 * random.NextDouble()))],
            IsSupervised = random.Next(2) == 0,
            HasBroker = faults.Any(f => f.Type.Name.StartsWith("broker", StringComparison.Ordinal)) || (seed % Families is 5 or 7 && random.Next(2) == 0),
            Faults = [.. faults.Concat(DrawStop(seed, setting)).OrderBy(f => f.Seconds)],
        };
    }

    static IEnumerable<Fault> DrawStop(int seed, Setting setting)
    {
        var random = new Random(~seed);
        return seed % StoppedOf is 10 or 13 ? [SurroundingFaults.Stop.Draw(random, 60 * random.NextDouble(), setting, SurroundingFaults.Stop)] : [];
    }

    /// <summary>A fifth of them come while the rig looks at the cell and connects it, where most can go wrong.</summary>
    static Fault DrawFault(Random random, Setting setting, bool isOfTheDisk)
    {
        var at = random.Next(5) == 0 ? 6 * random.NextDouble() : 60 * random.NextDouble();
        var types = isOfTheDisk ? DiskFaults.Mixed : FaultTypes.OfTheRig;
        var type = types[random.Next(types.Count)];
        return type.Draw(random, at, setting, type);
    }
}
