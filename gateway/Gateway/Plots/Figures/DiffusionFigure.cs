using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary>Diffusion coefficients over voltage, with a standard uncertainty each; what is not valid is grey.</summary>
sealed class DiffusionFigure : IFigure
{
    public string Name => "diffusion";

    public string Title => "Diffusion coefficient";

    public string Caption => "Diffusion coefficients over the voltage at which they hold. Bars: one standard uncertainty, the geometry's part included. Grey: a flag says that an "
        + "assumption did not hold.";

    public bool IsFor(FigureContent content) => Methods(content).Count > 0;

    public IReadOnlyList<Panel> Draw(FigureContent content)
    {
        var methods = Methods(content);
        var panel = new Panel(content.VoltageLabel, "D / cm² s⁻¹", y: AxisScale.Logarithmic) { IsDense = Panel.AreMany(methods.Sum(m => Points(content, m).Count())) };
        foreach (var method in methods)
        {
            ResultSeries.Draw(panel, content, Points(content, method), r => r.Number("voltage"), ResultReading.SquareCentimetresInSquareMetre,
                b => methods.Count == 1 ? b.Word : $"{Word(method)}, {b.Word}".TrimEnd(' ', ','));
        }
        return [panel];
    }

    /// <summary>The exact solutions, one name for each technique; short-time formulas hold where these agree with them, and are in the tables.</summary>
    static List<string> Methods(FigureContent content) => [.. Exact.Where(m => Points(content, m).Any())];

    static readonly string[] Exact = ["diffusion_coefficient", "diffusion_coefficient_ici", "diffusion_coefficient_pitt"];

    static string Word(string method) => method.Length == Exact[0].Length ? "GITT" : method[(Exact[0].Length + 1)..].ToUpperInvariant();

    static IEnumerable<(AnalyzedFile File, Result Result)> Points(FigureContent content, string method) =>
        content.Results(method).Where(r => r.Result.Value.Value > 0 && Panel.CanBeDrawn(r.Result.Number("voltage")));
}
