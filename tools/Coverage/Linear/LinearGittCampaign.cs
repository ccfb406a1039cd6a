using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;
using Gitt = CoinRig.Electrochemistry.Gitt;

namespace CoinRig.Coverage;

/// <summary>Titrations where the model's assumptions hold: D and the slope of the equilibrium curve constant.</summary>
sealed class LinearGittCampaign : ICampaign
{
    public string Name => "gitt-linear";

    public string Summary => "D, dEs and overpotentials of titrations in files, on a cell of constant D and slope";

    public int DefaultSeeds => 1000;

    public void Run(int seeds, IReadOnlyList<string> options, TextWriter to)
    {
        to.WriteLine(Tally.Heading);
        foreach (var tally in Judge(seeds))
        {
            to.WriteLine(tally);
        }
    }

    /// <summary>The rows of the table; one pulse a seed, so that they do not depend on each other.</summary>
    internal static IReadOnlyList<Tally> Judge(int seeds)
    {
        string[] names = ["diffusion_coefficient", "delta_e_s", "total_polarization", "instant_overpotential"];
        var tallies = names.ToDictionary(n => n, n => new Tally(n));
        var channel = TitrationCampaign.Channel();
        var instrument = new Instrument { VoltageGainRelative = channel.Calibration.VoltageGain.Relative };
        for (var seed = 1; seed <= seeds; seed++)
        {
            var (cell, truth, pulses) = new LinearTitration().Run(seed);
            var number = LinearTitration.Middle;
            foreach (var result in Gitt.Titration.Results([pulses[number]], LinearCell.Stated, instrument).Where(r => tallies.ContainsKey(r.Name)))
            {
                var (step, polarization, instant) = truth[number];
                var expected = result.Name switch { "diffusion_coefficient" => cell.D, "delta_e_s" => step, "total_polarization" => polarization, _ => instant };
                tallies[result.Name].Add(result.Value.Value, result.Value.Uncertainty, expected, result.IsValid, result.Flags.Names());
            }
        }
        return [.. tallies.Values];
    }
}
