using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>The main peak of a branch at one scan rate; the mean where it was passed several times.</summary>
/// <param name="RateVoltsPerSecond">Scan rate, V/s.</param>
/// <param name="Potential">Of the peak, V.</param>
/// <param name="Current">Its current (or height), with its sign, A.</param>
/// <param name="HalfPeakWidth">V; null where the flank does not begin low enough.</param>
/// <param name="ChargeToPeak">From the beginning of the sweep to the peak, C; null without time.</param>
/// <param name="Sweeps">How many sweeps are in it.</param>
public sealed record RatePoint(double RateVoltsPerSecond, Estimate Potential, Estimate Current, Estimate? HalfPeakWidth, double? ChargeToPeak, int Sweeps);
