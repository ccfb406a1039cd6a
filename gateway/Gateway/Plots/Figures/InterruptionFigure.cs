using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary>What interruptions of the current tell: the resistance, and the coefficient of the diffusion resistance, over the voltage.</summary>
sealed class InterruptionFigure : IFigure
{
    const string Resistance = "interruption_resistance", Coefficient = "diffusion_resistance_coefficient";

    public string Name => "interruptions";

    public string Title => "Interruptions";

    public string Caption => "Of each interruption of the current: resistance (ohmic and charge transfer together), and coefficient k of the diffusion resistance, over the voltage. "
        + "Grey: a flag says that an assumption did not hold. Bars: one standard uncertainty.";

    public double Slenderness => 0.95;

    public bool IsFor(FigureContent content) => content.Results(Resistance).Any() || content.Results(Coefficient).Any();

    public IReadOnlyList<Panel> Draw(FigureContent content)
    {
        var panels = new List<Panel>();
        Add(panels, content, Resistance, "R", "");
        Add(panels, content, Coefficient, "k", " s⁻⁰·⁵");
        return panels;
    }

    static void Add(List<Panel> panels, FigureContent content, string name, string symbol, string perTime)
    {
        var results = content.Results(name).ToList();
        if (results.Count == 0)
        {
            return;
        }
        var unit = ShownUnit.OfResistance(ShownUnit.Largest(results.Select(r => r.Result.Value.Value)));
        var panel = new Panel(content.VoltageLabel, $"{symbol} / {unit.Name}{perTime}") { IsDense = Panel.AreMany(results.Count) };
        ResultSeries.Draw(panel, content, results, r => r.Number("voltage"), unit.Factor, panels.Count == 0 ? null : _ => "");
        panels.Add(panel);
    }
}
