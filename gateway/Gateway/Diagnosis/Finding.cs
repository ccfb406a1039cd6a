namespace CoinRig.Gateway;

/// <summary>Something that is wrong with a rig.</summary>
/// <param name="Channel">The channel, from 1; 0 for the whole board or its computer.</param>
/// <param name="Code">What, in kebab-case: "relay-stuck". <see cref="Cures"/> has them all.</param>
/// <param name="Found">What was measured.</param>
sealed record Finding(int Channel, string Code, string Found)
{
    /// <summary>What to do, in a line.</summary>
    public string Cure => Cures.Of(Code);

    /// <summary>All of it, for a line on a screen.</summary>
    public string Message => $"{(Channel > 0 ? $"Channel {Channel}: " : "")}{Found} {Cure}";
}
