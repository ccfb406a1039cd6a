using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Pitt;
using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Coverage;

/// <summary>Steps of the potential on a cell of constant D and slope with a resistance in series.</summary>
sealed class LinearPittCampaign : ICampaign
{
    const int Judged = 1;

    public string Name => "pitt-linear";

    public string Summary => "D and charge of steps of the potential, on a cell of constant D and slope";

    public int DefaultSeeds => 1000;

    public void Run(int seeds, IReadOnlyList<string> options, TextWriter to)
    {
        to.WriteLine(Tally.Heading);
        foreach (var tally in Judge(seeds))
        {
            to.WriteLine(tally);
        }
    }

    /// <summary>The rows of the table; one step a seed.</summary>
    internal static IReadOnlyList<Tally> Judge(int seeds)
    {
        Tally d = new("diffusion_coefficient_pitt"), alone = new("diffusion_coefficient_pitt without radius"), charge = new("step_charge");
        var channel = TitrationCampaign.Channel();
        var instrument = new Instrument { CurrentGainRelative = channel.Calibration.Currents[0].Gain.Relative };
        for (var seed = 1; seed <= seeds; seed++)
        {
            var cell = new LinearHold(new(channel, seed), seed);
            var trace = cell.Read();
            var found = PotentialSteps.Of(trace, SegmentSearch.Of(trace), ConstantFlux.Sphere);
            foreach (var result in PotentialSteps.Results([found[Judged]], LinearCell.Stated, instrument))
            {
                if (result.Name == "diffusion_coefficient_pitt")
                {
                    d.Add(result, cell.D);
                    alone.AddWithout(result, cell.D, cell.RadiusFactor, "geometry");
                }
                else if (result.Name == "step_charge")
                {
                    charge.Add(result, cell.Coulombs);
                }
            }
        }
        return [d, alone, charge];
    }
}
