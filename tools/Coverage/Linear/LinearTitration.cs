using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Uncertainty;
using CoinRig.Twin;
using Gitt = CoinRig.Electrochemistry.Gitt;

namespace CoinRig.Coverage;

/// <summary>A titration of a linear cell, as it should be or with one defect.</summary>
sealed record LinearTitration
{
    public const int Pulses = 9;

    /// <summary>The pulse that a defect is planted at, from 0.</summary>
    public const int Middle = 4;

    public double RestRelaxations { get; init; } = 6;

    public double RowSeconds { get; init; } = 0.06;

    /// <summary>Duration of a pulse in units of R^2/D; NaN for 300 s.</summary>
    public double PulseTheta { get; init; } = double.NaN;

    public bool IsPlateau { get; init; }

    /// <summary>Drift over a pulse with its rest, in units of dEs.</summary>
    public double Drift { get; init; }

    /// <summary>What is done to the rows afterwards; given the moments of the steps.</summary>
    public Func<List<(double Seconds, double Volts, double Amperes)>, IReadOnlyList<double>, IEnumerable<(double Seconds, double Volts, double Amperes)>>? Spoil { get; init; }

    const double StepVolts = 4e-3, FirstRest = 1800;

    /// <summary>Runs a seed: the cell, what is true of each pulse, and what the analysis finds.</summary>
    public (LinearCell Cell, List<PulseTruth> Truth, IReadOnlyList<TitrationPulse> Pulses) Run(long seed)
    {
        var errors = new InstrumentErrors(TitrationCampaign.Channel(), seed);
        var plain = new LinearCell(errors, seed);
        var tau = double.IsNaN(PulseTheta) ? 300 : PulseTheta * plain.Radius * plain.Radius / plain.D;
        var rest = RestRelaxations * plain.RelaxationSeconds;
        var current = StepVolts / (plain.VoltsPerCoulomb * tau) * (new SeededNoise(seed, "direction").Normal() > 0 ? 1 : -1);
        var cell = new LinearCell(errors, seed) { VoltsPerCoulomb = IsPlateau ? 0.001 * plain.VoltsPerCoulomb : plain.VoltsPerCoulomb, DriftVoltsPerSecond = Drift * StepVolts / (tau + rest) };
        List<PulseTruth> truth = [];
        List<double> moments = [];
        cell.Drive(0, FirstRest, Times(FirstRest));
        for (var i = 0; i < Pulses; i++)
        {
            var (before, start) = (cell.EquilibriumVolts, cell.TrueVolts(cell.Now));
            moments.Add(cell.Now);
            cell.Drive(current, tau, Times(tau));
            var end = cell.TrueVolts(cell.Now);
            moments.Add(cell.Now);
            cell.Drive(0, rest, Times(rest));
            var instant = cell.Flowing(current) * cell.Ohms;
            truth.Add(new(cell.EquilibriumVolts - before, end - start - instant, (end - cell.EquilibriumVolts) * Math.Sign(current), Math.Abs(instant)));
        }
        var rows = Spoil is null ? cell.Rows : [.. Spoil(cell.Rows, moments)];
        var trace = new Trace([.. rows.Select(r => r.Seconds)], [.. rows.Select(r => r.Volts)], [.. rows.Select(r => r.Amperes)]);
        return (cell, truth, Gitt.Titration.Of(trace, SegmentSearch.Of(trace), ConstantFlux.Sphere, Instrument.Unknown));
    }

    IEnumerable<double> Times(double duration)
    {
        for (var t = RowSeconds; t < duration; t += Math.Max(RowSeconds < 1 ? 0.1 : RowSeconds, Math.Min(60, 0.05 * t)))
        {
            yield return t;
        }
    }
}
