using CoinRig.Electrochemistry.Resistance;
using CoinRig.Electrochemistry.Results;
using CoinRig.Twin;

namespace CoinRig.Coverage;

/// <summary>Do the intervals of step resistances hold what the step alone did, while the cell still relaxes from before?</summary>
sealed class StepResistanceCampaign : ICampaign
{
    static readonly double[] AtSeconds = [1, 10];

    public string Name => "step-resistance";

    public string Summary => "resistance 1 s and 10 s after a step of C/5 to C, 5 to 60 min after the last current, both half cells";

    public int DefaultSeeds => 1000;

    public void Run(int seeds, IReadOnlyList<string> options, TextWriter to)
    {
        to.WriteLine($"{seeds} seeds a cell; the truth is the difference to a cell that goes on resting; rows of 0.1 s, 10 uV noise, gains drawn.");
        to.WriteLine(Tally.Heading);
        foreach (var tally in Tallies(seeds))
        {
            to.WriteLine(tally);
        }
    }

    /// <summary>The counts of each cell and time.</summary>
    public static IReadOnlyList<Tally> Tallies(int seeds)
    {
        var tallies = new List<Tally>();
        foreach (var cell in new[] { "ncm523-lpo", "ncm523-pristine" })
        {
            var each = AtSeconds.Select(at => new Tally($"step_resistance at {at} s, {cell["ncm523-".Length..]}")).ToArray();
            for (var seed = 1; seed <= seeds; seed++)
            {
                Add(cell, seed, each);
            }
            tallies.AddRange(each);
        }
        return tallies;
    }

    static void Add(string cellName, long seed, Tally[] tallies)
    {
        var cell = TitrationCampaign.Cell(cellName);
        var (draw, instrument) = (new SeededNoise(seed, "step"), new CyclingInstrument(TitrationCampaign.Channel(), seed));
        var (charge, rest) = (1800 + 5400 * draw.Uniform(), 300 + 3300 * draw.Uniform());
        var current = (0.2 + 0.8 * draw.Uniform()) * cell.OneCAmperes * (draw.Uniform() < 0.5 ? -1 : 1);
        HalfCell[] cells = [Rested(), Rested()];
        var (seconds, volts, amperes) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = -200; i <= 0; i++)
        {
            cells[1].AdvanceCurrent(0, 0.1);
            Row(0.1 * i, cells[0].AdvanceCurrent(0, 0.1), 0);
        }
        // Instruments that know steps write the first row of one right after its start.
        Row(1e-3, cells[0].TerminalVolts(current), current);
        var truths = new double[AtSeconds.Length];
        for (var i = 1; i <= 120; i++)
        {
            var (with, without) = (cells[0].AdvanceCurrent(current, 0.1), cells[1].AdvanceCurrent(0, 0.1));
            Row(0.1 * i, with, current);
            for (var j = 0; j < AtSeconds.Length; j++)
            {
                truths[j] = i == (int)Math.Round(10 * AtSeconds[j]) ? (with - without) / current : truths[j];
            }
        }
        var results = StepResistanceResults.Of(StepResistanceFinder.Find(new(seconds.ToArray(), volts.ToArray(), amperes.ToArray()), AtSeconds, instrument.Stated.NoiseVolts), instrument.Stated);
        for (var j = 0; j < AtSeconds.Length; j++)
        {
            var result = results.Single(r => r.Word("reading") == "timed" && r.Number("at_seconds") == AtSeconds[j]);
            tallies[j].Add(result.Value.Value, result.Value.Uncertainty, truths[j], result.IsValid, result.Flags.Names());
        }

        HalfCell Rested()
        {
            var model = (HalfCell)CellModelFactory.Create(cell, seed, draw: true);
            model.AdvanceCurrent(0.5 * cell.OneCAmperes, charge);
            model.AdvanceCurrent(0, rest);
            return model;
        }

        void Row(double time, double trueVolts, double trueAmperes)
        {
            seconds.Add(time);
            volts.Add(instrument.Volts(trueVolts));
            amperes.Add(instrument.Amperes(trueAmperes));
        }
    }
}
