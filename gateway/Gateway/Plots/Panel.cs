using ScottPlot;

namespace CoinRig.Gateway;

/// <summary>
/// A frame with axes and what is drawn in it. It remembers where it drew, so that limits follow the data and the legend finds a free place.
/// What is no number, or too large to be one of a measurement, is left out.
/// </summary>
sealed class Panel
{
    /// <summary>Beyond this a number is none of a measurement, and its square overflows.</summary>
    const double Largest = 1e100;

    /// <summary>More points than a curve on paper can show.</summary>
    const int MostPoints = 4000;

    /// <summary>Room for a tick label along its axis, units.</summary>
    const double RoomOfXLabel = 75, RoomOfYLabel = 38;

    /// <summary>A longer bar, in decades, says that nothing is known: the limits do not follow it.</summary>
    const double LongestLogarithmicBar = 0.5;

    /// <summary>More texts of marks than can be read.</summary>
    const int MostMarkTexts = 30;

    readonly List<DrawnMarks> _drawn = [];
    readonly List<ScottPlot.Plottables.Text> _markTexts = [];
    double _width = 400, _height = 300;
    readonly AxisScale _x, _y;

    public Panel(string xLabel, string yLabel, AxisScale x = AxisScale.Linear, AxisScale y = AxisScale.Linear)
    {
        (_x, _y) = (x, y);
        Look.Dress(Plot, xLabel, yLabel);
    }

    /// <summary>The plot that is rendered.</summary>
    public Plot Plot { get; } = new();

    /// <summary>Its part of the figure's height, compared with the panels above and below it.</summary>
    public double Share { get; init; } = 1;

    /// <summary>Whether a length is the same value on both axes, as Nyquist plots need.</summary>
    public bool HasEqualScales { get; init; }

    /// <summary>Whether zero is on the y axis.</summary>
    public bool ShowsZero { get; init; }

    /// <summary>Whether the data reach from the left end of the frame to the right, as a recording over time does.</summary>
    public bool FillsX { get; init; }

    /// <summary>Whether the frame cuts off what stands far above nearly all the rest.</summary>
    public bool CutsSpikes { get; init; }

    /// <summary>Whether there are so many points that they are drawn smaller, and their bars without caps.</summary>
    public bool IsDense { get; init; }

    /// <summary>What was drawn, in the plot's coordinates.</summary>
    public IReadOnlyList<DrawnMarks> Drawn => _drawn;

    /// <summary>Whether so many points need smaller markers.</summary>
    public static bool AreMany(int points) => points > 40;

    /// <summary>Whether a number can stand on an axis.</summary>
    public static bool CanBeDrawn(double value) => Math.Abs(value) < Largest;

    /// <summary>Draws a line through points in their order.</summary>
    public void Line(IEnumerable<(double X, double Y)> points, Color color, string legend = "", float width = Look.LineWidth)
    {
        var (x, y) = Thinning.Thin(Coordinates(points), MostPoints);
        if (x.Length == 0)
        {
            return;
        }
        var line = Plot.Add.ScatterLine(x, y, color);
        line.LineWidth = width;
        line.LegendText = legend;
        _drawn.Add(new(x, y, IsLine: true));
    }

    /// <summary>Draws points, with a bar of one standard uncertainty each where it is known.</summary>
    public void Points(IEnumerable<(double X, double Y, double Uncertainty)> points, Color color, MarkerShape shape, string legend = "", float size = Look.MarkerSize)
    {
        var all = points.ToList();
        var (x, y) = Coordinates(all.Select(p => (p.X, p.Y)));
        if (x.Length == 0)
        {
            return;
        }
        ErrorBars(all, color);
        var markers = Plot.Add.ScatterPoints(x, y, color);
        markers.MarkerShape = shape;
        markers.MarkerSize = IsDense ? 0.6f * size : size;
        markers.MarkerLineWidth = IsDense ? 1.2f : 1.6f;
        markers.LegendText = legend;
        _drawn.Add(new(x, y, IsLine: false));
    }

    /// <summary>Fills between a lower and an upper curve.</summary>
    public void Band(IEnumerable<(double X, double Lower, double Upper)> points, Color color, string legend = "")
    {
        var edges = points.Where(p => CanBeDrawn(p.X) && CanBeDrawn(p.Lower) && CanBeDrawn(p.Upper)).ToList();
        if (edges.Count == 0)
        {
            return;
        }
        var (x, lower) = Coordinates(edges.Select(p => (p.X, p.Lower)));
        var (_, upper) = Coordinates(edges.Select(p => (p.X, p.Upper)));
        if (lower.Length != upper.Length || lower.Length != x.Length)
        {
            return;
        }
        var fill = Plot.Add.FillY(x, lower, upper);
        fill.FillColor = color.WithAlpha(0.18);
        fill.LineWidth = 0;
        fill.MarkerSize = 0;
        fill.LegendText = legend;
        _drawn.Add(new(x, lower, IsLine: true));
        _drawn.Add(new(x, upper, IsLine: true));
    }

    /// <summary>A thin line at a value of y, behind the data.</summary>
    public void Level(double y)
    {
        var level = Plot.Add.HorizontalLine(y, 1, Look.Doubtful);
        level.EnableAutoscale = false;
        Plot.MoveToBack(level);
    }

    /// <summary>Thin vertical lines behind the data, with their texts along them; many lines have none, because they would stand in each other.</summary>
    /// <param name="marks">Abscissa and text of each.</param>
    /// <param name="hasTexts">Whether this is the panel that has the texts.</param>
    public void Marks(IReadOnlyList<(double X, string Text)> marks, bool hasTexts)
    {
        foreach (var (x, text) in marks.Where(m => CanBeDrawn(m.X)))
        {
            var line = Plot.Add.VerticalLine(x, 0.8f, Look.Doubtful);
            line.EnableAutoscale = false;
            if (hasTexts && marks.Count <= MostMarkTexts)
            {
                var label = Plot.Add.Text(text, x, 0);
                (label.LabelFontSize, label.LabelFontColor, label.LabelFontName) = (Look.LegendSize - 3, Look.Ink, Look.Font ?? "");
                (label.LabelRotation, label.LabelAlignment, label.OffsetX, label.OffsetY) = (-90, Alignment.UpperRight, 2, 4);
                _markTexts.Add(label);
            }
            Plot.MoveToBack(line);
        }
    }

    /// <summary>Sets limits and ticks by what was drawn. Further drawing needs it again.</summary>
    public void Fit()
    {
        var x = AxisRange.Of(_drawn.Where(d => !d.IsBeside).SelectMany(d => d.X), _x, FillsX ? 0 : AxisRange.Margin, showsZero: false);
        var y = AxisRange.Of(_drawn.Where(d => !d.IsBeside).SelectMany(d => d.Y), _y, AxisRange.Margin, ShowsZero);
        if (CutsSpikes && _drawn.Count > 0)
        {
            y = AxisRange.WithoutSpikes([.. _drawn.SelectMany(d => d.Y)], y);
        }
        Plot.Axes.SetLimits(x.Lowest, x.Highest, y.Lowest, y.Highest);
        PutMarkTexts(y.Highest);
    }

    void PutMarkTexts(double top)
    {
        foreach (var text in _markTexts)
        {
            text.Location = new(text.Location.X, top);
        }
    }

    /// <summary>Makes a unit as long on the y axis as on the x axis: the axis that has room to spare goes on further, y at its upper end.</summary>
    /// <param name="frame">The frame.</param>
    public void EqualScales(PixelRect frame)
    {
        var limits = Plot.Axes.GetLimits();
        var unit = Math.Max((limits.Right - limits.Left) / frame.Width, (limits.Top - limits.Bottom) / frame.Height);
        var spare = unit * frame.Width - (limits.Right - limits.Left);
        Plot.Axes.SetLimits(limits.Left - spare / 2, limits.Right + spare / 2, limits.Bottom, limits.Bottom + unit * frame.Height);
        SetTicks();
    }

    /// <summary>Raises the upper limit of y, so that the data fill the lower part of the frame only.</summary>
    /// <param name="free">The part of the height that shall be free, from 0 to 1.</param>
    public void MakeHeadroom(double free)
    {
        var limits = Plot.Axes.GetLimits();
        var top = limits.Bottom + (limits.Top - limits.Bottom) / (1 - free);
        Plot.Axes.SetLimitsY(limits.Bottom, top);
        PutMarkTexts(top);
        SetTicks();
    }

    /// <summary>Sets the ticks for the limits as they are.</summary>
    public void SetTicks()
    {
        var limits = Plot.Axes.GetLimits();
        Plot.Axes.Bottom.TickGenerator = Ticks(_x, limits.Left, limits.Right, _width, RoomOfXLabel);
        Plot.Axes.Left.TickGenerator = Ticks(_y, limits.Bottom, limits.Top, _height, RoomOfYLabel);
    }

    /// <summary>Says how large the frame is, units, by which the number of labels is chosen.</summary>
    public void SetSize(double width, double height)
    {
        (_width, _height) = (width, height);
        SetTicks();
    }

    /// <summary>Takes the x axis of the panel below it: its limits, and no labels of its own.</summary>
    public void ShareX(Panel below)
    {
        var limits = below.Plot.Axes.GetLimits();
        Plot.Axes.SetLimitsX(limits.Left, limits.Right);
        Plot.Axes.Bottom.TickLabelStyle.IsVisible = false;
        Plot.Axes.Bottom.Label.IsVisible = false;
    }

    void ErrorBars(List<(double X, double Y, double Uncertainty)> points, Color color)
    {
        var known = points.Where(p => p.Uncertainty > 0 && CanBeDrawn(p.Uncertainty) && CanBeDrawn(Coordinate(p.X, _x)) && CanBeDrawn(Coordinate(p.Y, _y))).ToList();
        if (known.Count == 0)
        {
            return;
        }
        double[] x = [.. known.Select(p => Coordinate(p.X, _x))], y = [.. known.Select(p => Coordinate(p.Y, _y))];
        // A bar that goes to zero has no end on a logarithmic axis: it stops two decades below its point.
        double[] down = [.. known.Select(p => _y == AxisScale.Logarithmic ? -Math.Log10(1 - Math.Min(p.Uncertainty / p.Y, 0.99)) : p.Uncertainty)];
        double[] up = [.. known.Select(p => _y == AxisScale.Logarithmic ? Math.Log10(1 + p.Uncertainty / p.Y) : p.Uncertainty)];
        Plot.Add.Plottable(new ScottPlot.Plottables.ErrorBar(x, y, null, null, up, down)
        {
            Color = color,
            LineWidth = IsDense ? 0.9f : 1.3f,
            CapSize = IsDense ? 0 : 4,
        });
        var extent = Math.Max(y.Max() - y.Min(), _y == AxisScale.Logarithmic ? LongestLogarithmicBar : Math.Abs(y[0]));
        for (var i = 0; i < x.Length; i++)
        {
            _drawn.Add(new([x[i], x[i]], [y[i] - down[i], y[i] + up[i]], IsLine: true) { IsBeside = up[i] + down[i] > (_y == AxisScale.Logarithmic ? LongestLogarithmicBar : extent) });
        }
    }

    (double[] X, double[] Y) Coordinates(IEnumerable<(double X, double Y)> points)
    {
        var shown = points.Select(p => (X: Coordinate(p.X, _x), Y: Coordinate(p.Y, _y))).Where(p => CanBeDrawn(p.X) && CanBeDrawn(p.Y)).ToList();
        return ([.. shown.Select(p => p.X)], [.. shown.Select(p => p.Y)]);
    }

    static double Coordinate(double value, AxisScale scale) => scale != AxisScale.Logarithmic ? value : value > 0 ? Math.Log10(value) : double.NaN;

    static ITickGenerator Ticks(AxisScale scale, double lowest, double highest, double length, double room) => scale == AxisScale.Logarithmic
        ? LogarithmicTicks.Between(lowest, highest)
        : LinearTicks.Between(lowest, highest, (int)Math.Max(2, length / room), scale == AxisScale.Whole);
}

/// <summary>Where something was drawn, in the coordinates of a plot.</summary>
/// <param name="X">Abscissas.</param>
/// <param name="Y">Ordinates.</param>
/// <param name="IsLine">Whether the points are connected.</param>
readonly record struct DrawnMarks(double[] X, double[] Y, bool IsLine)
{
    /// <summary>Whether the limits of the axes may cut it off.</summary>
    public bool IsBeside { get; init; }
}
