namespace CoinRig.Coverage;

/// <summary>Does the reported 95 % interval of a titration hold the model's D as often as it says?</summary>
/// <param name="name">The shipped protocol.</param>
/// <param name="titration">The same without the chips.</param>
sealed class GittCampaign(string name, Titration titration) : ICampaign
{
    const string WholeRuns = "--whole-runs", SeriesShunt = "--series-shunt";

    public string Name => name;

    public string Summary =>
        $"D of {titration.PulseSeconds / 60:0} min pulses and {titration.RestSeconds / 3600:0} h rests on the half cells; {WholeRuns} through chips, drivers and recorder (slow), {SeriesShunt} so on the board without op-amps";

    public IReadOnlyList<string> Options => [WholeRuns, SeriesShunt];

    public void Run(int seeds, IReadOnlyList<string> options, TextWriter to)
    {
        var board = options.Contains(SeriesShunt) ? "waveshare-series-shunt" : "reference";
        var isWhole = options.Count > 0;
        to.WriteLine(isWhole
            ? $"Whole runs of {name} on the twin of '{board}': chips, drivers, control, recorder, analysis. Board errors and noise drawn; radius and mass are the stated ones."
            : $"Half-cell model without the chips, C/10, {titration.PulseSeconds / 60:0} min pulses, {titration.RestSeconds / 3600:0} h rests, 1 uV noise a reading, radius, mass and calibration drawn.");
        to.WriteLine("Bias, |error| and the short formula are with the true radius, intervals with the stated one.");
        to.WriteLine();
        foreach (var cell in new[] { "ncm523-lpo", "ncm523-pristine" })
        {
            TitrationTable.Write(to, cell, isWhole ? WholeRun.RunMany(board, cell, name, seeds) : TitrationCampaign.Run(cell, titration, seeds));
        }
    }
}
