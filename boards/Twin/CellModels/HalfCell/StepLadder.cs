namespace CoinRig.Twin;

/// <summary>
/// Lengths of sub-steps. Backward Euler misses h/(10 t) of the diffusion overpotential a time t after a change of current, so
/// steps begin short and grow with t; they are halves of 5 s, so that their factorisations serve again.
/// </summary>
static class StepLadder
{
    const double LongestSeconds = 5, FirstSeconds = LongestSeconds / 4096, ShareOfAge = 1.0 / 8;

    /// <summary>How far the mean composition may move in one step.</summary>
    const double LargestMove = 2e-3;

    /// <summary>A rest of a step that is shorter than this share is not worth one of its own.</summary>
    const double Leftover = 1e-9;

    /// <summary>Length of the next sub-step, s.</summary>
    /// <param name="remaining">What is left of the step, s.</param>
    /// <param name="age">Time since the current changed, s.</param>
    /// <param name="flux">Rate at which the mean composition moves, 1/s.</param>
    internal static double Next(double remaining, double age, double flux)
    {
        var allowed = Math.Min(LongestSeconds, Math.Max(FirstSeconds, age * ShareOfAge));
        var move = Math.Abs(flux);
        allowed = move * allowed > LargestMove ? Math.Max(FirstSeconds, LargestMove / move) : allowed;
        if (remaining <= allowed * (1 + Leftover))
        {
            return remaining;
        }
        return Math.ScaleB(LongestSeconds, Math.ILogB(allowed / LongestSeconds));
    }
}
