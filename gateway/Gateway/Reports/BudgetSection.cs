using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Gateway;

/// <summary>Which input costs how much of the uncertainty, for every kind of result: in the median, and worked through for one of them.</summary>
static class BudgetSection
{
    public static void Write(HtmlPage page, AnalyzedFile file)
    {
        var known = file.Results.Where(r => r.Value.Value != 0 && double.IsFinite(r.Value.Value) && r.Value.Uncertainty > 0).GroupBy(r => r.Name).ToList();
        var kinds = known.Select(g => g.Where(r => r.Budget.Count > 0).ToList()).Where(k => k.Count > 0).ToList();
        var whole = known.Where(g => g.All(r => r.Budget.Count == 0)).Select(g => g.ToList()).ToList();
        if (known.Count == 0)
        {
            return;
        }
        page.Section("Uncertainty budget", "page");
        page.Paragraph("Each input alone would make this part of the relative standard uncertainty u/|y|; the parts add in squares. Share: of u². Example: the result whose relative "
            + "uncertainty is in the middle of the valid ones, its parts in the unit of the result.");
        page.Table(["result", "input", ">part, median / %", ">share, median / %", "example", ">part in it", ">share in it / %"], kinds.SelectMany(Rows).Concat(whole.Select(Whole)));
        page.EndSection();
    }

    /// <summary>Of results whose uncertainty has one part, or was recorded without its parts.</summary>
    static IReadOnlyList<HtmlCell> Whole(List<Result> kind)
    {
        var example = Example(kind);
        return
        [
            ResultWords.Name(example.Name), "not divided", Percent(CheckTable.Median(kind.Select(r => r.Value.Relative))), "100",
            $"{ResultWords.Value(example)} {ResultWords.Unit(example)}{Where(example)}", ResultWords.Number(example.Value.Uncertainty, example), "100",
        ];
    }

    static Result Example(List<Result> kind)
    {
        var valid = kind.Where(r => r.IsValid).ToList();
        var ordered = (valid.Count > 0 ? valid : kind).OrderBy(r => r.Value.Relative).ToList();
        return ordered[(ordered.Count - 1) / 2];
    }

    static IEnumerable<IReadOnlyList<HtmlCell>> Rows(List<Result> kind)
    {
        var example = Example(kind);
        var total = example.Budget.Sum(b => b.Uncertainty * b.Uncertainty);
        var medians = kind.SelectMany(r => Inputs(r).Select(i => (i.Input, Part: i.Uncertainty / Math.Abs(r.Value.Value),
            Share: Share(i.Uncertainty, r.Budget.Sum(b => b.Uncertainty * b.Uncertainty))))).GroupBy(i => i.Input)
            .Select(g => (Input: g.Key, Part: CheckTable.Median(g.Select(i => i.Part)), Share: CheckTable.Median(g.Select(i => i.Share)))).OrderByDescending(i => i.Part).ToList();
        var exact = medians.Where(i => !(i.Part > 0)).Select(i => i.Input.Replace('_', ' ')).ToList();
        medians.RemoveAll(i => !(i.Part > 0));
        var inExample = Inputs(example).ToDictionary(i => i.Input, i => i.Uncertainty);
        for (var i = 0; i < medians.Count; i++)
        {
            var (input, part, share) = medians[i];
            var own = inExample.GetValueOrDefault(input);
            yield return
            [
                i == 0 ? ResultWords.Name(example.Name) : "", input.Replace('_', ' '), Percent(part), Percent(share),
                i == 0 ? $"{ResultWords.Value(example)} {ResultWords.Unit(example)}{Where(example)}" : "", ResultWords.Number(own, example), Percent(Share(own, total)),
            ];
        }
        if (medians.Count > 1)
        {
            yield return ["", "all, root of the sum of squares", "", "", "", ResultWords.Number(Math.Sqrt(total), example), total > 0 ? "100" : "–"];
        }
        if (exact.Count > 0 && medians.Count > 0)
        {
            yield return ["", $"taken as exact: {string.Join(", ", exact)}", "", "", "", "", ""];
        }
    }

    static IEnumerable<(string Input, double Uncertainty)> Inputs(Result result) =>
        result.Budget.GroupBy(b => b.Input).Select(g => (g.Key, Math.Sqrt(g.Sum((BudgetTerm b) => b.Uncertainty * b.Uncertainty))));

    static double Share(double part, double total) => total > 0 ? part * part / total : double.NaN;

    static string Percent(double share) => !double.IsFinite(share) ? "–" : share is > 0 and < 1e-5 ? "< 0.001"
        : (100 * share).ToString(share < 0.001 ? "0.####" : "0.##", System.Globalization.CultureInfo.InvariantCulture);

    static string Where(Result result)
    {
        var places = new[] { "pulse", "interruption", "cycle", "parameter" }.Select(p => (Name: p, Text: ResultFamily.Place(result, p))).Where(p => p.Text.Length > 0 && p.Text != "0").ToList();
        return places.Count == 0 ? "" : $" ({places[0].Name} {places[0].Text})";
    }
}
