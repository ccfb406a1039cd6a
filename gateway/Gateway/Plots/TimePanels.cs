using CoinRig.Analysis;
using ScottPlot;

namespace CoinRig.Gateway;

/// <summary>Voltage and current over time.</summary>
static class TimePanels
{
    const float LineWidth = 1.6f;

    /// <summary>The panels are wide: fewer labels than the library would set.</summary>
    const double TickDensity = 0.5;

    public static void Draw(Plot voltage, Plot current, RunSeries series, string title, string voltageLabel)
    {
        var (factor, unit) = Look.TimeUnit(series.DurationSeconds);
        var (perAmpere, ampereUnit) = Look.CurrentUnit(series.Amperes.Points.Select(p => Math.Abs(p.Value)).DefaultIfEmpty(0).Max());
        Look.Dress(voltage, title, "", voltageLabel);
        Look.Dress(current, "", $"t / {unit}", $"I / {ampereUnit}");
        Line(voltage, series.Volts, factor, 1, Look.Voltage);
        Line(current, series.Amperes, factor, perAmpere, Look.Current);
        foreach (var plot in new[] { voltage, current })
        {
            plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { TickDensity = TickDensity };
            plot.Axes.AutoScale();
            plot.Axes.SetLimitsX(0, Math.Max(series.DurationSeconds, 1e-3) * factor);
        }
    }

    static void Line(Plot plot, MinMaxSeries series, double perSecond, double perValue, Color color)
    {
        var line = plot.Add.ScatterLine(series.Points.Select(p => p.Seconds * perSecond).ToArray(), series.Points.Select(p => p.Value * perValue).ToArray(), color);
        line.LineWidth = LineWidth;
    }
}
