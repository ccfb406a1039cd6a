using CoinRig.Analysis;

namespace CoinRig.Gateway;

/// <summary>The figures, drawn into the page.</summary>
static class FigureSection
{
    public static void Write(HtmlPage page, AnalyzedFile file)
    {
        var content = new FigureContent([file]);
        var figures = FigureList.For(content);
        if (figures.Count == 0)
        {
            return;
        }
        page.Section("Figures", "page");
        page.Markup("<div class=\"figures\">");
        for (var i = 0; i < figures.Count; i++)
        {
            var figure = figures[i];
            var isWide = figure is TimeFigure;
            var sheet = FigureSheet.Of(figure, content, isWide ? FigureWidth.DoubleMillimetres : FigureWidth.SingleMillimetres);
            var svg = FigureFile.Svg(sheet, $"{figure.Name}-");
            page.Markup($"<figure class=\"{(isWide ? "double" : "single")}\" id=\"figure-{figure.Name}\">\n{svg[svg.IndexOf("<svg", StringComparison.Ordinal)..]}\n"
                + $"<figcaption><b>Figure {i + 1}. {HtmlPage.Escape(figure.Title)}.</b> {HtmlPage.Escape(figure.Caption)}</figcaption>\n</figure>");
        }
        page.Markup("</div>");
        page.EndSection();
    }
}
