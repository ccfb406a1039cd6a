namespace CoinRig.Twin;

/// <summary>
/// From the Faradaic current density to the potential across the particles' surface: composition at the surface, its
/// open-circuit potential, and Butler-Volmer with equal transfer coefficients (electrochemistry.md 1.2, 1.3).
/// </summary>
sealed class SurfaceReaction(double surfaceGapPerDimension)
{
    /// <summary>Composition is kept this far from 0 and 1 in the exchange current.</summary>
    const double CompositionFloor = 1e-9;

    /// <summary>With a slope of ln D below this, D is constant within rounding.</summary>
    const double ConstantDiffusivity = 1e-9;

    /// <summary>Flux for a current density: active area over capacity, m2/C.</summary>
    internal double FluxPerCurrentDensity { get; set; }

    /// <summary>2 k, A/m2.</summary>
    internal double TwiceExchange { get; set; }

    /// <summary>2 Rg T/F, V.</summary>
    internal double TwiceThermalVolts { get; set; }

    /// <summary>dU, V.</summary>
    internal double ShiftVolts { get; set; }

    /// <summary>D/R^2 at x = 0.5, 1/s.</summary>
    internal double Rate { get; set; }

    /// <summary>-d ln D/dx.</summary>
    internal double LogSlope { get; set; }

    /// <summary>The potential at a current density; false where the surface cannot supply the current.</summary>
    /// <param name="outer">Composition of the outermost shell without flux.</param>
    /// <param name="outerPerFlux">Its change with the flux, s.</param>
    /// <param name="density">Faradaic current density, A/m2.</param>
    /// <param name="volts">The potential, V.</param>
    /// <param name="slope">Its derivative by the current density, ohm m2.</param>
    internal bool TryVolts(double outer, double outerPerFlux, double density, out double volts, out double slope)
    {
        if (!TrySurface(outer, outerPerFlux, density * FluxPerCurrentDensity, out var surface, out var surfacePerFlux))
        {
            (volts, slope) = (double.NegativeInfinity, double.NaN);
            return false;
        }
        var surfacePerDensity = surfacePerFlux * FluxPerCurrentDensity;
        var equilibrium = Ncm523Potential.Volts(surface, out var equilibriumSlope);
        var x = Math.Clamp(surface, CompositionFloor, 1 - CompositionFloor);
        var twiceExchange = TwiceExchange * 2 * Math.Sqrt(x * (1 - x));
        var logExchangeSlope = x == surface ? (0.5 - x) / (x * (1 - x)) : 0;
        var ratio = density / twiceExchange;
        var root = Math.Sqrt(1 + ratio * ratio);
        var overpotential = TwiceThermalVolts * Math.Log(Math.Abs(ratio) + root);
        volts = equilibrium + ShiftVolts + (density < 0 ? -overpotential : overpotential);
        slope = equilibriumSlope * surfacePerDensity
            + TwiceThermalVolts / root * (1 / twiceExchange - ratio * logExchangeSlope * surfacePerDensity);
        return true;
    }

    /// <summary>
    /// Composition at the surface: through the outer half of the outermost shell the flux is constant, and D dx is integrated
    /// exactly (Kirchhoff's transformation). False beyond the limiting current.
    /// </summary>
    internal bool TrySurface(double outer, double outerPerFlux, double flux, out double surface, out double surfacePerFlux)
    {
        var middle = outer + outerPerFlux * flux;
        var gradient = surfaceGapPerDimension / (Rate * Math.Exp(-LogSlope * (middle - 0.5)));
        if (Math.Abs(LogSlope) < ConstantDiffusivity)
        {
            surfacePerFlux = outerPerFlux - gradient;
            surface = middle - flux * gradient;
            return true;
        }
        var z = 1 + LogSlope * flux * gradient;
        if (!(z > 0) || !double.IsFinite(z))
        {
            (surface, surfacePerFlux) = (double.NaN, double.NaN);
            return false;
        }
        surface = middle - Math.Log(z) / LogSlope;
        surfacePerFlux = outerPerFlux - gradient * (1 + flux * LogSlope * outerPerFlux) / z;
        return true;
    }
}
