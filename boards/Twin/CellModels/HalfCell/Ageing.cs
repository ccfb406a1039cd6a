namespace CoinRig.Twin;

/// <summary>
/// How the half cell fades with the number n of discharges behind it (electrochemistry.md 1.2): capacity q (1 - alpha n),
/// film resistance ASR (1 + beta n), exchange current k/(1 + kappa n).
/// </summary>
/// <param name="CapacityLoss">alpha, loss of capacity a cycle, 1.</param>
/// <param name="ResistanceGrowth">beta, growth of the film resistance a cycle, 1.</param>
/// <param name="KineticsLoss">kappa, slowing of the charge transfer a cycle, 1.</param>
public sealed record Ageing(double CapacityLoss, double ResistanceGrowth, double KineticsLoss)
{
    /// <summary>A cell with less than this share of its capacity is dead; the model keeps it there.</summary>
    const double LeastCapacityShare = 0.01;

    /// <summary>What is left of the capacity after n discharges, 1.</summary>
    public double CapacityShare(int discharges) => Math.Max(1 - CapacityLoss * discharges, LeastCapacityShare);

    /// <summary>Film resistance over that of the fresh cell, 1.</summary>
    public double ResistanceFactor(int discharges) => 1 + ResistanceGrowth * discharges;

    /// <summary>Exchange current over that of the fresh cell, 1.</summary>
    public double KineticsFactor(int discharges) => 1 / (1 + KineticsLoss * discharges);
}
