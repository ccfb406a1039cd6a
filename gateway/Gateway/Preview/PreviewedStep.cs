namespace CoinRig.Gateway;

/// <summary>What a step did, each time that it ran.</summary>
/// <param name="Number">Its number in the protocol, from 1.</param>
/// <param name="Technique">Its technique.</param>
/// <param name="Text">It in the words of the file.</param>
/// <param name="Cycle">The cycle, from 1.</param>
/// <param name="StartSeconds">When it began, s.</param>
/// <param name="DurationSeconds">How long it took, s.</param>
/// <param name="ChargeAmpereHours">Net charge into the cell, Ah; a discharge is negative.</param>
/// <param name="EndVolts">The last voltage, V.</param>
/// <param name="EndAmperes">The last current, A.</param>
/// <param name="Ended">What ended it, in words.</param>
public sealed record PreviewedStep(int Number, string Technique, string Text, int Cycle, double StartSeconds, double DurationSeconds, double ChargeAmpereHours,
    double EndVolts, double EndAmperes, string Ended);
