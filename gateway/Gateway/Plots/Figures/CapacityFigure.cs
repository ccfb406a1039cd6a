using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary>Capacity of the half cycles over the cycle, and above it the coulombic efficiency.</summary>
sealed class CapacityFigure : IFigure
{
    const double Percent = 100;

    public string Name => "capacity";

    public string Title => "Capacity";

    public string Caption => "Capacity of the half cycles, and coulombic efficiency, over the cycle. Open: incomplete half cycles and the first cycle, which averages leave out. "
        + "Bars: one standard uncertainty.";

    public double Slenderness => 0.85;

    public bool IsFor(FigureContent content) => content.Results("charge_capacity").Concat(content.Results("discharge_capacity")).Any(HasCycle);

    public IReadOnlyList<Panel> Draw(FigureContent content)
    {
        var prefix = content.Files.All(f => f.Results.Any(r => r.Name is "specific_charge_capacity" or "specific_discharge_capacity")) ? "specific_" : "";
        var capacities = new[] { "charge", "discharge" }.SelectMany(b => content.Results($"{prefix}{b}_capacity").Where(HasCycle)
            .Select(r => (r.File, Result: r.Result with { Details = [.. r.Result.Details.Where(d => d.Key != "branch"), new("branch", b)] }))).ToList();
        var unit = prefix.Length > 0 ? new(1, "mAh g⁻¹") : ShownUnit.OfCharge(3600 * ShownUnit.Largest(capacities.Select(r => r.Result.Value.Value)));
        var capacity = new Panel("cycle", $"Q / {unit.Name}", AxisScale.Whole) { ShowsZero = true, Share = 0.64, IsDense = Panel.AreMany(capacities.Count / 2) };
        ResultSeries.Draw(capacity, content, capacities, Cycle, prefix.Length > 0 ? 1 : 3600 * unit.Factor);
        var efficiencies = content.Results("coulombic_efficiency").Where(HasCycle).ToList();
        if (efficiencies.Count == 0)
        {
            return [capacity];
        }
        var efficiency = new Panel("cycle", "CE / %", AxisScale.Whole) { Share = 0.36, IsDense = Panel.AreMany(efficiencies.Count) };
        efficiency.Level(Percent);
        ResultSeries.Draw(efficiency, content, efficiencies, Cycle, Percent, _ => "");
        return [efficiency, capacity];
    }

    static bool HasCycle((AnalyzedFile File, Result Result) r) => Panel.CanBeDrawn(Cycle(r.Result));

    static double Cycle(Result result) => result.Number("cycle");
}
