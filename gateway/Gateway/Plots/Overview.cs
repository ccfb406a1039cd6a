namespace CoinRig.Gateway;

/// <summary>One picture of everything that there is to see in a file.</summary>
static class Overview
{
    /// <summary>Of the usual one: 1600 by 1200 pixels, one a unit.</summary>
    const float Width = 1600, Height = 1200;

    /// <summary>Each further row of figures beyond the first two makes it higher by so much, units.</summary>
    const float RowHeight = 400;

    /// <summary>Draws it into a file, PNG or SVG by its ending.</summary>
    /// <param name="content">What there is.</param>
    /// <param name="widthMillimetres">Width on paper, mm; null for one that suits a screen.</param>
    /// <param name="path">The file.</param>
    public static void Save(FigureContent content, double? widthMillimetres, string path)
    {
        var figures = FigureList.For(content);
        if (figures.Count == 0)
        {
            throw new RefusedException($"There is nothing to draw in {string.Join(", ", content.Files.Select(f => f.Path))}.");
        }
        var width = widthMillimetres is { } millimetres ? (float)(millimetres * Look.UnitsInMillimetre) : Width;
        var title = content.IsOverlay ? "" : Title(content.Files[0]);
        FigureFile.Save(FigureSheet.Overview(figures, content, title, width, Height, RowHeight), path, widthMillimetres is null ? 1 : FigureFile.PixelsInUnitOnPaper);
    }

    static string Title(Analysis.AnalyzedFile file)
    {
        var (protocol, run) = (Fact(file, "protocol"), Fact(file, "run"));
        return protocol.Length > 0 ? $"{protocol}: {file.CellName}{(run.Length > 0 ? $" ({run})" : "")}" : Path.GetFileNameWithoutExtension(file.Path) == file.CellName ? Path.GetFileName(file.Path) : $"{file.CellName} ({Path.GetFileName(file.Path)})";
    }

    static string Fact(Analysis.AnalyzedFile file, string name) => file.Facts.FirstOrDefault(f => f.Key == name).Value ?? "";
}
