using System.Globalization;
using CoinRig.Analysis;
using CoinRig.Electrochemistry;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary>How the results were found: the methods that were used, their settings, and the literature.</summary>
static class MethodSection
{
    /// <summary>Details that are settings rather than places or results, and what they are called.</summary>
    static readonly (string Detail, string Words, string Unit)[] Settings =
    [
        ("pulse_seconds", "pulse", "s"), ("rest_seconds", "rest after a pulse", "s"), ("fit_from_seconds", "fit from", "s"), ("fit_to_seconds", "fit to", "s"), ("length", "diffusion length", "m"),
        ("length_from", "diffusion length from", ""), ("shape", "particle", ""), ("method", "method", ""), ("counted_from", "peaks counted from", ""), ("law", "law of fade", ""),
        ("circuit", "circuit", ""), ("lambda", "λ of the regularization", ""), ("at_seconds", "read after the step", "s"), ("elements", "RC elements of the Kramers-Kronig test", ""),
    ];

    public static void Write(HtmlPage page, AnalyzedFile file)
    {
        if (file.Results.Count == 0)
        {
            return;
        }
        page.Section("Methods", "page");
        var used = TitrationMethods.All.Concat(OtherMethods.All).Where(m => m.WasUsed(file)).Append(OtherMethods.Uncertainty).ToList();
        foreach (var method in used)
        {
            page.Heading(method.Heading);
            var cited = method.Cited.Count == 0 ? "" : $" ({HtmlPage.Escape(string.Join("; ", method.Cited))})";
            page.Markup($"<p>{method.Text}{cited}</p>");
            foreach (var formula in method.Formulas)
            {
                page.Markup($"<p class=\"formula\">{formula}</p>");
            }
        }
        WriteSettings(page, file);
        page.Heading("References");
        page.Markup("<ol class=\"references\">");
        foreach (var reference in used.SelectMany(m => m.Cited).Distinct().Order(StringComparer.Ordinal))
        {
            page.Markup($"<li>{HtmlPage.Escape(reference)}: {HtmlPage.Escape(References.All[reference])}</li>");
        }
        page.Markup("</ol>");
        page.EndSection();
    }

    static void WriteSettings(HtmlPage page, AnalyzedFile file)
    {
        var rows = file.Settings.Select(s => (IReadOnlyList<HtmlCell>)["all", s.Key, s.Value]).Concat(FromResults(file)).ToList();
        rows.Add(["all", "Faraday constant", string.Create(CultureInfo.InvariantCulture, $"{Constants.Faraday} C mol⁻¹ (CODATA 2018)")]);
        rows.Add(["all", "gas constant", string.Create(CultureInfo.InvariantCulture, $"{Constants.Gas} J mol⁻¹ K⁻¹ (CODATA 2018)")]);
        page.Heading("Settings");
        page.Table(["of", "setting", "value"], rows);
    }

    /// <summary>Each setting with the results that have it, and its value or its range.</summary>
    static IEnumerable<IReadOnlyList<HtmlCell>> FromResults(AnalyzedFile file) =>
        from setting in Settings
        from same in file.Results.GroupBy(r => r.Name).Select(g => (g.Key, Value: Value([.. g], setting.Detail, setting.Unit))).Where(v => v.Value.Length > 0).GroupBy(v => v.Value)
        select (IReadOnlyList<HtmlCell>)[string.Join(", ", same.Select(v => ResultWords.Name(v.Key))), setting.Words, same.Key];

    static string Value(List<Result> results, string detail, string unit)
    {
        var values = results.SelectMany(r => r.Details.Where(d => d.Key == detail).Select(d => d.Value)).Where(v => v is not double.NaN && v is not "").ToList();
        if (values.Count == 0)
        {
            return "";
        }
        var numbers = values.OfType<double>().ToList();
        var text = numbers.Count < values.Count ? string.Join("; ", values.Select(ResultWords.Detail).Distinct().Take(5))
            : numbers.Max() - numbers.Min() <= 1e-4 * Math.Abs(numbers.Max()) ? ResultWords.Detail(numbers[0])
            : $"{ResultWords.Detail(numbers.Min())} to {ResultWords.Detail(numbers.Max())} (median {ResultWords.Detail(CheckTable.Median(numbers))})";
        return unit.Length == 0 ? text : $"{text} {unit}";
    }
}
