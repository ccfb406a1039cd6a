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
        var isWhole = methods[0].StartsWith(Coefficient, StringComparison.Ordinal);
        var panel = new Panel(content.VoltageLabel, isWhole ? "D / cm² s⁻¹" : "D L⁻² / s⁻¹", y: AxisScale.Logarithmic) { IsDense = Panel.AreMany(methods.Sum(m => Points(content, m).Count())) };
        foreach (var method in methods)
        {
            ResultSeries.Draw(panel, content, Points(content, method), r => r.Number("voltage"), isWhole ? ResultReading.SquareCentimetresInSquareMetre : 1,
                b => methods.Count == 1 ? b.Word : $"{Word(method)}, {b.Word}".TrimEnd(' ', ','));
        }
        return [panel];
    }

    const string Coefficient = "diffusion_coefficient", WithoutLength = "diffusion_over_length_squared";

    /// <summary>By the exact solutions, a name for each technique; short-time formulas hold where they agree with these, and are in the tables.</summary>
    static readonly string[] Techniques = ["", "_ici", "_pitt"];

    /// <summary>Where no particle is known, and so no D, what is left is D over the square of the length.</summary>
    static List<string> Methods(FigureContent content)
    {
        List<string> There(string name) => [.. Techniques.Select(t => name + t).Where(m => Points(content, m).Any())];
        return There(Coefficient) is { Count: > 0 } whole ? whole : There(WithoutLength);
    }

    static string Word(string method) => Techniques.Skip(1).FirstOrDefault(t => method.EndsWith(t, StringComparison.Ordinal))?[1..].ToUpperInvariant() ?? "GITT";

    static IEnumerable<(AnalyzedFile File, Result Result)> Points(FigureContent content, string method) =>
        content.Results(method).Where(r => r.Result.Value.Value > 0 && Panel.CanBeDrawn(r.Result.Number("voltage")));
}
