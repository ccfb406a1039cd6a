using ScottPlot;
using SkiaSharp;

namespace CoinRig.Gateway;

/// <summary>A sheet with one figure or several, each panel in its place: frames above each other begin and end at the same x, and share their axis.</summary>
sealed class FigureSheet
{
    /// <summary>Between figures beside each other, units.</summary>
    const float Gap = 24;

    /// <summary>From the frame of a panel to the end of its place, where another panel follows, units.</summary>
    const float BetweenPanels = 7;

    /// <summary>In an overview a figure is not narrower, units.</summary>
    const float LeastFigureWidth = 420;

    /// <summary>Share of an overview's height that what lies over time takes beside one row of other figures, and at least.</summary>
    const float TimeShare = 0.55f, LeastTimeShare = 0.25f;

    readonly List<(Panel Panel, PixelRect Place)> _panels = [];

    FigureSheet(float width, float height) => (Width, Height) = (width, height);

    /// <summary>Width, units.</summary>
    public float Width { get; }

    /// <summary>Height, units.</summary>
    public float Height { get; }

    /// <summary>Its panels, figure by figure, from top to bottom.</summary>
    public IReadOnlyList<Panel> Panels => [.. _panels.Select(p => p.Panel)];

    /// <summary>One figure alone.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="content">What it draws.</param>
    /// <param name="widthMillimetres">Width on paper, mm.</param>
    public static FigureSheet Of(IFigure figure, FigureContent content, double widthMillimetres)
    {
        // A figure over two columns is not as high as it is wide.
        var slenderness = figure.Slenderness * Math.Min(1, Math.Pow(FigureWidth.SingleMillimetres / widthMillimetres, 0.6));
        var width = (float)(widthMillimetres * Look.UnitsInMillimetre);
        var sheet = new FigureSheet(MathF.Round(width), MathF.Round((float)(width * slenderness)));
        sheet.Add(figure, content, new PixelRect(0, sheet.Width, sheet.Height, 0), "");
        return sheet;
    }

    /// <summary>An overview: what lies over time across the whole sheet, and the other figures in rows below.</summary>
    /// <param name="figures">The figures that there is something for, in their order.</param>
    /// <param name="content">What they draw.</param>
    /// <param name="title">What stands above it.</param>
    /// <param name="width">Width, units.</param>
    /// <param name="height">Height of one with up to two rows, units.</param>
    /// <param name="rowHeight">What each further row adds, units.</param>
    public static FigureSheet Overview(IReadOnlyList<IFigure> figures, FigureContent content, string title, float width, float height, float rowHeight)
    {
        var (across, others) = (figures.FirstOrDefault(f => f is TimeFigure), figures.Where(f => f is not TimeFigure).ToList());
        var rows = Rows(others.Count, Math.Max(1, (int)(width / LeastFigureWidth)));
        // Without anything over time a row is as high as its figures want to be.
        var sheet = new FigureSheet(width, across is null ? rows.Count * MathF.Round((float)others.Max(f => f.Slenderness) * width / rows.Max()) : height + Math.Max(0, rows.Count - 2) * rowHeight);
        var top = across is null ? 0 : rows.Count == 0 ? sheet.Height : rows.Count == 1 ? sheet.Height * TimeShare : sheet.Height - rows.Count * rowHeight;
        top = Math.Max(top, across is null ? 0 : sheet.Height * LeastTimeShare);
        if (across is not null)
        {
            sheet.Add(across, content, new PixelRect(0, width, top, 0), title);
        }
        var (next, cellHeight) = (0, rows.Count == 0 ? 0 : (sheet.Height - top) / rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row]; column++)
            {
                var figure = others[next++];
                var (left, right) = (width * column / rows[row], width * (column + 1) / rows[row] - (column < rows[row] - 1 ? Gap : 0));
                sheet.Add(figure, content, new PixelRect(left, right, top + cellHeight * (row + 1), top + cellHeight * row),
                    across is null && next == 1 && title.Length > 0 ? title : figure.Title);
            }
        }
        return sheet;
    }

    /// <summary>How many figures stand in each row: none wider than need be, and rows as even as can be.</summary>
    static List<int> Rows(int count, int most)
    {
        var rows = (count + most - 1) / most;
        return [.. Enumerable.Range(0, rows).Select(i => count * (i + 1) / rows - count * i / rows)];
    }

    /// <summary>Draws the sheet.</summary>
    /// <param name="canvas">Where to, in units.</param>
    public void Render(SKCanvas canvas)
    {
        foreach (var (panel, place) in _panels)
        {
            Render(panel, place, canvas);
        }
    }

    /// <summary>A plot with fixed margins stands where it should only if its own corner is the origin.</summary>
    static void Render(Panel panel, PixelRect place, SKCanvas canvas)
    {
        panel.Plot.RenderManager.ClearCanvasBeforeEachRender = false;
        canvas.Save();
        canvas.Translate(place.Left, place.Top);
        panel.Plot.Render(canvas, new PixelRect(0, place.Width, place.Height, 0));
        canvas.Restore();
    }

    void Add(IFigure figure, FigureContent content, PixelRect place, string title)
    {
        var panels = figure.Draw(content);
        if (panels.Count == 0)
        {
            return;
        }
        foreach (var panel in panels)
        {
            panel.Fit();
        }
        if (title.Length > 0)
        {
            Look.Title(panels[0].Plot, title);
        }
        Stack(panels);
        var places = Places(panels, place);
        Align(panels, places);
        for (var i = 0; i < panels.Count; i++)
        {
            LegendPlace.Choose(panels[i]);
            _panels.Add((panels[i], places[i]));
        }
    }

    /// <summary>Panels above each other have one x axis, whose limits hold all of them.</summary>
    static void Stack(IReadOnlyList<Panel> panels)
    {
        var limits = panels.Select(p => p.Plot.Axes.GetLimits()).ToList();
        panels[^1].Plot.Axes.SetLimitsX(limits.Min(l => l.Left), limits.Max(l => l.Right));
        for (var i = 0; i < panels.Count - 1; i++)
        {
            panels[i].ShareX(panels[^1]);
        }
    }

    static PixelRect[] Places(IReadOnlyList<Panel> panels, PixelRect whole)
    {
        var total = panels.Sum(p => p.Share);
        var places = new PixelRect[panels.Count];
        var top = whole.Top;
        for (var i = 0; i < panels.Count; i++)
        {
            var bottom = i == panels.Count - 1 ? whole.Bottom : top + whole.Height * (float)(panels[i].Share / total);
            places[i] = new(whole.Left, whole.Right, bottom, top);
            top = bottom;
        }
        return places;
    }

    /// <summary>Gives all panels of a figure the widest left and right margins that one of them needs. Rendering once says what that is.</summary>
    static void Align(IReadOnlyList<Panel> panels, PixelRect[] places)
    {
        var paddings = new PixelPadding[panels.Count];
        for (var i = 0; i < panels.Count; i++)
        {
            panels[i].SetSize(places[i].Width, places[i].Height);
            paddings[i] = Measure(panels[i], places[i]);
        }
        for (var i = 0; i < panels.Count && (panels.Count > 1 || panels[i].HasEqualScales); i++)
        {
            var bottom = i == panels.Count - 1 ? paddings[i].Bottom : BetweenPanels;
            var top = i == 0 ? paddings[i].Top : BetweenPanels;
            panels[i].Plot.Layout.Fixed(new PixelPadding(paddings.Max(p => p.Left), paddings.Max(p => p.Right), bottom, top));
            Measure(panels[i], places[i]);
            if (panels[i].HasEqualScales)
            {
                panels[i].EqualScales(panels[i].Plot.RenderManager.LastRender.DataRect);
            }
        }
    }

    static PixelPadding Measure(Panel panel, PixelRect place)
    {
        using var nowhere = new SKNoDrawCanvas((int)Math.Ceiling(place.Width), (int)Math.Ceiling(place.Height));
        Render(panel, new PixelRect(0, place.Width, place.Height, 0), nowhere);
        return panel.Plot.RenderManager.LastRender.Padding;
    }
}
