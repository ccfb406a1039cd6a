using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary>The results in one table: a line for each kind, with how many can be used.</summary>
static class SummarySection
{
    public static void Write(HtmlPage page, AnalyzedFile file)
    {
        page.Section("Summary");
        if (file.Results.Count == 0)
        {
            page.Paragraph("No results: nothing in the file is a half cycle, a pulse, a sweep or a spectrum that could be analysed.");
            page.EndSection();
            return;
        }
        page.Table(["result", "unit", ">value (median)", ">lowest", ">highest", ">valid", "flags"], file.Results.GroupBy(r => (r.Name, r.Unit)).Select(g => Row([.. g])));
        page.Markup("<p class=\"note\">Value: of the result in the middle of the valid ones, with its standard uncertainty; of all, where none is valid. Lowest and highest: of the same.</p>");
        page.EndSection();
    }

    static IReadOnlyList<HtmlCell> Row(List<Result> all)
    {
        var valid = all.Where(r => r.IsValid && double.IsFinite(r.Value.Value)).ToList();
        var shown = (valid.Count > 0 ? valid : all).OrderBy(r => r.Value.Value).ToList();
        var middle = shown[(shown.Count - 1) / 2];
        var flags = all.SelectMany(r => r.Flags.Names()).GroupBy(n => n).Select(g => g.Count() == all.Count ? g.Key : $"{g.Key} ({g.Count()})");
        var isOne = all.Count == 1;
        return
        [
            ResultWords.Name(middle.Name), new(ResultWords.Unit(middle), "unit"), new(ResultWords.Value(middle), ResultWords.Class(middle)),
            isOne ? "" : ResultWords.Number(shown[0].Value.Value, middle), isOne ? "" : ResultWords.Number(shown[^1].Value.Value, middle),
            $"{all.Count(r => r.IsValid)} of {all.Count}", string.Join(", ", flags),
        ];
    }
}
