namespace CoinRig.Electrochemistry.Gitt;

/// <summary>What a step of a titration is.</summary>
public enum TitrationStep
{
    /// <summary>No current.</summary>
    Rest,

    /// <summary>A pulse whose diffusion is evaluated.</summary>
    Pulse,

    /// <summary>Anything else: what comes after it does not start from equilibrium.</summary>
    Other,
}
