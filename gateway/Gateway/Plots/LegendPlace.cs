using ScottPlot;

namespace CoinRig.Gateway;

/// <summary>
/// Puts a legend where it covers no data: into the first free corner or side of the frame; where none is free, above the data in headroom made for it;
/// where that would cost too much of the frame, beside it.
/// </summary>
static class LegendPlace
{
    /// <summary>Where to look, the usual places first.</summary>
    static readonly Alignment[] Places =
    [
        Alignment.UpperRight, Alignment.UpperLeft, Alignment.LowerRight, Alignment.LowerLeft, Alignment.UpperCenter, Alignment.LowerCenter,
        Alignment.MiddleRight, Alignment.MiddleLeft,
    ];

    /// <summary>From the legend to the frame, units; as much stays free around a marker.</summary>
    const float Gap = 8;

    /// <summary>Lines are looked at in steps of so many units.</summary>
    const double StepLength = 4;

    /// <summary>The most of the frame's height that headroom may take.</summary>
    const double MostHeadroom = 0.3;

    /// <summary>Places the legend of a panel that has been rendered once, so that its frame is known.</summary>
    public static void Choose(Panel panel)
    {
        var plot = panel.Plot;
        if (plot.Legend.GetItems().Length == 0)
        {
            plot.HideLegend();
            return;
        }
        plot.Legend.Margin = new PixelPadding(Gap);
        var frame = plot.RenderManager.LastRender.DataRect;
        var marks = Marks(panel, frame).ToList();
        foreach (var orientation in new[] { Orientation.Vertical, Orientation.Horizontal })
        {
            var size = Size(plot, orientation);
            if (size.Width > frame.Width - 2 * Gap || size.Height > frame.Height - 2 * Gap)
            {
                continue;
            }
            foreach (var place in Places)
            {
                var room = Room(frame, size, place);
                if (!marks.Any(m => m.X > room.Left && m.X < room.Right && m.Y > room.Top && m.Y < room.Bottom))
                {
                    plot.ShowLegend(place, orientation);
                    return;
                }
            }
        }
        var row = Size(plot, Orientation.Horizontal);
        var headroom = (row.Height + 2 * Gap) / frame.Height;
        if (row.Width <= frame.Width - 2 * Gap && headroom <= MostHeadroom && !panel.HasEqualScales)
        {
            panel.MakeHeadroom(headroom);
            plot.ShowLegend(Alignment.UpperCenter, Orientation.Horizontal);
        }
        else
        {
            plot.ShowLegend(Edge.Right);
        }
    }

    static PixelSize Size(Plot plot, Orientation orientation)
    {
        plot.ShowLegend(Alignment.UpperRight, orientation);
        using var paint = Paint.NewDisposablePaint();
        return plot.Legend.GetLayout(new PixelSize(float.MaxValue, float.MaxValue), paint).LegendRect.Size;
    }

    /// <summary>Where in a frame a legend lies, with its gap to the frame.</summary>
    internal static PixelRect Room(PixelRect frame, PixelSize size, Alignment place)
    {
        var (across, down) = (size.Width + 2 * Gap, size.Height + 2 * Gap);
        var left = place is Alignment.UpperRight or Alignment.MiddleRight or Alignment.LowerRight ? frame.Right - across
            : place is Alignment.UpperLeft or Alignment.MiddleLeft or Alignment.LowerLeft ? frame.Left : frame.Left + (frame.Width - across) / 2;
        var top = place is Alignment.UpperRight or Alignment.UpperLeft or Alignment.UpperCenter ? frame.Top
            : place is Alignment.LowerRight or Alignment.LowerLeft or Alignment.LowerCenter ? frame.Bottom - down : frame.Top + (frame.Height - down) / 2;
        return new(left, left + across, top + down, top);
    }

    /// <summary>Where ink is, in units of the figure.</summary>
    static IEnumerable<(double X, double Y)> Marks(Panel panel, PixelRect frame)
    {
        var limits = panel.Plot.Axes.GetLimits();
        foreach (var drawn in panel.Drawn)
        {
            var (lastX, lastY) = (double.NaN, double.NaN);
            for (var i = 0; i < drawn.X.Length; i++)
            {
                var x = frame.Left + (drawn.X[i] - limits.Left) / (limits.Right - limits.Left) * frame.Width;
                var y = frame.Bottom - (drawn.Y[i] - limits.Bottom) / (limits.Top - limits.Bottom) * frame.Height;
                var steps = drawn.IsLine && i > 0 ? (int)Math.Clamp(Math.Max(Math.Abs(x - lastX), Math.Abs(y - lastY)) / StepLength, 1, 1000) : 1;
                for (var step = 1; step < steps; step++)
                {
                    yield return (lastX + (x - lastX) * step / steps, lastY + (y - lastY) * step / steps);
                }
                yield return (x, y);
                (lastX, lastY) = (x, y);
            }
        }
    }
}
