namespace CoinRig.Twin;

/// <summary>
/// The material of the half cell at 25 degC: NCM523 single crystals against lithium, fitted to the capacities, peaks and
/// retentions of Guo et al. (2022, Angew. Chem., e202211626); electrochemistry.md 1.2. Geometry is
/// <see cref="HalfCellGeometry"/>.
/// </summary>
public sealed record HalfCellParameters
{
    /// <summary>Diffusion coefficient at x = 0.5, m2/s.</summary>
    public required double DiffusionAtHalfSquareMetersPerSecond { get; init; }

    /// <summary>a in D(x) = D50 10^(-a (x - 0.5)), 1.</summary>
    public required double DiffusionDecadesPerComposition { get; init; }

    /// <summary>k, exchange current density at x = 0.5, A/m2 of particle surface.</summary>
    public required double ExchangeAmperesPerSquareMeter { get; init; }

    /// <summary>ASR: films, electrolyte and lithium side together, ohm m2 of geometric area.</summary>
    public required double FilmOhmSquareMeters { get; init; }

    /// <summary>Capacity between x = 0 and 1, C/kg.</summary>
    public required double SpecificCapacityCoulombsPerKilogram { get; init; }

    /// <summary>Added to the open-circuit potential of the literature, V.</summary>
    public required double PotentialShiftVolts { get; init; }

    /// <summary>How it fades.</summary>
    public required Ageing Ageing { get; init; }

    /// <summary>Density of the active material, kg/m3.</summary>
    public double DensityKilogramsPerCubicMeter { get; init; } = 4700;

    /// <summary>Double layer, F/m2 of particle surface (Xu et al. 2019, J. Electrochem. Soc. 166, A3456).</summary>
    public double DoubleLayerFaradsPerSquareMeter { get; init; } = 0.2;

    /// <summary>Activation energy of diffusion, J/mol (Mohtat et al. 2020; spread of the literature 20 to 80 kJ/mol).</summary>
    public double DiffusionActivationJoulesPerMole { get; init; } = 18_550;

    /// <summary>Activation energy of charge transfer, J/mol (Mohtat et al. 2020).</summary>
    public double ExchangeActivationJoulesPerMole { get; init; } = 39_570;

    /// <summary>Activation energy of the film conductance, J/mol (electrolyte of Mohtat et al. 2020).</summary>
    public double FilmActivationJoulesPerMole { get; init; } = 34_700;

    /// <summary>With 6 nm of Li3PO4: <c>ncm523-lpo</c>.</summary>
    public static HalfCellParameters Coated { get; } = new()
    {
        DiffusionAtHalfSquareMetersPerSecond = Math.Pow(10, -15.4177),
        DiffusionDecadesPerComposition = 2.801,
        ExchangeAmperesPerSquareMeter = Math.Pow(10, 1.2106),
        FilmOhmSquareMeters = 10.09e-4,
        SpecificCapacityCoulombsPerKilogram = 224.87 * 3600,
        PotentialShiftVolts = -0.0396,
        Ageing = new(0.0015846, 0.005, 0.003),
    };

    /// <summary>Without coating: <c>ncm523-pristine</c>.</summary>
    public static HalfCellParameters Pristine { get; } = new()
    {
        DiffusionAtHalfSquareMetersPerSecond = Math.Pow(10, -15.5565),
        DiffusionDecadesPerComposition = 0.8517,
        ExchangeAmperesPerSquareMeter = Math.Pow(10, 0.0753),
        FilmOhmSquareMeters = 122.68e-4,
        SpecificCapacityCoulombsPerKilogram = 169.61 * 3600,
        PotentialShiftVolts = 0.0328,
        Ageing = new(0.0027461, 0.010, 0.010),
    };

    /// <summary>The parameter set that a cell file names.</summary>
    /// <exception cref="ArgumentException">There is no set of that name.</exception>
    public static HalfCellParameters Named(string name) => name switch
    {
        "ncm523-lpo" => Coated,
        "ncm523-pristine" => Pristine,
        _ => throw new ArgumentException($"the twin has no half cell '{name}'; it has ncm523-lpo and ncm523-pristine", nameof(name)),
    };
}
