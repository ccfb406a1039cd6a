using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>What one pulse says by itself, before its neighbours are looked at.</summary>
public sealed record PulseEstimate
{
    /// <summary>What was measured.</summary>
    public required PulseObservation Observation { get; init; }

    /// <summary>dEs: the step of the equilibrium voltage, V.</summary>
    public required Estimate EquilibriumStep { get; init; }

    /// <summary>Fit of the pulse; null where it is not determined.</summary>
    public required DiffusionFit? PulseFit { get; init; }

    /// <summary>Fit of the rest; null where it is not determined.</summary>
    public required DiffusionFit? RelaxationFit { get; init; }

    /// <summary>The polarization at the end of the pulse, split.</summary>
    public OverpotentialSplit Split => OverpotentialSplit.Of(this, PulseFit);

    /// <summary>Evaluates a pulse.</summary>
    public static PulseEstimate Of(PulseObservation pulse)
    {
        var step = Equilibrium.Step(pulse.Before, pulse.After);
        var rest = pulse.Rest.Where(b => b.Seconds >= Gitt.PulseFit.FirstSeconds && b.Seconds <= Gitt.RelaxationFit.LastPulseDurations * pulse.PulseSeconds).ToArray();
        return new()
        {
            Observation = pulse,
            EquilibriumStep = step,
            PulseFit = Gitt.PulseFit.Fit(pulse.Shape, Fitted(pulse), step.Value, pulse.PulseSeconds),
            RelaxationFit = Gitt.RelaxationFit.Fit(pulse.Shape, rest, step.Value, pulse.PulseSeconds),
        };
    }

    /// <summary>
    /// The blocks of the pulse that are fitted, without what of the rest before the pulse still goes on under it.
    /// </summary>
    internal static Block[] Fitted(PulseObservation pulse)
    {
        return [.. pulse.Pulse.Where(b => b.Seconds >= Gitt.PulseFit.FirstSeconds && b.Seconds <= pulse.PulseSeconds)
            .Select(b => b with { Value = b.Value - pulse.Before.GoesOn(b.Seconds) })];
    }
}
