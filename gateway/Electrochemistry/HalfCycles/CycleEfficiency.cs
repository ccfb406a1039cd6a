using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.HalfCycles;

/// <summary>Ratios of two half cycles. What both were measured with cancels only as far as it did not change between them.</summary>
public static class CycleEfficiency
{
    /// <summary>Charge of the second over that of the first: discharge over charge where charge comes first (positive electrode), else the inverse.</summary>
    /// <param name="first">The half cycle that fills the electrode under study.</param>
    /// <param name="second">The one that empties it again.</param>
    /// <param name="gainRelative">
    /// Relative uncertainty of the current's gain of each that the other does not share: its drift where both used the same range, else all of it.
    /// </param>
    /// <param name="offsetAmperes">Uncertainty of the current's offset, which adds to one and takes from the other, A.</param>
    public static Estimate Coulombic(HalfCycle first, HalfCycle second, double gainRelative, double offsetAmperes) =>
        new(second.Coulombs / first.Coulombs, CoulombicBudget(first, second, gainRelative, offsetAmperes, 0, 0).Total());

    /// <summary>The budget of <see cref="Coulombic"/>, with the noise of current readings of each, A.</summary>
    internal static BudgetTerm[] CoulombicBudget(HalfCycle first, HalfCycle second, double gainRelative, double offsetAmperes, double firstNoise, double secondNoise) =>
        RatioBudget(first, second, gainRelative, offsetAmperes * (first.Seconds / first.Coulombs + second.Seconds / second.Coulombs), firstNoise, secondNoise);

    /// <summary>Charge of a half cycle over that of an earlier one the same way.</summary>
    /// <param name="reference">The earlier one.</param>
    /// <param name="later">The later one.</param>
    /// <param name="gainRelative">Relative uncertainty of the current's gain of each that the other does not share, as for an efficiency.</param>
    /// <param name="offsetAmperes">
    /// Uncertainty of the current's offset, A. Equal offsets would cancel, but between half cycles that are weeks apart nobody has measured that they stayed equal.
    /// </param>
    public static Estimate Retention(HalfCycle reference, HalfCycle later, double gainRelative, double offsetAmperes) =>
        new(later.Coulombs / reference.Coulombs, RetentionBudget(reference, later, gainRelative, offsetAmperes, 0, 0).Total());

    /// <summary>The budget of <see cref="Retention"/>, with the noise of current readings of each, A.</summary>
    internal static BudgetTerm[] RetentionBudget(HalfCycle reference, HalfCycle later, double gainRelative, double offsetAmperes, double referenceNoise, double laterNoise) =>
        RatioBudget(reference, later, gainRelative,
            Combine.Quadrature(offsetAmperes * reference.Seconds / reference.Coulombs, offsetAmperes * later.Seconds / later.Coulombs), referenceNoise, laterNoise);

    static BudgetTerm[] RatioBudget(HalfCycle below, HalfCycle above, double gainRelative, double offsetRelative, double noiseBelow, double noiseAbove)
    {
        var ratio = above.Coulombs / below.Coulombs;
        return
        [
            new("noise", ratio * Combine.Quadrature(below.NoiseCoulombs(noiseBelow) / below.Coulombs, above.NoiseCoulombs(noiseAbove) / above.Coulombs)),
            new("current_gain_drift", ratio * Math.Sqrt(2) * gainRelative),
            new("current_offset", ratio * offsetRelative),
            new("end", ratio * Combine.Quadrature(EndRelative(below), EndRelative(above))),
            new("sampling", ratio * Combine.Quadrature(below.SamplingUncertaintyCoulombs / below.Coulombs, above.SamplingUncertaintyCoulombs / above.Coulombs)),
        ];
    }

    static double EndRelative(HalfCycle half) => half.EndUncertaintyCoulombs / half.Coulombs;

    /// <summary>Energy got back over energy put in (discharge over charge) of the two.</summary>
    /// <param name="charge">The charge.</param>
    /// <param name="discharge">The discharge.</param>
    /// <param name="coulombicRelative">Relative uncertainty of the coulombic efficiency.</param>
    /// <param name="offsetVolts">Uncertainty of the voltage's offset, V.</param>
    public static Estimate Energy(HalfCycle charge, HalfCycle discharge, double coulombicRelative, double offsetVolts)
    {
        var efficiency = discharge.Joules / charge.Joules;
        return new(efficiency, efficiency * Combine.Quadrature(coulombicRelative, EnergyOffsetRelative(charge, discharge, offsetVolts)));
    }

    /// <summary>What the voltage's offset costs an energy efficiency, relative: it is the same at both mean voltages.</summary>
    internal static double EnergyOffsetRelative(HalfCycle charge, HalfCycle discharge, double offsetVolts) =>
        offsetVolts * Math.Abs(1 / discharge.AverageVolts - 1 / charge.AverageVolts);

    /// <summary>By how much a constant offset of the current changes a coulombic efficiency, relative: (1 - d/I)/(1 + d/I) - 1.</summary>
    public static double OffsetError(double offsetAmperes, double currentAmperes) =>
        (1 - offsetAmperes / currentAmperes) / (1 + offsetAmperes / currentAmperes) - 1;
}
