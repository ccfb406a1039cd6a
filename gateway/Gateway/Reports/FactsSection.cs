using CoinRig.Analysis;

namespace CoinRig.Gateway;

/// <summary>What the file is: cell, protocol, instrument, times, and what somebody should know about it.</summary>
static class FactsSection
{
    public static void Write(HtmlPage page, AnalyzedFile file)
    {
        var techniques = string.Join(", ", file.Techniques.Select(AnalysisScreen.Words));
        page.Markup($"<p class=\"lead\">{HtmlPage.Escape(techniques.Length > 0 ? $"{file.Format}: {techniques}" : file.Format)}</p>");
        page.Markup("<table class=\"facts\"><tbody>");
        foreach (var (name, value) in file.Facts.Prepend(new("file", Path.GetFileName(file.Path))))
        {
            page.Markup($"<tr><th scope=\"row\">{HtmlPage.Escape(name)}</th><td>{HtmlPage.Escape(value)}</td></tr>");
        }
        page.Markup("</tbody></table>");
        foreach (var warning in file.Warnings)
        {
            page.Markup($"<p class=\"warning\">{HtmlPage.Escape(warning)}</p>");
        }
    }
}
