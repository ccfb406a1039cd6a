namespace CoinRig.Twin;

/// <summary>
/// The eliminated tridiagonal matrix of one backward-Euler step of a certain length. It is kept as long as the diffusivities
/// it was made with are good enough, because most steps have one of a few lengths.
/// </summary>
sealed class KeptFactorisation(int shells)
{
    /// <summary>Reciprocal pivots, s.</summary>
    internal double[] Inverse { get; } = new double[shells + 2];

    /// <summary>What a shell takes over from the one inside in forward elimination.</summary>
    internal double[] Inwards { get; } = new double[shells + 2];

    /// <summary>What a shell takes over from the one outside in back-substitution.</summary>
    internal double[] Outwards { get; } = new double[shells + 2];

    internal double StepSeconds { get; set; } = double.NaN;

    /// <summary>Which set of diffusivities it was made with.</summary>
    internal long Generation { get; set; } = -1;

    /// <summary>When it was last used, in uses of any.</summary>
    internal long LastUse { get; set; }

    /// <summary>Eliminates. The pivot less the outer conductance is carried on, so that nothing is subtracted and charge is kept to rounding.</summary>
    internal void Make(double stepSeconds, long generation, ShellGrid grid, double[] conductances)
    {
        StepSeconds = stepSeconds;
        Generation = generation;
        var rest = 0.0;
        for (var s = 1; s <= grid.Shells; s++)
        {
            var inner = conductances[s - 1];
            rest = grid.Volumes[s] / stepSeconds + inner * rest * Inverse[s - 1];
            Inverse[s] = 1 / (rest + conductances[s]);
            Inwards[s] = inner * Inverse[s];
            Outwards[s] = conductances[s] * Inverse[s];
        }
    }
}
