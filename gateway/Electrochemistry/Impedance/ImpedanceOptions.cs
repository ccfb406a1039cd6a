using CoinRig.Electrochemistry.Impedance.Diffusion;
using CoinRig.Electrochemistry.Impedance.Fitting;
using CoinRig.Electrochemistry.Impedance.KramersKronig;
using CoinRig.Electrochemistry.Impedance.RelaxationTimes;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Impedance;

/// <summary>How a spectrum is analysed.</summary>
public sealed record ImpedanceOptions
{
    /// <summary>Circuits among which the spectrum chooses; empty: the usual ones.</summary>
    public IReadOnlyList<string> Circuits { get; init; } = [];

    /// <summary>How they are fitted.</summary>
    public FitOptions Fit { get; init; } = new();

    /// <summary>How the spectrum is tested.</summary>
    public KramersKronigOptions KramersKronig { get; init; } = new();

    /// <summary>How the distribution of relaxation times is found.</summary>
    public RelaxationOptions Relaxation { get; init; } = new();

    /// <summary>What the instrument may be off by.</summary>
    public Instrument Instrument { get; init; } = Instrument.Unknown;

    /// <summary>The electrode, for a diffusion coefficient from the Warburg element; null where it is not known.</summary>
    public InsertionElectrode? Electrode { get; init; }
}
