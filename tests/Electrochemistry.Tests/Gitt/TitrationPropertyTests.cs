using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Uncertainty;
using CsCheck;

namespace CoinRig.Electrochemistry.Tests.Gitt;

/// <summary>What D and the voltages of a titration must do when the data are scaled, turned round, moved in time, joined or thinned out.</summary>
[TestClass]
public sealed class TitrationPropertyTests
{
    const int Count = 4, Times = 20;
    static readonly (double[] Seconds, double[] Volts, double[] Amperes) Exact = ExactTitration.Make(Count);
    static readonly IReadOnlyList<TitrationPulse> Plain = Pulses(Exact);

    [TestMethod]
    public void Exact_IsWhatWentIn()
    {
        Assert.HasCount(Count, Plain);
        foreach (var pulse in Plain)
        {
            Close(ExactTitration.Rate, D(pulse), 1e-3);
            Close(ExactTitration.Ohms * ExactTitration.Amperes, pulse.Result.InstantOverpotential!.Value.Value, 2e-3);
            Assert.IsTrue(pulse.Result.DiffusionFlags.IsValid());
        }
    }

    [TestMethod]
    public void Scaled_Voltage_ScalesVoltages_NotD() => Gen.Double[-1, 1].Sample(exponent =>
    {
        var factor = Math.Pow(10, exponent);
        AssertSame(Pulses((Exact.Seconds, Map(Exact.Volts, v => ExactTitration.Volts + factor * (v - ExactTitration.Volts)), Exact.Amperes)), factor, 1e-3);
    }, iter: Times);

    [TestMethod]
    public void Scaled_Current_ChangesNoVoltageAndNoD() => Gen.Double[-2, 2].Sample(exponent =>
        AssertSame(Pulses((Exact.Seconds, Exact.Volts, Map(Exact.Amperes, i => i * Math.Pow(10, exponent)))), 1, 1e-9), iter: Times);

    [TestMethod]
    public void Scaled_Time_ScalesDInversely() => Gen.Double[0.7, 3].Sample(factor =>
    {
        var pulses = Pulses((Map(Exact.Seconds, t => factor * t), Exact.Volts, Exact.Amperes));
        Assert.HasCount(Count, pulses);
        for (var i = 0; i < Count; i++)
        {
            Close(D(Plain[i]) / factor, D(pulses[i]), 2e-3);
        }
    }, iter: Times);

    [TestMethod]
    public void Reversed_CurrentAndVoltage_ReverseDEs_NotOverpotentialsNorD()
    {
        var pulses = Pulses((Exact.Seconds, Map(Exact.Volts, v => 2 * ExactTitration.Volts - v), Map(Exact.Amperes, i => -i)));
        for (var i = 0; i < Count; i++)
        {
            Close(-Plain[i].Result.Estimate.EquilibriumStep.Value, pulses[i].Result.Estimate.EquilibriumStep.Value, 1e-6);
            Close(Plain[i].Result.TotalPolarization.Value, pulses[i].Result.TotalPolarization.Value, 1e-6);
            Close(D(Plain[i]), D(pulses[i]), 1e-6);
        }
    }

    [TestMethod]
    public void Moved_InTime_ChangesNothing() => Gen.Double[-1e6, 1e7].Sample(shift =>
        AssertSame(Pulses((Map(Exact.Seconds, t => t + shift), Exact.Volts, Exact.Amperes)), 1, 1e-5), iter: Times);

    [TestMethod]
    public void Joined_TwoTitrations_GiveTheirPulsesOneAfterTheOther()
    {
        var later = Exact.Seconds[^1];
        var pulses = Pulses(([.. Exact.Seconds, .. Exact.Seconds.Select(t => t + later)], [.. Exact.Volts, .. Exact.Volts.Select(v => v + Exact.Volts[^1] - Exact.Volts[0])],
            [.. Exact.Amperes, .. Exact.Amperes]));
        Assert.HasCount(2 * Count, pulses);
        for (var i = 0; i < 2 * Count; i++)
        {
            Close(D(Plain[i % Count]), D(pulses[i]), 2e-3);
        }
    }

    [TestMethod]
    public void Thinned_RowsLeftOut_GiveTheSameD() => Gen.Int[1, 1000].Sample(seed =>
    {
        var chance = new Random(seed);
        // The last row of a step and the first of the next stay: they say when the current changed.
        var kept = Enumerable.Range(0, Exact.Seconds.Length).Where(i => chance.Next(3) > 0 || i == 0 || i + 1 == Exact.Seconds.Length
            || Exact.Amperes[i] != Exact.Amperes[i - 1] || Exact.Amperes[i] != Exact.Amperes[i + 1]).ToList();
        AssertSame(Pulses(([.. kept.Select(i => Exact.Seconds[i])], [.. kept.Select(i => Exact.Volts[i])], [.. kept.Select(i => Exact.Amperes[i])])), 1, 4e-3);
    }, iter: Times);

    static void AssertSame(IReadOnlyList<TitrationPulse> pulses, double voltageFactor, double relative)
    {
        Assert.HasCount(Count, pulses);
        for (var i = 0; i < Count; i++)
        {
            Close(D(Plain[i]), D(pulses[i]), relative);
            Close(voltageFactor * Plain[i].Result.TotalPolarization.Value, pulses[i].Result.TotalPolarization.Value, relative);
            Close(voltageFactor * Plain[i].Result.Estimate.EquilibriumStep.Value, pulses[i].Result.Estimate.EquilibriumStep.Value, relative);
        }
    }

    static double D(TitrationPulse pulse) => pulse.Result.Rate!.Value.Value;

    static double[] Map(double[] values, Func<double, double> map) => [.. values.Select(map)];

    static IReadOnlyList<TitrationPulse> Pulses((double[] Seconds, double[] Volts, double[] Amperes) rows)
    {
        var trace = new Trace(rows.Seconds, rows.Volts, rows.Amperes);
        return Titration.Of(trace, SegmentSearch.Of(trace), ConstantFlux.Sphere, Instrument.Unknown);
    }

    static void Close(double expected, double actual, double relative) => Assert.AreEqual(expected, actual, Math.Abs(expected) * relative);
}
