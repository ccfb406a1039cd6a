namespace CoinRig.Analysis;

/// <summary>What a table of measurements is of, and so which analysis reads it.</summary>
public enum Technique
{
    /// <summary>Half cycles at constant current, with or without holds: capacities, efficiencies, dQ/dV, fade.</summary>
    Cycling,

    /// <summary>Galvanostatic intermittent titration: pulses with long rests between.</summary>
    Gitt,

    /// <summary>Intermittent current interruption: constant current with short rests.</summary>
    Ici,

    /// <summary>Potentiostatic intermittent titration: small steps of a held voltage.</summary>
    Pitt,

    /// <summary>Sweeps of the voltage.</summary>
    CyclicVoltammetry,

    /// <summary>Steps of the current that are none of the above: resistances.</summary>
    Pulse,

    /// <summary>Impedance spectra.</summary>
    Eis,
}
