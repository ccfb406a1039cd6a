using CoinRig.Runs;
using ScottPlot;

namespace CoinRig.Gateway;

/// <summary>Capacity of the half cycles over the cycle, and the coulombic efficiency on an axis of its own.</summary>
static class CapacityPanel
{
    const float LabelWidth = 80;

    public static bool IsFor(RunSeries series) => series.Results.Any(r => r.Name is "charge_capacity" or "discharge_capacity");

    public static void Draw(Plot plot, RunSeries series)
    {
        var isSpecific = series.Results.Any(r => r.Name.StartsWith("specific_", StringComparison.Ordinal) && r.Unit == "mAh/g");
        Look.Dress(plot, "Capacity", "cycle", isSpecific ? "Q / mAh/g" : "Q / mAh");
        var prefix = isSpecific ? "specific_" : "";
        Points(plot, Rows(series, $"{prefix}charge_capacity"), Look.Voltage, MarkerShape.OpenTriangleUp, "charge");
        Points(plot, Rows(series, $"{prefix}discharge_capacity"), Look.Current, MarkerShape.FilledTriangleDown, "discharge");
        var efficiency = Rows(series, "coulombic_efficiency");
        if (efficiency.Count > 0)
        {
            Points(plot, efficiency, Look.Second, MarkerShape.OpenDiamond, "CE").Axes.YAxis = plot.Axes.Right;
            plot.Axes.Right.Label.Text = "CE / %";
            plot.Axes.Right.Label.FontSize = Look.TextSize;
            plot.Axes.Right.Label.Bold = false;
            plot.Axes.Right.MinimumSize = LabelWidth;
        }
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true };
        plot.Axes.AutoScale();
        var last = series.Results.Where(r => r.Name.EndsWith("_capacity", StringComparison.Ordinal)).Max(r => r.Cycle);
        plot.Axes.SetLimitsX(0.5, last + 0.5);
        var highest = Rows(series, $"{prefix}charge_capacity").Concat(Rows(series, $"{prefix}discharge_capacity")).Max(r => r.Value * r.OnScreen().Factor);
        // Room for the legend above the points.
        plot.Axes.SetLimitsY(0, highest * 1.25);
        if (efficiency.Count > 0)
        {
            // One efficiency alone would be a point on an axis without extent.
            plot.Axes.Right.Min = efficiency.Min(r => r.Value * 100) - 0.5;
            plot.Axes.Right.Max = efficiency.Max(r => r.Value * 100) + 0.5;
        }
        plot.ShowLegend(Alignment.UpperCenter, Orientation.Horizontal);
    }

    static List<ResultRow> Rows(RunSeries series, string name) => [.. series.Results.Where(r => r.Name == name)];

    static ScottPlot.Plottables.Scatter Points(Plot plot, List<ResultRow> rows, Color color, MarkerShape shape, string legend)
    {
        var points = plot.Add.ScatterPoints(rows.Select(r => (double)r.Cycle).ToArray(), rows.Select(r => r.Value * r.OnScreen().Factor).ToArray(), color);
        points.MarkerShape = shape;
        points.MarkerSize = 12;
        points.MarkerLineWidth = 2;
        points.LegendText = rows.Count == 0 ? "" : legend;
        return points;
    }
}
