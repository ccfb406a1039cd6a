using CoinRig.Electrochemistry;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Uncertainty;
using CoinRig.Electrochemistry.Voltammetry;
using CoinRig.Twin;

namespace CoinRig.Coverage;

/// <summary>
/// Peaks, separation and D over scan rates of the exact reversible wave, read by an instrument whose noise is not told (the data must) and whose calibration is off by draws from what it states, on an
/// electrode whose area and concentration are off likewise.
/// </summary>
sealed class SweepCampaign : ICampaign
{
    const double Diffusion = 2e-15;
    const double AreaSquareMeters = 0.8e-4;
    const double Concentration = 2e4;
    const double StandardVolts = 3.75;
    const double StartVolts = 3.35;
    const double TurnVolts = 4.15;
    const int RowsASweep = 800;
    const double NoiseAmperes = 1e-6;
    const double NoiseVolts = 10e-6;
    const double AreaRelative = 0.02;
    const double ConcentrationRelative = 0.01;
    static readonly double ThermalVolts = Constants.Gas * 298.15 / Constants.Faraday;
    static readonly double[] Rates = [1e-4, 2e-4, 4e-4, 6e-4, 8e-4, 1e-3];

    static readonly Instrument Stated = new() { CurrentGainRelative = 1e-3, CurrentOffsetAmperes = 0.5e-6, VoltageGainRelative = 2e-4, VoltageOffsetVolts = 0.3e-3 };

    /// <summary>Current function of each row; the rates have it in common.</summary>
    static readonly double[] Shape = [.. Enumerable.Range(0, 2 * RowsASweep + 1).Select(i => ReversibleWave.Current(
        (StartVolts - StandardVolts) / ThermalVolts, (TurnVolts - StandardVolts) / ThermalVolts, i * (TurnVolts - StartVolts) / RowsASweep / ThermalVolts))];

    /// <inheritdoc/>
    public string Name => "sweeps";

    /// <inheritdoc/>
    public string Summary => "peaks and D by Randles-Sevcik of the exact reversible wave at six scan rates";

    /// <inheritdoc/>
    public int DefaultSeeds => 1000;

    /// <inheritdoc/>
    public void Run(int seeds, IReadOnlyList<string> options, TextWriter to)
    {
        to.WriteLine(Tally.Heading);
        foreach (var tally in Judge(seeds))
        {
            to.WriteLine(tally);
        }
    }

    /// <summary>The rows of the table.</summary>
    public static IReadOnlyList<Tally> Judge(int seeds)
    {
        Tally[] tallies =
        [
            new("peak_potential, noise and calibration"), new("peak_potential, noise alone"), new("peak_current, noise and calibration"), new("peak_current, noise alone"), new("peak_height over the foot"),
            new("half_peak_width"), new("peak_separation"), new("peak_height, back, over the decay"), new("scan_rate"), new("D apparent, all inputs"), new("D apparent, slope and calibration"), new("scan_rate_exponent"), new("D apparent, way back"),
        ];
        for (var seed = 1; seed <= seeds; seed++)
        {
            Judge(seed, tallies);
        }
        return tallies;
    }

    static void Judge(int seed, Tally[] tallies)
    {
        var draw = new SeededNoise(seed, "sweeps");
        var (currentGain, currentOffset) = (1 + Stated.CurrentGainRelative * draw.Normal(), Stated.CurrentOffsetAmperes * draw.Normal());
        var (voltageGain, voltageOffset) = (1 + Stated.VoltageGainRelative * draw.Normal(), Stated.VoltageOffsetVolts * draw.Normal());
        var (area, concentration) = (AreaSquareMeters * (1 + AreaRelative * draw.Normal()), Concentration * (1 + ConcentrationRelative * draw.Normal()));
        var voltammograms = Rates.Select(rate => VoltammetryAnalysis.Of(Read(rate, draw, currentGain, currentOffset, voltageGain, voltageOffset), new() { Instrument = Stated })).ToList();
        // One rate a seed, so that rows of the table do not depend on each other.
        var rated = seed % Rates.Length;
        var (rate, voltammogram) = (Rates[rated], voltammograms[rated]);
        var truePeak = ReversibleWave.PeakFunction * Scale(rate);
        var trueVolts = StandardVolts + ReversibleWave.PeakPlace * ThermalVolts;
        var forward = voltammogram.Sweeps[0].MainPeak!;
        var results = voltammogram.Results();
        Add(0, Forward("peak_potential"), trueVolts);
        tallies[1].Add(forward.Potential.Value, forward.Potential.Uncertainty, trueVolts * voltageGain + voltageOffset, forward.Flags.IsValid());
        Add(2, Forward("peak_current"), truePeak);
        tallies[3].Add(forward.Current.Value, forward.Current.Uncertainty, truePeak * currentGain + currentOffset, forward.Flags.IsValid());
        Add(4, Forward("peak_height"), truePeak);
        Add(5, Forward("half_peak_width"), SemiInfinite.ReversibleWidth * ThermalVolts);
        Add(6, results.Single(r => r.Name == "peak_separation"), 0.0574145);
        Add(7, results.Last(r => r.Name == "peak_height"), -truePeak);
        Add(8, Forward("scan_rate"), rate);
        var options = new ScanRateOptions { AreaSquareMeters = new(area, AreaRelative * AreaSquareMeters), ConcentrationMolesPerCubicMeter = new(concentration, ConcentrationRelative * Concentration) };
        var study = ScanRateStudy.Of(voltammograms, options).Single(s => s.IsAnodic).Results();
        var exact = ScanRateStudy.Of(voltammograms, new() { AreaSquareMeters = new(AreaSquareMeters, 0), ConcentrationMolesPerCubicMeter = new(Concentration, 0) });
        Add(9, study.Single(r => r.Name == "diffusion_coefficient_apparent"), Diffusion);
        Add(10, exact.Single(s => s.IsAnodic).Results().Single(r => r.Name == "diffusion_coefficient_apparent"), Diffusion);
        Add(11, study.Single(r => r.Name == "scan_rate_exponent"), 0.5);
        Add(12, exact.Single(s => !s.IsAnodic).Results().Single(r => r.Name == "diffusion_coefficient_apparent"), Diffusion);

        Result Forward(string name) => results.First(r => r.Name == name);

        void Add(int row, Result result, double truth) => tallies[row].Add(result.Value.Value, result.Value.Uncertainty, truth, result.IsValid, result.Flags.Names());
    }

    static Trace Read(double rate, SeededNoise draw, double currentGain, double currentOffset, double voltageGain, double voltageOffset)
    {
        var (seconds, volts, amperes) = (new double[Shape.Length], new double[Shape.Length], new double[Shape.Length]);
        const double step = (TurnVolts - StartVolts) / RowsASweep;
        for (var i = 0; i < Shape.Length; i++)
        {
            seconds[i] = i * step / rate;
            volts[i] = voltageGain * (i <= RowsASweep ? StartVolts + i * step : TurnVolts - (i - RowsASweep) * step) + voltageOffset + NoiseVolts * draw.Normal();
            amperes[i] = currentGain * Scale(rate) * Shape[i] + currentOffset + NoiseAmperes * draw.Normal();
        }
        return new(seconds, volts, amperes);
    }

    static double Scale(double rate) => Constants.Faraday * AreaSquareMeters * Concentration * Math.Sqrt(Diffusion * rate / ThermalVolts);
}
