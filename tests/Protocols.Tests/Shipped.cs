using CoinRig.Cells;
using CoinRig.Documents;

namespace CoinRig.Protocols.Tests;

/// <summary>The shipped files, and short ways to read a protocol text.</summary>
static class Shipped
{
    internal static Cell Lpo { get; } = LoadCell("ncm523-lpo");

    internal static Cell Pristine { get; } = LoadCell("ncm523-pristine");

    internal static Cell Resistor { get; } = LoadCell("resistor-10k");

    internal static Cell Randles { get; } = LoadCell("dummy-randles");

    internal static IEnumerable<string> Protocols =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "protocols"), "*.yaml").Order(StringComparer.Ordinal);

    internal static Plan Load(string name, Cell cell) => ProtocolFile.Load(Path.Combine(AppContext.BaseDirectory, "protocols", name + ".yaml"), cell);

    /// <summary>A plan of the given steps, for the coated cell, under a name line.</summary>
    internal static Plan Steps(string steps, Cell? cell = null) => Read($"name: test\nsteps:\n{steps}\n", cell);

    internal static Plan Read(string text, Cell? cell = null) => ProtocolFile.Read(Document.Parse(text, "test.yaml"), cell ?? Lpo);

    /// <summary>The one step of a plan.</summary>
    internal static Step OnlyStep(string step, Cell? cell = null) => Steps(step, cell).Steps.Single();

    /// <summary>The messages of a protocol that is refused.</summary>
    internal static string[] Mistakes(string text, Cell? cell = null) =>
        [.. Assert.ThrowsExactly<DocumentException>(() => Read(text, cell)).Mistakes.Select(m => m.ToString())];

    static Cell LoadCell(string name) => CellFile.Load(Path.Combine(AppContext.BaseDirectory, "cells", name + ".yaml"));
}
