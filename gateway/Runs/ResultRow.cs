namespace CoinRig.Runs;

/// <summary>A result as it is kept in a run file: a derived quantity and where in the run it came from.</summary>
/// <param name="Name">Name in snake_case: "diffusion_coefficient".</param>
/// <param name="Value">Value in <paramref name="Unit"/>.</param>
/// <param name="Unit">Unit as DESIGN's table names it: "m2/s"; "1" for a ratio.</param>
/// <param name="Uncertainty">Standard uncertainty; NaN where none can be given.</param>
/// <param name="Flags">Flags in kebab-case.</param>
/// <param name="Cycle">Cycle from 1.</param>
/// <param name="Step">The count of the step it came from.</param>
/// <param name="Seconds">Time in the run, s.</param>
/// <param name="Details">What else a reader needs, by name: "pulse", "voltage", "branch", "at_seconds". Numbers or texts.</param>
public sealed record ResultRow(string Name, double Value, string Unit, double Uncertainty, IReadOnlyList<string> Flags, int Cycle, int Step,
    double Seconds, IReadOnlyDictionary<string, object> Details);
