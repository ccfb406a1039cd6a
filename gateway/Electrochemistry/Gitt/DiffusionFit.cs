namespace CoinRig.Electrochemistry.Gitt;

/// <summary>A fit of the exact constant-flux solution to a pulse or to the rest after it. It needs no geometry.</summary>
/// <param name="RatePerSecond">D/R^2, 1/s.</param>
/// <param name="Theta">D tau/R^2 with the pulse's duration tau.</param>
/// <param name="RelativeUncertainty">Relative standard uncertainty of the rate from the residuals (noise and misfit), their correlation included.</param>
/// <param name="StepSensitivity">d ln(rate)/d ln(dEs): 2 for short pulses, 3 and more for long ones.</param>
/// <param name="OffsetVolts">The free constant: the voltage before the pulse (of the rest: after it) with everything that is instant, V.</param>
/// <param name="EndVolts">The smoothed voltage at the end of the fitted series, V.</param>
/// <param name="ResidualVolts">Root mean square of the residuals of the blocks, V.</param>
/// <param name="EndUncertaintyVolts">Standard uncertainty of <paramref name="EndVolts"/> from the residuals, V.</param>
/// <param name="ReadingVolts">Standard deviation of a reading, noise and misfit, from the residuals, V.</param>
/// <param name="Blocks">Blocks fitted.</param>
public sealed record DiffusionFit(double RatePerSecond, double Theta, double RelativeUncertainty, double StepSensitivity, double OffsetVolts,
    double EndVolts, double ResidualVolts, double EndUncertaintyVolts, double ReadingVolts, int Blocks);
