namespace CoinRig.Twin;

/// <summary>What the half cell includes. The default is the cell of the twin.</summary>
public sealed record HalfCellOptions
{
    /// <summary>Whether the surface has a double layer.</summary>
    public bool DoubleLayer { get; init; } = true;

    /// <summary>Whether the cell fades from cycle to cycle.</summary>
    public bool Ageing { get; init; } = true;

    /// <summary>Whether the lithium electrode has its own kinetics; its share is then taken out of the film resistance.</summary>
    public bool LithiumElectrode { get; init; }

    /// <summary>Temperature, degC.</summary>
    public double TemperatureCelsius { get; init; } = 25;

    /// <summary>Composition x of the fresh cell, uniform; discharged.</summary>
    public double StartComposition { get; init; } = 0.975;

    /// <summary>Shells of a particle; a multiple of four.</summary>
    public int Shells { get; init; } = 32;

    /// <summary>Thickness of the outermost shell over the radius.</summary>
    public double OutermostShell { get; init; } = 1e-3;
}
