using CoinRig.Cells;
using CoinRig.FrontEnd;
using CoinRig.Gateway;
using CoinRig.Twin;

namespace CoinRig.FaultsFound;

/// <summary>A way of looking at a board: doctor with empty holders, or selftest with a dummy.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Dummy">What is in the holders; null for nothing.</param>
/// <param name="Expected">The code by which it should name a fault; null where it cannot see it.</param>
sealed record Look(string Name, string? Dummy, Func<PlantedFault, string?> Expected)
{
    internal static IReadOnlyList<Look> All { get; } =
    [
        new("doctor", null, f => f.Doctor),
        new("selftest 10k", "resistor-10k", f => f.Resistor),
        new("selftest randles", "dummy-randles", f => f.Randles),
    ];

    /// <summary>The board of a front end.</summary>
    internal static string BoardOf(Topology topology) => topology == Topology.SeriesShunt ? "waveshare-series-shunt" : "reference";

    /// <summary>Looks at a board with a fault in it, under a seed.</summary>
    internal Verdict At(PlantedFault fault, int seed)
    {
        var profile = BoardProfileFile.Load(Shipped.Boards.PathOf(fault.Board ?? BoardOf(fault.Topology)));
        var dummy = Dummy is null ? null : CellFile.Load(Shipped.Cells.PathOf(Dummy));
        var open = TwinRig.WithDummies(profile, dummy, seed, fault.Plant);
        var diagnosis = dummy is null ? BoardDoctor.Run(open) : SelfTest.Run(open, dummy);
        return Verdict.Of(fault, Expected(fault), diagnosis.Findings);
    }
}

/// <summary>How a look did.</summary>
/// <param name="Kind">Named, missed or falsely named.</param>
/// <param name="Said">What was said.</param>
sealed record Verdict(VerdictKind Kind, string Said)
{
    internal static Verdict Of(PlantedFault fault, string? expected, IReadOnlyList<Finding> findings)
    {
        var said = string.Join(" | ", findings.Select(f => $"{f.Code}: {f.Message}"));
        var isRight = findings.All(f => f.Code == expected && (fault.Channel == 0 || f.Channel == fault.Channel));
        return new(!isRight ? VerdictKind.False : findings.Count > 0 ? VerdictKind.Named : expected is null ? VerdictKind.Unseen : VerdictKind.Missed, said);
    }
}

/// <summary>How a look at a fault ended.</summary>
enum VerdictKind
{
    /// <summary>By its right name, and nothing else was said.</summary>
    Named,

    /// <summary>Nothing was said, and nothing can be seen there.</summary>
    Unseen,

    /// <summary>Nothing was said though it can be seen.</summary>
    Missed,

    /// <summary>Something else was said.</summary>
    False,
}
