using CoinRig.Electrochemistry;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Voltammetry;

namespace CoinRig.Bench;

/// <summary>Peaks and Randles-Sevcik of voltammograms at six scan rates of 1,601 rows, beside a bare pass over the rows, and beside scipy.</summary>
static class SweepBench
{
    const int Calls = 20;
    const int WarmUpCalls = 400;
    static readonly double[] Rates = [1e-4, 2e-4, 4e-4, 6e-4, 8e-4, 1e-3];
    static readonly double ThermalVolts = Constants.Gas * 298.15 / Constants.Faraday;
    static readonly (double[] Seconds, double[] Volts, double[] Amperes)[] Waves = [.. Rates.Select(Wave)];
    static readonly ScanRateOptions Known = new() { AreaSquareMeters = new(0.8e-4, 1e-6), ConcentrationMolesPerCubicMeter = new(2e4, 100) };

    internal static void Run(TextWriter to)
    {
        var python = PythonBaseline.Run("sweeps.py");
        to.WriteLine(Measure.Compare("6 voltammograms of 1,601 rows: sweeps, peaks, pairs", Analyze, "bare: highest current by a loop", Highest, Calls, warmUpCalls: WarmUpCalls));
        to.WriteLine(Measure.Compare("the same with Randles-Sevcik, b and separation", Study, "bare: highest current by a loop", Highest, Calls, warmUpCalls: WarmUpCalls));
        to.WriteLine(python.Why.Length > 0 ? $"scipy: {python.Why}"
            : $"scipy: savgol_filter, find_peaks, polyfit on as many rows, no baselines {python.Nanoseconds("study"),35:0.0} ns");
    }

    static void Analyze(int calls)
    {
        for (var call = 0; call < calls; call++)
        {
            foreach (var (seconds, volts, amperes) in Waves)
            {
                VoltammetryAnalysis.Of(new Trace(seconds, volts, amperes));
            }
        }
    }

    static void Study(int calls)
    {
        for (var call = 0; call < calls; call++)
        {
            ScanRateStudy.Of([.. Waves.Select(w => VoltammetryAnalysis.Of(new Trace(w.Seconds, w.Volts, w.Amperes)))], Known);
        }
    }

    static double _sum;

    static void Highest(int calls)
    {
        for (var call = 0; call < calls; call++)
        {
            foreach (var (_, _, amperes) in Waves)
            {
                var highest = 0.0;
                foreach (var value in amperes)
                {
                    highest = Math.Max(highest, value);
                }
                _sum += highest;
            }
        }
    }

    static (double[] Seconds, double[] Volts, double[] Amperes) Wave(double rate)
    {
        const int rows = 800;
        const double half = 0.4;
        const double step = 2 * half / rows;
        var chance = new Random(1);
        var scale = Constants.Faraday * 0.8e-4 * 2e4 * Math.Sqrt(2e-15 * rate / ThermalVolts);
        var indices = Enumerable.Range(0, 2 * rows + 1).ToArray();
        return ([.. indices.Select(i => i * step / rate)], [.. indices.Select(i => i <= rows ? -half + i * step : half - (i - rows) * step)],
            [.. indices.Select(i => scale * ReversibleWave.Current(-half / ThermalVolts, half / ThermalVolts, i * step / ThermalVolts) + 1e-6 * (chance.NextDouble() - 0.5))]);
    }
}
