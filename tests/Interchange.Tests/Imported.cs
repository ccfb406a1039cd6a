using CoinRig.Documents;
using CoinRig.Protocols;

namespace CoinRig.Interchange.Tests;

/// <summary>Short ways to import a text.</summary>
static class Imported
{
    internal const string Record = "\"record\": {\"time_s\": 10}";

    internal static ImportedProtocol Unicycler(string json, bool keepRates = false) => UnicyclerFile.Read(json, "lab/test.json", keepRates);

    /// <summary>A protocol of the given method and nothing else.</summary>
    internal static ImportedProtocol Method(string steps) => Unicycler($"{{{Record}, \"method\": [{steps}]}}");

    internal static ImportedProtocol Pybamm(string text) => PybammFile.Read(text, "lab/test.txt");

    internal static string[] Mistakes(Func<ImportedProtocol> import) => [.. Assert.ThrowsExactly<DocumentException>(() => import()).Mistakes.Select(m => m.ToString())];

    /// <summary>The one mistake; it stands in the imported file and has its parts.</summary>
    internal static string Mistake(Func<ImportedProtocol> import)
    {
        var mistakes = Mistakes(import);
        Assert.HasCount(1, mistakes, string.Join(Environment.NewLine, mistakes));
        StringAssert.StartsWith(mistakes[0], "lab/test.");
        return mistakes[0];
    }

    /// <summary>The lines of the protocol below <c>steps:</c>, without their indentation.</summary>
    internal static string[] StepLines(this ImportedProtocol imported) => [.. imported.Text.Split('\n').SkipWhile(l => l != "steps:").Skip(1).Where(l => l.Length > 0).Select(l => l.Trim())];

    internal static Step OnlyStep(this ImportedProtocol imported) => imported.Plan.Steps.Single();
}
