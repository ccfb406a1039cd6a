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
        new LinearPittCampaign(),
        new FlagsCampaign(),
        new ImpedanceCampaign(),
        new HalfCycleCampaign(),
        new StepResistanceCampaign(),
        new DifferentialPeakCampaign(),
        new FadeCampaign(),
        new SweepCampaign(),
    ];
}
