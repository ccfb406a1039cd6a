using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary>All results, each with its uncertainty and flags.</summary>
static class ResultSection
{
    public static void Write(HtmlPage page, AnalyzedFile file)
    {
        if (file.Results.Count == 0)
        {
            return;
        }
        page.Section("All results", "page");
        page.Markup("<p class=\"note\">Value ± standard uncertainty. <span style=\"text-decoration:line-through\">Struck out</span>: invalid, must not be used; <i>italic</i>: biased; "
            + "the flags are explained above.</p>");
        foreach (var family in ResultFamily.Of(file.Results))
        {
            Write(page, family);
        }
        page.EndSection();
    }

    static void Write(HtmlPage page, ResultFamily family)
    {
        page.Heading(Capital(string.Join(", ", family.Names.Select(ResultWords.Name))));
        page.Markup("<div class=\"wide\">");
        var columns = family.Names.Select(n => family.Rows.SelectMany(r => r).First(r => r.Name == n)).ToList();
        page.Table([.. family.Places.Select(ResultFamily.Heading), .. columns.Select(Heading), "flags"], family.Rows.Select(r => Row(family, r)));
        page.Markup("</div>");
    }

    static string Heading(Result result) => $">{ResultWords.Name(result.Name)}{(ResultWords.Unit(result) is { Length: > 0 } unit ? $" / {unit}" : "")}";

    static IReadOnlyList<HtmlCell> Row(ResultFamily family, IReadOnlyList<Result> row) =>
    [
        .. family.Places.Select(p => new HtmlCell(ResultFamily.Place(row[0], p))),
        .. family.Names.Select(n => row.FirstOrDefault(r => r.Name == n) is { } result ? new HtmlCell(ResultWords.Value(result), ResultWords.Class(result)) : new("")),
        string.Join(", ", row.SelectMany(r => r.Flags.Names()).Distinct()),
    ];

    static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
