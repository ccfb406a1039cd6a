using CoinRig.Analysis;
using ScottPlot;

namespace CoinRig.Gateway;

/// <summary>Draws curves of spectra: what was measured as markers, what was fitted or tested as lines, each spectrum in a colour of its own.</summary>
static class SpectrumCurves
{
    static readonly MarkerShape[] Shapes = [MarkerShape.OpenCircle, MarkerShape.OpenSquare, MarkerShape.OpenTriangleUp, MarkerShape.OpenDiamond, MarkerShape.OpenTriangleDown];

    /// <summary>Draws them.</summary>
    /// <param name="panel">Where.</param>
    /// <param name="content">What they are of.</param>
    /// <param name="curves">The curves with their files; a fit has the label of what it fits.</param>
    /// <param name="factor">From SI to the unit of both impedance axes, or of the y axis where x is a frequency.</param>
    /// <param name="overFrequency">Whether x is a frequency, Hz.</param>
    public static void Draw(Panel panel, FigureContent content, List<(AnalyzedFile File, Curve Curve)> curves, double factor, bool overFrequency = false)
    {
        var spectra = curves.Select(c => (c.File, c.Curve.Label)).Distinct().ToList();
        foreach (var (file, curve) in curves.OrderBy(c => c.Curve.Role))
        {
            var index = spectra.IndexOf((file, curve.Label));
            var points = FigureContent.Points(curve).Select(p => (p.X * (overFrequency ? 1 : factor), p.Y * factor));
            var color = Look.Of(index);
            var name = content.Legend(file, spectra.Count == content.Files.Count ? "" : curve.Label);
            if (curve.Role == CurveRole.Measured)
            {
                panel.Points(points.Select(p => (p.Item1, p.Item2, 0.0)), color, Shapes[index % Shapes.Length], name.Length > 0 ? name : "measured", size: 8);
            }
            else
            {
                panel.Line(points, spectra.Count == 1 ? Look.Vermillion : color, spectra.Count > 1 ? "" : curve.Role == CurveRole.Fitted ? "fit" : "Kramers-Kronig");
            }
        }
    }
}
