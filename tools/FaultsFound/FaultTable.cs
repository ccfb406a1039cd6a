using CoinRig.FrontEnd;

namespace CoinRig.FaultsFound;

/// <summary>Carries the campaign out and writes what was named, by fault and by look.</summary>
static class FaultTable
{
    /// <summary>Examples of what went wrong are shown up to this many a fault and look.</summary>
    const int MostExamples = 3;

    /// <summary>Writes it.</summary>
    /// <returns>Whether no fault was missed or called by another's name.</returns>
    internal static bool Write(TextWriter output, int seeds)
    {
        output.WriteLine($"{seeds} seeds each: how often a fault was called by its right name and nothing else was said; '-' where it cannot be seen, and nothing was said.");
        var wrong = new List<string>();
        foreach (var topology in new[] { Topology.HardwareLoop, Topology.SeriesShunt })
        {
            output.WriteLine();
            output.WriteLine($"{Look.BoardOf(topology),-42}{string.Concat(Look.All.Select(l => $"{l.Name,28}"))}");
            foreach (var fault in PlantedFault.All.Where(f => f.Topology == topology))
            {
                output.WriteLine($"{fault.Name,-42}{string.Concat(Look.All.Select(l => $"{Cell(fault, l, seeds, wrong),28}"))}");
            }
        }
        output.WriteLine();
        output.WriteLine(wrong.Count == 0 ? "None was missed, and none was called by another's name." : string.Join(Environment.NewLine, wrong));
        return wrong.Count == 0;
    }

    static string Cell(PlantedFault fault, Look look, int seeds, List<string> wrong)
    {
        var counts = new Dictionary<VerdictKind, int>();
        var examples = 0;
        for (var seed = 1; seed <= seeds; seed++)
        {
            var verdict = look.At(fault, seed);
            counts[verdict.Kind] = counts.GetValueOrDefault(verdict.Kind) + 1;
            if (verdict.Kind is VerdictKind.Missed or VerdictKind.False && examples++ < MostExamples)
            {
                wrong.Add($"{Look.BoardOf(fault.Topology)}, {fault.Name}, {look.Name}, seed {seed}: expected {look.Expected(fault) ?? "nothing"}, said {(verdict.Said.Length == 0 ? "nothing" : verdict.Said)}");
            }
        }
        var (missed, falsely) = (counts.GetValueOrDefault(VerdictKind.Missed), counts.GetValueOrDefault(VerdictKind.False));
        var code = look.Expected(fault);
        return missed + falsely > 0 ? $"{(missed > 0 ? $"missed {missed} " : "")}{(falsely > 0 ? $"false {falsely}" : "")}".TrimEnd()
            : code is null ? "-" : $"{code} {counts.GetValueOrDefault(VerdictKind.Named)}";
    }
}
