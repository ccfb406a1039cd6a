using CoinRig.Documents;

namespace CoinRig.Cells;

/// <summary>The electrode that the protocol's words charge and discharge refer to; it decides how an efficiency is formed.</summary>
public enum WorkingElectrode
{
    /// <summary>The positive one: charge takes lithium out of it, and efficiency is discharge over charge.</summary>
    Positive,

    /// <summary>The negative one: efficiency is the inverse.</summary>
    Negative,
}

/// <summary>The shape of the active particles, which decides the exact diffusion solution.</summary>
public enum ParticleShape
{
    /// <summary>A sphere of the stated radius.</summary>
    Sphere,

    /// <summary>A slab, fed from both faces; the stated radius is half its thickness.</summary>
    Slab,
}

/// <summary>
/// The coin cell under test, as its file states it. Everything is in SI; an uncertainty is one standard deviation.
/// </summary>
public sealed record Cell
{
    /// <summary>The cell's name; also the stem of the names of its run files.</summary>
    public required string Name { get; init; }

    /// <summary>What the cell is, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>The text of the cell file, which goes into the run file.</summary>
    public required string SourceText { get; init; }

    /// <summary>Which electrode is under study.</summary>
    public required WorkingElectrode WorkingElectrode { get; init; }

    /// <summary>Whether the file declares the state of the fresh cell (<c>start: discharged</c>), so that the first half cycle is a full one.</summary>
    public required bool StartsDischarged { get; init; }

    /// <summary>Whether this is <c>chemistry: dummy</c>: a resistor or a dummy cell, which may read any voltage before connecting and is limited to 1 mA.</summary>
    public required bool IsDummy { get; init; }

    /// <summary>Active mass in kg; null where the file states none (specific values are then not computed).</summary>
    public required Amount? ActiveMass { get; init; }

    /// <summary>Geometric electrode area in m2; null where not stated.</summary>
    public required Amount? Area { get; init; }

    /// <summary>Nominal specific capacity in C/kg, which defines 1C; NaN where not stated.</summary>
    public required double NominalSpecificCapacity { get; init; }

    /// <summary>Molar mass of the host in kg/mol; null where not stated.</summary>
    public required Amount? MolarMass { get; init; }

    /// <summary>Molar volume of the host in m3/mol; null where not stated.</summary>
    public required Amount? MolarVolume { get; init; }

    /// <summary>Particle shape; null where not stated.</summary>
    public required ParticleShape? Shape { get; init; }

    /// <summary>Particle radius (or half thickness) in m; null where not stated.</summary>
    public required Amount? Radius { get; init; }

    /// <summary>Lowest voltage that the cell may ever see, V.</summary>
    public required double LowestVoltage { get; init; }

    /// <summary>Highest voltage that the cell may ever see, V.</summary>
    public required double HighestVoltage { get; init; }

    /// <summary>Largest current that the cell may ever see, either way, A.</summary>
    public required double LargestCurrent { get; init; }

    /// <summary>What stands in for the cell when there is none.</summary>
    public required TwinModel Twin { get; init; }

    /// <summary>Whether the file says what stands in for the cell; else <see cref="Twin"/> is any that works, and tells nothing about this cell.</summary>
    public bool StatesTwin { get; init; }

    /// <summary>The current of 1C in A: nominal specific capacity times active mass per hour; NaN where the file states no mass or capacity.</summary>
    public double OneCAmperes => ActiveMass is { } mass ? NominalSpecificCapacity * mass.Value / 3600 : double.NaN;
}
