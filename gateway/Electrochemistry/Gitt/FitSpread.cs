namespace CoinRig.Electrochemistry.Gitt;

/// <summary>What the residuals of a fit say.</summary>
/// <param name="Relative">Relative standard uncertainty of the rate.</param>
/// <param name="ResidualVolts">Root mean square of the residuals of the blocks, V.</param>
/// <param name="ReadingVolts">Standard deviation of a reading, V.</param>
/// <param name="Correlated">By how much the correlation of the residuals enlarges the uncertainty of what all blocks have in common.</param>
readonly record struct FitSpread(double Relative, double ResidualVolts, double ReadingVolts, double Correlated);
