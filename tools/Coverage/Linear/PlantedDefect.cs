namespace CoinRig.Coverage;

/// <summary>One defect of a titration and the flag that says so.</summary>
/// <param name="Name">What was planted.</param>
/// <param name="Flag">The flag that must be set; empty for clean data, where no result may be invalid or biased.</param>
/// <param name="Titration">The titration with it.</param>
sealed record PlantedDefect(string Name, string Flag, LinearTitration Titration)
{
    /// <summary>All of them; the first is none.</summary>
    public static IReadOnlyList<PlantedDefect> All { get; } =
    [
        new("none", "", new()),
        new("rest of 1 relaxation time", "rest-too-short", new() { RestRelaxations = 1 }),
        new("rest of 2 relaxation times", "rest-too-short", new() { RestRelaxations = 2 }),
        new("rest of 3 relaxation times", "rest-too-short", new() { RestRelaxations = 3 }),
        new("rows 30 s apart", "ir-not-removed", new() { RowSeconds = 30 }),
        new("pulse of R2/D", "pulse-too-long", new() { PulseTheta = 1, RestRelaxations = 15 }),
        new("voltage clipped in the pulse", "clipped-or-range-changed", new() { Spoil = Clip }),
        new("drift of 10 % of dEs a pulse", "drift", new() { Drift = 0.1 }),
        new("a rest is missing", "missing-step", new() { Spoil = (rows, moments) => rows.Where(r => r.Seconds <= moments[2 * LinearTitration.Middle + 1] || r.Seconds > moments[2 * LinearTitration.Middle + 2]) }),
        new("a pulse is missing", "missing-step", new() { Spoil = (rows, moments) => rows.Where(r => r.Seconds <= moments[2 * LinearTitration.Middle] || r.Seconds > moments[2 * LinearTitration.Middle + 1]) }),
        new("plateau of two phases", "es-too-small", new() { IsPlateau = true }),
    ];

    /// <summary>The voltage goes no further than half of what the middle pulse moves it.</summary>
    static IEnumerable<(double Seconds, double Volts, double Amperes)> Clip(List<(double Seconds, double Volts, double Amperes)> rows, IReadOnlyList<double> moments)
    {
        var pulse = rows.Where(r => r.Seconds > moments[2 * LinearTitration.Middle] && r.Seconds <= moments[2 * LinearTitration.Middle + 1]).ToList();
        var (first, last) = (pulse[0].Volts, pulse[^1].Volts);
        var limit = 0.5 * (first + last);
        return rows.Select(r => r.Seconds > moments[2 * LinearTitration.Middle] && r.Seconds <= moments[2 * LinearTitration.Middle + 1]
            ? r with { Volts = last > first ? Math.Min(r.Volts, limit) : Math.Max(r.Volts, limit) } : r);
    }

    /// <summary>Whether a seed shows it: any pulse from the middle one to the one after it carries the flag (for clean data: any that is not valid).</summary>
    public bool IsFlagged(long seed)
    {
        var pulses = Titration.Run(seed).Pulses;
        var near = pulses.Skip(LinearTitration.Middle).Take(2).ToList();
        return Flag.Length == 0
            ? near.Take(1).Any(p => p.Result.Rate is null || !Electrochemistry.Results.FlagSet.IsValid(p.Result.DiffusionFlags))
            : near.Any(p => p.Result.DiffusionFlags.Any(f => f.Name == Flag) || p.Result.StepFlags.Any(f => f.Name == Flag));
    }
}
