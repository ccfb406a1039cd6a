namespace CoinRig.Gateway;

/// <summary>Looks at a board without a cell.</summary>
static class BoardDoctor
{
    /// <summary>Opens the board, looks at its bus, and at every channel.</summary>
    internal static Diagnosis Run(Func<IRig> open) => Diagnosis.OfChannels(open, (probe, measured) => new HolderCheck(probe, measured).Run());
}
