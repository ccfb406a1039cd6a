using CoinRig.Cells;
using CoinRig.Documents;
using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Uncertainty;
using CoinRig.InstrumentFiles;

namespace CoinRig.Analysis;

/// <summary>What is known of the cell whose measurement is analysed: by its cell file, else by the head of the file. Null where nobody says it.</summary>
public sealed record SampleFacts
{
    /// <summary>Active mass, kg.</summary>
    public Estimate? MassKilograms { get; init; }

    /// <summary>Geometric area, m2.</summary>
    public Estimate? AreaSquareMetres { get; init; }

    /// <summary>Whether a cycle begins with the charge; null: the data say it.</summary>
    public bool? ChargeFirst { get; init; }

    /// <summary>Whether the cell was discharged at the start.</summary>
    public bool StartsDischarged { get; init; }

    /// <summary>Shape and diffusion length of the particles; null where nothing is known.</summary>
    public ParticleGeometry? Geometry { get; init; }

    /// <summary>By a cell file.</summary>
    public static SampleFacts Of(Cell cell) => new()
    {
        MassKilograms = Estimate(cell.ActiveMass),
        AreaSquareMetres = Estimate(cell.Area),
        ChargeFirst = cell.WorkingElectrode == WorkingElectrode.Positive,
        StartsDischarged = cell.StartsDischarged,
        Geometry = CellGeometry.Of(cell),
    };

    /// <summary>By the head of a foreign file, which states no uncertainties.</summary>
    public static SampleFacts Of(FileFacts facts) => new()
    {
        MassKilograms = facts.MassKilograms is { } mass ? new(mass, 0) : null,
        AreaSquareMetres = facts.AreaSquareMetres is { } area ? new(area, 0) : null,
    };

    static Estimate? Estimate(Amount? amount) => amount is { } known ? new(known.Value, known.Uncertainty) : null;
}
