namespace CoinRig.Coverage;

/// <summary>Is the right flag set where one thing is wrong, and none where nothing is?</summary>
sealed class FlagsCampaign : ICampaign
{
    public string Name => "flags";

    public string Summary => "titrations with one planted defect: how often the right flag is set, and on clean data any";

    public void Run(int seeds, IReadOnlyList<string> options, TextWriter to)
    {
        to.WriteLine("  planted                          flag                         set      on clean data");
        foreach (var defect in PlantedDefect.All)
        {
            var set = Share(defect, seeds);
            var clean = defect.Flag.Length == 0 ? "" : Share(defect with { Titration = new() }, seeds).ToString("P1");
            to.WriteLine($"  {defect.Name,-32} {(defect.Flag.Length == 0 ? "any invalid or biased" : defect.Flag),-26} {set,6:P1}   {clean,10}");
        }
    }

    /// <summary>Share of the seeds that carry the flag.</summary>
    internal static double Share(PlantedDefect defect, int seeds) => Enumerable.Range(1, seeds).Count(seed => defect.IsFlagged(seed)) / (double)seeds;
}
