using CoinRig.Analysis;
using ScottPlot;

namespace CoinRig.Gateway;

/// <summary>Negative imaginary part of the impedance over its real part, on equal scales, with the fit.</summary>
sealed class NyquistFigure : IFigure
{
    public string Name => "nyquist";

    public string Title => "Impedance";

    public string Caption => "Negative imaginary part of the impedance over its real part, on equal scales. Markers: measured; line: fitted circuit.";

    public bool IsFor(FigureContent content) => content.Has(CurveKind.Nyquist);

    public IReadOnlyList<Panel> Draw(FigureContent content)
    {
        var curves = content.Curves(CurveKind.Nyquist).Where(c => c.Curve.Role != CurveRole.Tested).ToList();
        var unit = ShownUnit.OfResistance(ShownUnit.Largest(curves.SelectMany(c => c.Curve.X.Concat(c.Curve.Y))));
        var panel = new Panel($"Re(Z) / {unit.Name}", $"−Im(Z) / {unit.Name}") { HasEqualScales = true };
        SpectrumCurves.Draw(panel, content, curves, unit.Factor);
        return [panel];
    }
}
