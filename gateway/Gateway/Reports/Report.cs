using CoinRig.Analysis;

namespace CoinRig.Gateway;

/// <summary>
/// A file's results as one page that stands alone: no script, no reference to anything outside. The same file gives the same page.
/// </summary>
static class Report
{
    /// <summary>The page.</summary>
    public static string Of(AnalyzedFile file)
    {
        var page = new HtmlPage();
        var title = Title(file);
        page.Markup($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            + $"<title>{HtmlPage.Escape(title)}</title>\n<style>\n{ReportStyle.Css}\n</style>\n</head>\n<body>\n<h1>{HtmlPage.Escape(title)}</h1>");
        FactsSection.Write(page, file);
        SummarySection.Write(page, file);
        FigureSection.Write(page, file);
        FlagSection.Write(page, file);
        MethodSection.Write(page, file);
        BudgetSection.Write(page, file);
        ResultSection.Write(page, file);
        page.Markup($"<footer>Made by CoinRig {HtmlPage.Escape(RunSession.Version)} from {HtmlPage.Escape(Path.GetFileName(file.Path))}. Uncertainties are standard uncertainties (one standard "
            + "deviation; GUM, JCGM 100:2008) unless it says 95 %.</footer>\n</body>\n</html>");
        return page.ToString();
    }

    static string Title(AnalyzedFile file)
    {
        var protocol = file.Facts.FirstOrDefault(f => f.Key == "protocol").Value;
        return string.IsNullOrEmpty(protocol) ? file.CellName : $"{protocol}: {file.CellName}";
    }
}
