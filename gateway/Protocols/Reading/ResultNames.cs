using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>The results that a condition can look at, with what they are and the unit of their rows in SI.</summary>
static class ResultNames
{
    static readonly (string Name, Dimension Dimension, double RowUnit)[] Known =
    [
        ("coulombic_efficiency", Dimension.Ratio, 1),
        ("energy_efficiency", Dimension.Ratio, 1),
        ("capacity_retention", Dimension.Ratio, 1),
        ("charge_capacity", Dimension.Charge, 3600),
        ("discharge_capacity", Dimension.Charge, 3600),
        ("specific_charge_capacity", Dimension.SpecificCapacity, 3600),
        ("specific_discharge_capacity", Dimension.SpecificCapacity, 3600),
        ("charge_energy", Dimension.Energy, 3600),
        ("discharge_energy", Dimension.Energy, 3600),
        ("diffusion_coefficient", Dimension.Diffusivity, 1),
        ("step_resistance", Dimension.Resistance, 1),
        ("open_circuit_voltage", Dimension.Voltage, 1),
        ("total_polarization", Dimension.Voltage, 1),
    ];

    /// <summary>All names.</summary>
    internal static IEnumerable<string> All => Known.Select(k => k.Name);

    /// <summary>What a result is and the unit of its rows in SI; null where there is none of that name.</summary>
    internal static (Dimension Dimension, double RowUnit)? Find(string name)
    {
        var index = Array.FindIndex(Known, k => k.Name == name);
        return index < 0 ? null : (Known[index].Dimension, Known[index].RowUnit);
    }
}
