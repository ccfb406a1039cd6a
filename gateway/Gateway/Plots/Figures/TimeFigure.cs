using CoinRig.Analysis;

namespace CoinRig.Gateway;

/// <summary>Voltage and current over time.</summary>
sealed class TimeFigure : IFigure
{
    public string Name => "time";

    public string Title => "Voltage and current";

    public string Caption => "Voltage and current over time, thinned so that the lowest and the highest reading of each stretch stay. Thin vertical lines are marks.";

    public double Slenderness => 0.8;

    public bool IsFor(FigureContent content) => content.Has(CurveKind.Voltage) || content.Has(CurveKind.Current);

    public IReadOnlyList<Panel> Draw(FigureContent content)
    {
        var (volts, amperes) = (content.Curves(CurveKind.Voltage).ToList(), content.Curves(CurveKind.Current).ToList());
        var time = ShownUnit.OfTime(ShownUnit.Largest(volts.Concat(amperes).SelectMany(c => c.Curve.X)));
        var current = ShownUnit.OfCurrent(ShownUnit.Largest(amperes.SelectMany(c => c.Curve.Y)));
        var panels = new List<Panel>();
        if (volts.Count > 0)
        {
            panels.Add(Of(content, volts, time, new(1, "V"), content.VoltageLabel, Look.Blue, share: amperes.Count > 0 ? 0.6 : 1));
        }
        if (amperes.Count > 0)
        {
            panels.Add(Of(content, amperes, time, current, $"I / {current.Name}", Look.Vermillion, share: volts.Count > 0 ? 0.4 : 1, withLegend: volts.Count == 0));
        }
        var marks = content.Files.SelectMany(f => f.Marks).ToList();
        for (var i = 0; i < panels.Count; i++)
        {
            panels[i].Marks([.. marks.Select(m => (m.Seconds * time.Factor, m.Text))], hasTexts: i == 0);
        }
        return panels;
    }

    static Panel Of(FigureContent content, List<(AnalyzedFile File, Curve Curve)> curves, ShownUnit time, ShownUnit unit, string label, ScottPlot.Color color, double share,
        bool withLegend = true)
    {
        var panel = new Panel($"t / {time.Name}", label) { Share = share, FillsX = true };
        foreach (var (file, curve) in curves)
        {
            panel.Line(FigureContent.Points(curve).Select(p => (p.X * time.Factor, p.Y * unit.Factor)), content.Hue(file, color), withLegend ? content.Legend(file, "") : "");
        }
        return panel;
    }
}
