using ScottPlot;

namespace CoinRig.Gateway;

/// <summary>Current over voltage of all sweeps: a colour for each rate, later cycles over earlier ones.</summary>
static class VoltammogramPanel
{
    /// <summary>More points than a curve of this panel can show.</summary>
    const int MostPoints = 3000;

    /// <summary>Earlier cycles are this much fainter, down to the least.</summary>
    const double Fainter = 0.75, Faintest = 0.25;

    public static bool IsFor(RunSeries series) => series.Sweeps.Any(s => s.Points.Count > 1);

    public static void Draw(Plot plot, RunSeries series, string voltageLabel)
    {
        var curves = series.Sweeps.Where(s => s.Points.Count > 1).ToList();
        var (factor, unit) = Look.CurrentUnit(curves.Max(c => c.Points.Max(p => Math.Abs(p.Amperes))));
        Look.Dress(plot, "Voltammogram", voltageLabel, $"I / {unit}");
        var rates = curves.Select(c => c.VoltsPerSecond).Distinct().Order().ToList();
        var colors = new ScottPlot.Colormaps.Viridis();
        foreach (var rate in rates)
        {
            // Viridis ends in a yellow that is too bright on white.
            var color = colors.GetColor(rates.Count == 1 ? 0.25 : 0.1 + 0.7 * rates.IndexOf(rate) / (rates.Count - 1));
            var ofRate = curves.Where(c => c.VoltsPerSecond == rate).ToList();
            for (var i = 0; i < ofRate.Count; i++)
            {
                var points = Thinned(ofRate[i].Points);
                var alpha = Math.Max(Faintest, Math.Pow(Fainter, ofRate.Count - 1 - i));
                var line = plot.Add.ScatterLine(points.Select(p => p.Volts).ToArray(), points.Select(p => p.Amperes * factor).ToArray(), color.WithAlpha(alpha));
                line.LineWidth = 1.8f;
                line.LegendText = i == ofRate.Count - 1 ? $"{rate * 1e3:0.###} mV/s" : "";
            }
        }
        plot.Add.HorizontalLine(0, 1, Look.Doubtful);
        plot.ShowLegend(Alignment.UpperLeft);
        plot.Axes.AutoScale();
    }

    static List<(double Volts, double Amperes)> Thinned(List<(double Volts, double Amperes)> points)
    {
        var every = (points.Count + MostPoints - 1) / MostPoints;
        return [.. points.Where((_, i) => i % every == 0 || i == points.Count - 1)];
    }
}
