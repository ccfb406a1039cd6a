using CoinRig.Runs;
using ScottPlot;

namespace CoinRig.Gateway;

/// <summary>Diffusion coefficients over voltage, with a standard uncertainty each; what is not valid is grey.</summary>
static class DiffusionPanel
{
    const string Result = "diffusion_coefficient";

    /// <summary>Room for labels such as 5·10⁻¹¹ beside the panel's neighbour, pixels.</summary>
    const float LabelWidth = 115;

    /// <summary>Whether a run has what the panel shows.</summary>
    public static bool IsFor(RunSeries series) => Points(series, isValid: true).Count + Points(series, isValid: false).Count > 0;

    public static void Draw(Plot plot, RunSeries series, string voltageLabel)
    {
        Look.Dress(plot, "Diffusion coefficient", voltageLabel, "D / cm²/s");
        var valid = Points(series, isValid: true);
        var doubtful = Points(series, isValid: false);
        Draw(plot, doubtful, Look.Doubtful, MarkerShape.OpenCircle, "flagged");
        Draw(plot, valid.FindAll(r => r.Text("branch") != "discharge"), Look.Voltage, MarkerShape.FilledCircle, "charge");
        Draw(plot, valid.FindAll(r => r.Text("branch") == "discharge"), Look.Current, MarkerShape.FilledSquare, "discharge");
        plot.Axes.AutoScale();
        // The legend stands where the points are not. A bar that goes to zero has no end on a logarithmic axis: the points give the limits.
        var logarithms = valid.Concat(doubtful).OrderBy(r => r.Number("voltage")).Select(r => Math.Log10(r.Value * ResultReading.SquareCentimetresInSquareMetre)).ToList();
        Look.LogarithmicY(plot, logarithms.Min() - 0.35, logarithms.Max() + 0.35);
        plot.Axes.Left.MinimumSize = LabelWidth;
        plot.ShowLegend(logarithms[^1] > logarithms[0] ? Alignment.LowerRight : Alignment.UpperRight);
    }

    static List<ResultRow> Points(RunSeries series, bool isValid) =>
        [.. series.Results.Where(r => r.Name == Result && r.Value > 0 && double.IsFinite(r.Number("voltage")) && r.IsValid() == isValid)];

    static void Draw(Plot plot, List<ResultRow> rows, Color color, MarkerShape shape, string legend)
    {
        if (rows.Count == 0)
        {
            return;
        }
        var x = rows.Select(r => r.Number("voltage")).ToArray();
        var y = rows.Select(r => Math.Log10(r.Value * ResultReading.SquareCentimetresInSquareMetre)).ToArray();
        plot.Add.Plottable(new ScottPlot.Plottables.ErrorBar(x, y, null, null,
            [.. rows.Select(r => -Math.Log10(1 - Math.Min(Relative(r), 0.99)))], [.. rows.Select(r => Math.Log10(1 + Relative(r)))])
        {
            Color = color,
            LineWidth = 1.4f,
            CapSize = 5,
        });
        var points = plot.Add.ScatterPoints(x, y, color);
        points.MarkerShape = shape;
        points.MarkerSize = 9;
        points.MarkerLineWidth = 1.6f;
        points.LegendText = legend;
    }

    static double Relative(ResultRow row) => double.IsFinite(row.Uncertainty) ? row.Uncertainty / row.Value : 0;
}
