namespace CoinRig.Coverage;

/// <summary>The campaigns that there are.</summary>
static class Campaigns
{
    /// <summary>The first is the default.</summary>
    public static IReadOnlyList<ICampaign> All { get; } =
    [
        new GittCampaign("gitt-accurate", Titration.Accurate),
        new GittCampaign("gitt", Titration.PaperLike),
        new LinearGittCampaign(),
        new LinearIciCampaign(),
        new FlagsCampaign(),
        new ImpedanceCampaign(),
        new HalfCycleCampaign("capacity", "charge_capacity", "discharge_capacity", "specific_discharge_capacity"),
        new HalfCycleCampaign("energy", "charge_energy", "discharge_energy", "specific_discharge_energy"),
        new HalfCycleCampaign("average-voltage", "average_voltage"),
        new HalfCycleCampaign("efficiency", "coulombic_efficiency", "energy_efficiency"),
        new HalfCycleCampaign("retention", "capacity_retention"),
        new StepResistanceCampaign(),
        new DifferentialPeakCampaign(),
        new FadeCampaign(),
    ];
}
