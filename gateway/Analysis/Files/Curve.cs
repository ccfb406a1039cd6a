namespace CoinRig.Analysis;

/// <summary>What is drawn over what; x and y are in SI units.</summary>
public enum CurveKind
{
    /// <summary>Voltage (V) over time (s), thinned so that no spike is lost.</summary>
    Voltage,

    /// <summary>Current (A) over time (s), thinned likewise.</summary>
    Current,

    /// <summary>Voltage (V) over the charge passed in its half cycle (C).</summary>
    HalfCycle,

    /// <summary>Current (A) of a sweep over potential (V).</summary>
    Sweep,

    /// <summary>dQ/dV (C/V) over voltage (V).</summary>
    DifferentialCapacity,

    /// <summary>dV/dQ (V/C) over charge (C).</summary>
    DifferentialVoltage,

    /// <summary>-Im Z (ohm) over Re Z (ohm).</summary>
    Nyquist,

    /// <summary>|Z| (ohm) over frequency (Hz).</summary>
    Modulus,

    /// <summary>Phase of Z (degree) over frequency (Hz).</summary>
    Phase,

    /// <summary>Real residual, relative to |Z|, over frequency (Hz).</summary>
    RealResidual,

    /// <summary>Imaginary residual, relative to |Z|, over frequency (Hz).</summary>
    ImaginaryResidual,

    /// <summary>Distribution of relaxation times: g (ohm) over tau (s).</summary>
    RelaxationTimes,

    /// <summary>Capacity (C) that a law of fade gives over the cycle; curves with the same label belong together.</summary>
    Fade,

    /// <summary>Lower end of the 95 % interval in which another measurement would lie, C over the cycle.</summary>
    FadeLower,

    /// <summary>Its upper end, C over the cycle.</summary>
    FadeUpper,
}

/// <summary>Whether a curve was measured or computed.</summary>
public enum CurveRole
{
    /// <summary>As measured.</summary>
    Measured,

    /// <summary>Of a fit.</summary>
    Fitted,

    /// <summary>Of the Kramers-Kronig test.</summary>
    Tested,
}

/// <summary>A curve of a figure.</summary>
/// <param name="Kind">What is drawn over what.</param>
/// <param name="Label">What tells it from the others of its kind: "cycle 3", "charge 2", "0.1 mV/s".</param>
/// <param name="X">Abscissa, SI.</param>
/// <param name="Y">Ordinate, SI; as many as <paramref name="X"/>.</param>
public sealed record Curve(CurveKind Kind, string Label, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Measured or computed.</summary>
    public CurveRole Role { get; init; }

    /// <summary>What orders and colours curves of a kind: the cycle, or the scan rate in V/s; NaN where nothing does.</summary>
    public double Order { get; init; } = double.NaN;
}
