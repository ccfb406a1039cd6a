using CoinRig.Analysis;

namespace CoinRig.Gateway;

/// <summary>Draws curves of one kind: files by colour, or what orders the curves of one file along a colour scale; a few of many stand in the legend.</summary>
static class OrderedCurves
{
    /// <summary>More entries make a legend that nobody reads.</summary>
    const int MostEntries = 5;

    /// <summary>Draws them.</summary>
    /// <param name="panel">Where.</param>
    /// <param name="content">What they are of.</param>
    /// <param name="curves">The curves with their files.</param>
    /// <param name="xFactor">From SI to the axis's unit.</param>
    /// <param name="yFactor">From SI to the axis's unit.</param>
    /// <param name="label">What the legend calls a curve; its own label by default.</param>
    public static void Draw(Panel panel, FigureContent content, IEnumerable<(AnalyzedFile File, Curve Curve)> curves, double xFactor, double yFactor,
        Func<Curve, string>? label = null)
    {
        foreach (var ofFile in curves.GroupBy(c => c.File))
        {
            var all = ofFile.Select(c => c.Curve).OrderBy(c => c.Order).ToList();
            var orders = all.Select(c => c.Order).Where(double.IsFinite).Distinct().Order().ToList();
            var named = Named(orders.Count);
            var said = new HashSet<string>();
            for (var i = 0; i < all.Count; i++)
            {
                var curve = all[i];
                var place = orders.IndexOf(curve.Order);
                var color = content.Hue(ofFile.Key, place >= 0 ? Look.Along(orders.Count == 1 ? 0.2 : place / (orders.Count - 1.0)) : Look.Of(i));
                var text = content.IsOverlay ? content.Label(ofFile.Key) : label?.Invoke(curve) ?? curve.Label;
                var isSaid = (content.IsOverlay || place < 0 || named.Contains(place)) && said.Add(text);
                panel.Line(FigureContent.Points(curve).Select(p => (p.X * xFactor, p.Y * yFactor)), color, isSaid ? text : "");
            }
        }
    }

    /// <summary>Both half cycles of a cycle have one colour, and one entry.</summary>
    public static string Cycle(Curve curve) => double.IsFinite(curve.Order) ? $"cycle {curve.Order:0}" : curve.Label;

    /// <summary>Which places of an order stand in the legend: all of a few, else some from the first to the last.</summary>
    static HashSet<int> Named(int count) => count <= MostEntries + 1 ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, MostEntries).Select(i => (int)Math.Round(i * (count - 1.0) / (MostEntries - 1)))];
}
