namespace CoinRig.Electrochemistry.Gitt;

/// <summary>A pulse of a titration and where it is.</summary>
/// <param name="Result">What it tells, its neighbours looked at.</param>
/// <param name="StartSeconds">When it began, s.</param>
/// <param name="RestSeconds">How long the rest after it was, s.</param>
/// <param name="MiddleCoulombs">Net charge since the measurement began at its middle, C.</param>
/// <param name="StateOfCharge">The same from 0 at the least to 1 at the largest charge of the measurement.</param>
public sealed record TitrationPulse(PulseResult Result, double StartSeconds, double RestSeconds, double MiddleCoulombs, double StateOfCharge);
