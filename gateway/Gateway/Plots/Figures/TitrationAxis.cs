using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary>What the points of a titration are drawn over: the state of charge where it is known, else the charge, else the voltage.</summary>
/// <param name="Label">The axis's label.</param>
/// <param name="Place">The abscissa of a result; no number where it is not known.</param>
sealed record TitrationAxis(string Label, Func<Result, double> Place)
{
    /// <summary>The axis on which all results of a name have a place, or most of them.</summary>
    public static TitrationAxis Of(FigureContent content, string name)
    {
        var results = content.Results(name).Select(r => r.Result).ToList();
        if (results.Count > 0 && results.All(r => Panel.CanBeDrawn(r.Number("state_of_charge"))))
        {
            return new("state of charge / %", r => 100 * r.Number("state_of_charge"));
        }
        if (results.Count > 0 && results.All(r => Panel.CanBeDrawn(r.Number("charge"))))
        {
            var unit = ShownUnit.OfCharge(ShownUnit.Largest(results.Select(r => r.Number("charge"))));
            return new($"Q / {unit.Name}", r => unit.Factor * r.Number("charge"));
        }
        return new(content.VoltageLabel, r => r.Number("voltage"));
    }
}
