namespace CoinRig.Twin;

/// <summary>Newton's method for the one equation of a step, kept inside a bracket.</summary>
static class StepSolver
{
    /// <summary>
    /// A last step that moves the potential by less than this is taken without looking again: the curvature left out is some
    /// nanovolts (half its square over 2 Rg T/F).
    /// </summary>
    const double NegligibleVolts = 3e-5;

    /// <summary>More than bisection needs from any start.</summary>
    const int MostSteps = 120;

    /// <summary>Solves.</summary>
    /// <param name="reaction">The surface.</param>
    /// <param name="outer">Composition of the outermost shell without flux.</param>
    /// <param name="outerPerFlux">Its change with the flux, s.</param>
    /// <param name="equation">The equation.</param>
    /// <param name="density">In: a guess; out: the Faradaic current density, A/m2.</param>
    /// <returns>The surface potential, V; far beyond any rail where the current cannot be supplied.</returns>
    internal static double Solve(SurfaceReaction reaction, double outer, double outerPerFlux, in StepEquation equation, ref double density)
    {
        double low = double.NegativeInfinity, high = double.PositiveInfinity, volts = 0;
        for (var i = 0; i < MostSteps; i++)
        {
            if (!reaction.TryVolts(outer, outerPerFlux, density, out volts, out var slope))
            {
                // Only a discharge has a limiting current here, so a smaller one will do.
                low = density;
                density = Between(low, high);
                continue;
            }
            var residual = equation.Residual(density, volts, slope, out var derivative);
            if (residual < 0)
            {
                low = density;
            }
            else
            {
                high = density;
            }
            var step = -residual / derivative;
            if (derivative > 0 && Math.Abs(step * slope) < NegligibleVolts)
            {
                density += step;
                return volts + step * slope;
            }
            var next = density + step;
            density = derivative > 0 && next > low && next < high ? next : Between(low, high);
        }
        return volts;
    }

    /// <summary>The middle of the bracket; where it is open on one side, twice as far out.</summary>
    static double Between(double low, double high) => (double.IsFinite(low), double.IsFinite(high)) switch
    {
        (true, true) => (low + high) / 2,
        (true, false) => low < 0 ? low / 2 + 1e-9 : 2 * low + 1,
        _ => high > 0 ? high / 2 - 1e-9 : 2 * high - 1,
    };
}
