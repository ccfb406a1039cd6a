using CoinRig.Electrochemistry.DifferentialCapacity;
using CoinRig.Electrochemistry.Fade;
using CoinRig.Electrochemistry.HalfCycles;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Analysis;

/// <summary>Half cycles of a recording: capacities, efficiencies, rates, dQ/dV.</summary>
static class CyclingPart
{
    /// <summary>Most points of a curve of voltage over charge.</summary>
    const int MostPoints = 1000;

    /// <summary>Half cycles that passed less than this share of the largest are switching and resting.</summary>
    const double SmallestShare = 0.02;

    /// <summary>Adds what a recording's half cycles give.</summary>
    public static void Add(Recording recording, SampleFacts facts, Instrument instrument, Findings findings)
    {
        var table = Table(recording, facts);
        if (table.HalfCycles.Count == 0)
        {
            return;
        }
        var alone = HalfCycleResults.Of(table, instrument, facts.MassKilograms);
        var faded = table.ChargeFirst ? "discharge_capacity" : "charge_capacity";
        findings.Add(Technique.Cycling, [.. alone, .. RateCapability.Results(table, instrument), .. FadeResults.Of(alone, faded)],
            ("charge", recording.NetCoulombs is null ? "trapezoids of the rows with compensated sums" : "as counted by the instrument"));
        findings.Curves.AddRange(FadePart.Curves(alone, faded));
        AddDifferential(recording, table, instrument, findings);
        var largest = table.HalfCycles.Max(h => h.Coulombs);
        foreach (var half in table.HalfCycles.Where(h => h.Coulombs > SmallestShare * largest))
        {
            findings.Curves.Add(HalfCycleCurve(recording, half));
        }
    }

    static void AddDifferential(Recording recording, CycleTable table, Instrument instrument, Findings findings)
    {
        var curves = DifferentialResults.Curves(recording.Trace, table);
        if (curves.Count == 0)
        {
            return;
        }
        findings.Add(Technique.Cycling, DifferentialResults.Peaks(curves, instrument), ("dQ/dV", curves[0].Method));
        foreach (var curve in curves)
        {
            var label = $"{(curve.IsCharge ? "charge" : "discharge")} {curve.Cycle}";
            findings.Curves.Add(new(CurveKind.DifferentialCapacity, label, curve.Volts, curve.CoulombsPerVolt) { Order = curve.Cycle });
            findings.Curves.Add(new(CurveKind.DifferentialVoltage, label, curve.Coulombs, [.. curve.CoulombsPerVolt.Select(c => 1 / c)]) { Order = curve.Cycle });
        }
    }

    static CycleTable Table(Recording recording, SampleFacts facts)
    {
        var finder = new HalfCycleFinder();
        if (recording.NetCoulombs is { } counted)
        {
            for (var i = 0; i < recording.Count; i++)
            {
                finder.Add(recording.Seconds[i], recording.Volts[i], recording.Amperes[i], i == 0 ? double.NaN : counted[i] - counted[i - 1]);
            }
        }
        else
        {
            finder.AddRange(recording.Trace);
        }
        return CycleTable.Of(finder.Finish(), new() { ChargeFirst = facts.ChargeFirst, StartsDischarged = facts.StartsDischarged });
    }

    static Curve HalfCycleCurve(Recording recording, HalfCycle half)
    {
        var every = Math.Max(1, (half.LastRow - half.FirstRow) / MostPoints);
        var (charge, volts) = (new List<double>(), new List<double>());
        var coulombs = 0.0;
        for (var i = half.FirstRow; i <= half.LastRow; i++)
        {
            if (i > half.FirstRow)
            {
                coulombs += recording.NetCoulombs is { } counted ? counted[i] - counted[i - 1]
                    : 0.5 * (recording.Amperes[i] + recording.Amperes[i - 1]) * (recording.Seconds[i] - recording.Seconds[i - 1]);
            }
            if ((i - half.FirstRow) % every == 0 || i == half.LastRow)
            {
                charge.Add(Math.Abs(coulombs));
                volts.Add(recording.Volts[i]);
            }
        }
        return new(CurveKind.HalfCycle, $"{(half.IsCharge ? "charge" : "discharge")} {half.Cycle}", charge, volts) { Order = half.Cycle };
    }
}
