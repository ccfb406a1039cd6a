using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Electrochemistry.Impedance.Fitting;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Impedance.Comparison;

/// <summary>Two spectra of one cell, such as of cycle 1 and cycle 100, in one circuit.</summary>
public static class SpectrumComparison
{
    /// <summary>The change of each parameter, in the circuit's order.</summary>
    /// <param name="before">Fit of the first spectrum.</param>
    /// <param name="after">Fit of the second.</param>
    /// <param name="instrument">What the instrument may be off by: gains are the same in both, so that a difference has them in proportion to itself and a ratio not at all.</param>
    /// <exception cref="ArgumentException">The fits are of different circuits, whose parameters do not mean the same.</exception>
    public static IReadOnlyList<ParameterChange> Of(FittedCircuit before, FittedCircuit after, Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(instrument);
        return before.Circuit.Text == after.Circuit.Text
            ? [.. before.Parameters.Zip(after.Parameters, (a, b) => Change(a, b, ImpedanceGain.Relative(a.Parameter, instrument)))]
            : throw new ArgumentException($"The first spectrum was fitted with '{before.Circuit}' and the second with '{after.Circuit}'; fit both with one circuit to compare them.", nameof(after));
    }

    /// <summary>The changes as results, <c>impedance_r1_change</c> and so on.</summary>
    public static IReadOnlyList<Result> Results(FittedCircuit before, FittedCircuit after, Instrument instrument) => [.. Of(before, after, instrument).Select((change, i) =>
        new Result($"{ParameterNames.Of(change.Name)}_change", change.Difference, change.Unit)
        {
            Flags = [.. FitFlags.Of(before, before.Parameters[i]).Concat(FitFlags.Of(after, after.Parameters[i])).Distinct()],
            Details =
            [
                new("parameter", change.Name), new("circuit", before.Circuit.Text), new("before", change.Before.Value), new("before_uncertainty", change.Before.Uncertainty),
                new("after", change.After.Value), new("after_uncertainty", change.After.Uncertainty), new("ratio", change.Ratio.Value), new("ratio_uncertainty", change.Ratio.Uncertainty),
                new("half_95", change.Half95), new("is_significant", change.IsSignificant ? 1.0 : 0.0),
            ],
            Budget =
            [
                new("fit_before", change.Before.Uncertainty), new("fit_after", change.After.Uncertainty),
                new("gain", Math.Abs(change.Difference.Value) * ImpedanceGain.Relative(before.Parameters[i].Parameter, instrument)),
            ],
        })];

    static ParameterChange Change(FittedParameter before, FittedParameter after, double gain)
    {
        var (a, b) = (before.Value, after.Value);
        var difference = b.Value - a.Value;
        var ratio = b.Value / a.Value;
        return new(before.Name, before.Parameter.Unit, a, b, new(difference, Combine.Quadrature(a.Uncertainty, b.Uncertainty, gain * difference)),
            new(ratio, ratio * Combine.Quadrature(a.Relative, b.Relative)));
    }
}
