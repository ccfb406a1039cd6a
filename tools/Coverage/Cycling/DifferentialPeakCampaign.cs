using CoinRig.Electrochemistry.DifferentialCapacity;
using CoinRig.Electrochemistry.HalfCycles;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Twin;

namespace CoinRig.Coverage;

/// <summary>Do the intervals of peaks of dQ/dV hold those of a curve that is known?</summary>
sealed class DifferentialPeakCampaign : ICampaign
{
    const double Low = 3.3, High = 4.2, Amperes = 3e-4, Hours = 4, Capacity = Amperes * Hours * 3600;
    const double NoiseVolts = 1e-4;
    const int Rows = 4000;

    public string Name => "dqdv-peak";

    public string Summary => "position and height of a peak of dQ/dV of logistic bells of 100 to 200 mV over a background, 0.1 mV noise";

    public int DefaultSeeds => 1000;

    public void Run(int seeds, IReadOnlyList<string> options, TextWriter to)
    {
        to.WriteLine($"{seeds} seeds; charges and discharges of {Rows} rows; centre, width and share of the bell, calibration and noise drawn.");
        to.WriteLine(Tally.Heading);
        foreach (var tally in Tallies(seeds))
        {
            to.WriteLine(tally);
        }
    }

    /// <summary>The counts of position and height.</summary>
    public static IReadOnlyList<Tally> Tallies(int seeds)
    {
        Tally position = new("dqdv_peak_potential"), height = new("dqdv_peak_height");
        for (var seed = 1; seed <= seeds; seed++)
        {
            Add(seed, position, height);
        }
        return [position, height];
    }

    static void Add(long seed, Tally position, Tally height)
    {
        var (draw, noise) = (new SeededNoise(seed, "bell"), new SeededNoise(seed, "noise"));
        var instrument = new CyclingInstrument(TitrationCampaign.Channel(), seed);
        var bell = new Bell(3.6 + 0.25 * draw.Uniform(), 0.03 + 0.03 * draw.Uniform(), 0.3 + 0.4 * draw.Uniform());
        var isCharge = draw.Uniform() < 0.5;
        double[] seconds = new double[Rows], volts = new double[Rows], amperes = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            var share = (double)i / (Rows - 1);
            seconds[i] = share * Hours * 3600;
            volts[i] = instrument.Volts(bell.Volts(isCharge ? share : 1 - share)) + NoiseVolts * noise.Normal();
            amperes[i] = instrument.Amperes(isCharge ? Amperes : -Amperes);
        }
        var trace = new Trace(seconds, volts, amperes);
        var table = CycleTable.Of(HalfCycleFinder.Find(trace));
        var results = DifferentialResults.Peaks(DifferentialResults.Curves(trace, table), instrument.Stated);
        foreach (var (name, tally, truth) in new[] { ("dqdv_peak_potential", position, bell.TopVolts), ("dqdv_peak_height", height, bell.SlopeAt(bell.TopVolts) * Capacity / 3600) })
        {
            // The peak that was put in is the highest; noise may make others.
            var found = results.Where(r => r.Name == name).OrderByDescending(r => r.Number("prominence")).FirstOrDefault();
            tally.Add(found?.Value.Value ?? double.NaN, found?.Value.Uncertainty ?? double.NaN, truth, found?.IsValid ?? false, results.Count > 3 ? ["more-peaks"] : []);
        }
    }

    /// <summary>Charge over voltage: a logistic bell over a flat background, together 1 between the limits.</summary>
    sealed class Bell(double centre, double width, double share)
    {
        readonly double _total = 1 - share + share * (Step(High, centre, width) - Step(Low, centre, width));

        public double TopVolts => centre;

        public double Volts(double passed)
        {
            var (low, high) = (Low, High);
            for (var i = 0; i < 50; i++)
            {
                var middle = 0.5 * (low + high);
                (low, high) = Passed(middle) < passed ? (middle, high) : (low, middle);
            }
            return 0.5 * (low + high);
        }

        public double SlopeAt(double volts)
        {
            var step = Step(volts, centre, width);
            return ((1 - share) / (High - Low) + share * step * (1 - step) / width) / _total;
        }

        double Passed(double volts) => ((1 - share) * (volts - Low) / (High - Low) + share * (Step(volts, centre, width) - Step(Low, centre, width))) / _total;

        static double Step(double volts, double centre, double width) => 1 / (1 + Math.Exp((centre - volts) / width));
    }
}
