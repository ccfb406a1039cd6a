using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary>What the flags that occur mean, and what to do.</summary>
static class FlagSection
{
    public static void Write(HtmlPage page, AnalyzedFile file)
    {
        var met = file.Results.SelectMany(r => r.Flags.Distinct().Select(f => (Flag: f, r.Name))).GroupBy(f => f.Flag)
            .OrderByDescending(g => g.Key.Severity).ThenByDescending(g => g.Count()).ThenBy(g => g.Key.Name, StringComparer.Ordinal).ToList();
        if (met.Count == 0)
        {
            return;
        }
        page.Section("Flags");
        page.Paragraph("A flag says which assumption did not hold. Invalid: the result must not be used. Biased: it is off in a known direction. Note: the result stands.");
        page.Table(["flag", "severity", ">results", "meaning", "advice"], met.Select(g => (IReadOnlyList<HtmlCell>)
        [
            g.Key.Name, g.Key.Severity.ToString().ToLowerInvariant(), $"{g.Count()}", g.Key.Meaning, g.Key.Advice,
        ]));
        page.EndSection();
    }
}
