namespace CoinRig.Electrochemistry.HalfCycles;

/// <summary>How half cycles are told apart where no step numbers say it.</summary>
public sealed record HalfCycleRules
{
    /// <summary>Currents up to this are none, A. Whatever it is, a thousandth of the largest current so far is none either.</summary>
    public double RestAmperes { get; init; }

    /// <summary>A reversal that was shorter than this, s, ...</summary>
    public double PulseSeconds { get; init; } = 60;

    /// <summary>... and passed less than this share of the charge is a pulse within the half cycle and does not end it.</summary>
    public double PulseShare { get; init; } = 0.025;
}
