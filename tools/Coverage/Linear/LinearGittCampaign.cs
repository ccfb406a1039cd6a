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

    /// <summary>D where the radius is known and nothing is allowed for the model: what noise, dEs, time zero and the correction for the neighbours do.</summary>
    internal const string Alone = "diffusion_coefficient without radius";

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
        string[] names = ["diffusion_coefficient", Alone, "delta_e_s", "delta_e_t", "total_polarization", "instant_overpotential", "diffusion_overpotential"];
        var tallies = names.ToDictionary(n => n, n => new Tally(n));
        var channel = TitrationCampaign.Channel();
        var instrument = new Instrument { VoltageGainRelative = channel.Calibration.VoltageGain.Relative };
        for (var seed = 1; seed <= seeds; seed++)
        {
            var (cell, truth, pulses) = new LinearTitration().Run(seed);
            var number = LinearTitration.Middle;
            foreach (var result in Gitt.Titration.Results([pulses[number]], LinearCell.Stated, instrument).Where(r => tallies.ContainsKey(r.Name)))
            {
                tallies[result.Name].Add(result, truth[number].Of(result.Name, cell.D));
                if (result.Name == "diffusion_coefficient")
                {
                    tallies[Alone].AddWithout(result, cell.D, cell.RadiusFactor, "geometry", "model");
                }
            }
        }
        return [.. tallies.Values];
    }
}
