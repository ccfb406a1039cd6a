using CoinRig.Electrochemistry.Results;

namespace CoinRig.Coverage;

/// <summary>Do the intervals of what half cycles give hold what truly passed?</summary>
sealed class HalfCycleCampaign : ICampaign
{
    static readonly string[] Judged =
    [
        "charge_capacity", "discharge_capacity", "specific_discharge_capacity", "charge_energy", "discharge_energy", "average_voltage", "coulombic_efficiency", "energy_efficiency",
        "capacity_retention",
    ];

    static readonly string[] CellNames = ["ncm523-lpo", "ncm523-pristine"];

    public string Name => "half-cycles";

    public string Summary => "capacity, energy, mean voltage, efficiencies and retention of three cycles (0.3C to 0.7C with holds and rests) of both half cells";

    public int DefaultSeeds => 1000;

    public void Run(int seeds, IReadOnlyList<string> options, TextWriter to)
    {
        to.WriteLine($"{seeds} seeds a cell; mass, gains, offsets, drifts and noise drawn; a row every 5 s, 2 mV or 2 % of the current, and at both ends of a step.");
        to.WriteLine(Tally.Heading);
        foreach (var tally in Tallies(seeds))
        {
            to.WriteLine(tally);
        }
    }

    /// <summary>The counts of each result and cell.</summary>
    public static IReadOnlyList<Tally> Tallies(int seeds)
    {
        var tallies = new List<Tally>();
        foreach (var cell in CellNames)
        {
            var runs = new CycledCell[seeds];
            Parallel.For(0, seeds, i => runs[i] = CycledCell.Run(cell, i + 1));
            foreach (var result in Judged)
            {
                var tally = new Tally($"{result}, {cell["ncm523-".Length..]}");
                foreach (var run in runs)
                {
                    foreach (var found in run.Results.Where(r => r.Name == result && r.Value.Uncertainty > 0))
                    {
                        tally.Add(found.Value.Value, found.Value.Uncertainty, run.Truth(found), found.IsValid, found.Flags.Names());
                    }
                }
                tallies.Add(tally);
            }
        }
        return tallies;
    }
}
