using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Ici;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Coverage;

/// <summary>Interruptions of a constant current on a cell of constant D and slope.</summary>
sealed class LinearIciCampaign : ICampaign
{
    const int Count = 24, Judged = 18;
    const double OnSeconds = 300, OffSeconds = 10, Amperes = 60e-6;

    public string Name => "ici-linear";

    public string Summary => "R0 and D of interruptions, on a cell of constant D and slope";

    public int DefaultSeeds => 1000;

    public void Run(int seeds, IReadOnlyList<string> options, TextWriter to)
    {
        to.WriteLine(Tally.Heading);
        foreach (var tally in Judge(seeds))
        {
            to.WriteLine(tally);
        }
    }

    /// <summary>The rows of the table; one interruption a seed.</summary>
    internal static IReadOnlyList<Tally> Judge(int seeds)
    {
        Tally d = new("diffusion_coefficient_ici"), alone = new("diffusion_coefficient_ici without radius"), ohms = new("interruption_resistance");
        var channel = TitrationCampaign.Channel();
        var instrument = new Instrument
        {
            VoltageGainRelative = channel.Calibration.VoltageGain.Relative, CurrentGainRelative = channel.Calibration.Currents[0].Gain.Relative,
            CurrentOffsetAmperes = channel.Calibration.Currents[0].OffsetAmperes.Uncertainty,
        };
        for (var seed = 1; seed <= seeds; seed++)
        {
            var cell = new LinearCell(new(channel, seed), seed);
            cell.Drive(0, 600, Times(600, 10));
            for (var i = 0; i < Count; i++)
            {
                cell.Drive(Amperes, OnSeconds, Times(OnSeconds, 5));
                cell.Drive(0, OffSeconds, Times(OffSeconds, 0.1));
            }
            var trace = new Trace([.. cell.Rows.Select(r => r.Seconds)], [.. cell.Rows.Select(r => r.Volts)], [.. cell.Rows.Select(r => r.Amperes)]);
            var found = Interruptions.Of(trace, SegmentSearch.Of(trace), ConstantFlux.Sphere);
            foreach (var result in Interruptions.Results([found[Judged]], LinearCell.Stated, instrument))
            {
                if (result.Name == "diffusion_coefficient_ici")
                {
                    d.Add(result, cell.D);
                    alone.AddWithout(result, cell.D, cell.RadiusFactor, "geometry");
                }
                else if (result.Name == "interruption_resistance")
                {
                    ohms.Add(result, cell.Ohms);
                }
            }
        }
        return [d, alone, ohms];
    }

    static IEnumerable<double> Times(double duration, double interval) => Enumerable.Range(1, (int)Math.Round(duration / interval)).Select(i => i * interval);
}
