using CoinRig.Cells;
using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>Reads protocol files into plans.</summary>
public static class ProtocolFile
{
    /// <summary>Longer ones are probably a slip: a year.</summary>
    const double LongestSeconds = 365.25 * 86_400;

    /// <summary>Reads a protocol file for a cell.</summary>
    /// <exception cref="DocumentException">With every mistake of the file.</exception>
    public static Plan Load(string path, Cell cell, IReadOnlyList<ITechnique>? techniques = null) => Read(Document.Load(path), cell, techniques);

    /// <summary>Reads a protocol for a cell.</summary>
    /// <param name="document">The protocol.</param>
    /// <param name="cell">The cell; it gives 1C and the hard limits.</param>
    /// <param name="techniques">The techniques to know; <see cref="Techniques.All"/> where not given.</param>
    /// <exception cref="DocumentException">With every mistake of the document.</exception>
    public static Plan Read(Document document, Cell cell, IReadOnlyList<ITechnique>? techniques = null) =>
        Read(new ProtocolContext(document, cell, cellIsAssumed: false, techniques ?? Techniques.All));

    /// <summary>Reads a protocol file when no cell is known, to check it: <see cref="AssumedCell"/> stands in, and the plan says so.</summary>
    /// <exception cref="DocumentException">With every mistake of the file.</exception>
    public static Plan LoadWithoutCell(string path) => ReadWithoutCell(Document.Load(path));

    /// <summary>Reads a protocol when no cell is known, to check it.</summary>
    /// <exception cref="DocumentException">With every mistake of the document.</exception>
    public static Plan ReadWithoutCell(Document document) =>
        Read(new ProtocolContext(document, AssumedCell.Value, cellIsAssumed: true, Techniques.All));

    static Plan Read(ProtocolContext context)
    {
        var document = context.Document;
        if (document.Root.AsMapping("a protocol file") is not { } map)
        {
            document.ThrowIfMistaken();
            throw new InvalidOperationException("A root that is no mapping is a mistake.");
        }
        map.Declare(ProgramKeys.File.Select(k => k.Name));
        map.Optional("let");
        var variables = Expansion.Apply(document, context.Techniques);
        var name = map.RequiredText("name");
        map.Text("description");
        context.Limits = LimitReader.Read(map, context);
        context.Record = RecordReader.Read(map, RecordReader.Default);
        context.RestsHoldZeroCurrent = ReadRest(map);
        context.AfterPowerLoss = PowerLossReader.Read(map, PowerLossRule.Default);
        var durability = ReadDurability(map);
        context.FileCapacityResult = CapacityResult(map, null);
        var (instructions, jumps) = ReadSteps(map, context);
        map.Finish();
        document.ThrowIfMistaken();
        var cell = context.Cell;
        var plan = new Plan(name, Path.GetFileNameWithoutExtension(document.Name), document.Text, cell,
            new PlanLimits(cell.LowestVoltage, cell.HighestVoltage, cell.LargestCurrent, context.Limits), instructions)
        {
            DurabilitySeconds = durability,
            Variables = variables,
            Jumps = jumps,
            CellIsAssumed = context.CellIsAssumed,
            StepsOfUnknownRate = context.CellIsAssumed ? context.StepsInAbsoluteUnits : [],
        };
        if (PlanEstimate.Of(plan).Duration.Seconds is var seconds && seconds > LongestSeconds)
        {
            map.Required("steps")!.Warn($"the protocol takes {Readable.Duration(seconds)}", "fewer passes or shorter steps, if that is not meant");
        }
        return plan with { Warnings = document.Warnings };
    }

    /// <summary><c>durability: 10 s</c> commits less often, for the sake of an SD card.</summary>
    static int? ReadDurability(MappingReader map) => map.Optional("durability") is null ? null : map.Choice("durability", "1 s", "1 s", "10 s") == "1 s" ? 1 : 10;

    /// <summary><c>rest: {hold: zero_current}</c> at the top is for every rest that does not say otherwise.</summary>
    static bool ReadRest(MappingReader map)
    {
        if (map.Optional("rest")?.AsMapping("'rest'") is not { } rest)
        {
            return false;
        }
        rest.Declare([StepKeys.Hold.Name]);
        var holds = rest.Choice("hold", "open_circuit", "open_circuit", "zero_current") == "zero_current";
        rest.Finish();
        return holds;
    }

    /// <summary>The result that <c>c_rate</c> names as 1C's capacity; null for the nominal one.</summary>
    internal static string? CapacityResult(MappingReader map, string? around)
    {
        var fallback = around is null ? "nominal" : $"last_{around}";
        var choice = map.Choice(StepKeys.CRate.Name, fallback, [.. StepKeys.CRate.Choices]);
        return choice == "nominal" ? null : choice["last_".Length..];
    }

    static (IReadOnlyList<Instruction>, IReadOnlyList<Jump>) ReadSteps(MappingReader map, ProtocolContext context)
    {
        if (map.Required("steps") is not { } steps)
        {
            return ([], []);
        }
        return new ProgramReader(context).Read(steps);
    }
}
