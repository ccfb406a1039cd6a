using CoinRig.Electrochemistry.Gitt;
using CoinRig.Protocols;

namespace CoinRig.Analysis.Tests;

/// <summary>A titration of an exact sphere, D = 4e-16 m2/s, R = 1.75 um, dEs = 4 mV, 60 ohm, 61 uA.</summary>
[TestClass]
public sealed class TitrationTests
{
    const double D = 4e-16, Radius = 1.75e-6, Step = 4e-3, Ohms = 60, Amperes = 61e-6, Tau = 300, Rest = 14400;

    [TestMethod]
    public void Pulses_ExactSphere_GiveDAndItsParts()
    {
        var script = Titrate(new Script(Script.Sphere), 5, Tau, Rest).End();
        var rows = script.Named("diffusion_coefficient").ToList();
        Assert.HasCount(5, rows);
        foreach (var row in rows)
        {
            Assert.AreEqual(D, row.Value, 2e-3 * D);
            Assert.AreEqual("m2/s", row.Unit);
            Assert.AreEqual(2 * 0.05 / 1.75, row.Uncertainty / row.Value, 2e-3);
            Assert.IsTrue((double)row.Details["relative_uncertainty_without_geometry"] < 0.01);
            Assert.AreEqual(9 * D / (Radius * Radius), (double)row.Details["d_over_l2"], 2e-3 * 9 * D / (Radius * Radius));
            Assert.AreEqual(1.0, row.Details["valid"], string.Join(" ", row.Flags));
            Assert.AreEqual("charge", row.Details["branch"]);
        }
        CollectionAssert.AreEqual(new[] { 1.0, 2, 3, 4, 5 }, rows.Select(r => (double)r.Details["pulse"]).ToArray());
        Assert.IsTrue(script.Named("delta_e_s").All(r => Math.Abs(r.Value - Step) < 2e-6));
        Assert.IsTrue(script.Named("instant_overpotential").All(r => Math.Abs(r.Value - Ohms * Amperes) < 5e-6));
        foreach (var (total, parts) in script.Named("total_polarization").Zip(script.Named("instant_overpotential").Zip(script.Named("diffusion_overpotential"))))
        {
            Assert.AreEqual(total.Value, parts.First.Value + parts.Second.Value, 1e-9);
        }
    }

    [TestMethod]
    public void Pulses_LongForTheFormula_AreFlagged()
    {
        var script = Titrate(new Script(Script.Sphere), 3, Tau, Rest).End();
        var rows = script.Named("diffusion_coefficient_weppner_huggins").ToList();
        Assert.HasCount(3, rows);
        Assert.IsTrue(rows.All(r => r.Flags.Contains("pulse-too-long") && (double)r.Details["valid"] == 0 && r.Value < 0.8 * D));
    }

    [TestMethod]
    public void Pulses_ShortRest_AreFlagged()
    {
        var script = Titrate(new Script(Script.Sphere), 3, Tau, 300).End();
        Assert.IsTrue(script.Named("diffusion_coefficient").Skip(1).All(r => r.Flags.Contains("rest-too-short")));
    }

    [TestMethod]
    public void Pulses_WithoutGeometry_StillTellDOverL2()
    {
        var script = Titrate(new Script(Script.Cell("", "working_electrode: positive")), 3, Tau, Rest).End();
        Assert.IsEmpty(script.Named("diffusion_coefficient"));
        foreach (var row in script.Named("delta_e_s"))
        {
            Assert.AreEqual(9 * D / (Radius * Radius), (double)row.Details["d_over_l2"], 2e-3 * 9 * D / (Radius * Radius));
        }
    }

    [TestMethod]
    public void Pulse_CurrentThatDrifts_IsInvalid()
    {
        var script = new Script(Script.Sphere);
        Titrate(script, 2, Tau, Rest, amperes: t => Amperes * (1 - 0.2 * t / Tau)).End();
        Assert.IsTrue(script.Named("diffusion_coefficient").All(r => r.Flags.Contains("current-not-constant") && (double)r.Details["valid"] == 0));
    }

    [TestMethod]
    public void Pulses_SameFeedAgain_GiveTheSameRows()
    {
        var first = Titrate(new Script(Script.Sphere), 4, Tau, Rest).End().Rows;
        var second = Titrate(new Script(Script.Sphere), 4, Tau, Rest).End().Rows;
        CollectionAssert.AreEqual(first.Select(r => (r.Name, r.Value, r.Uncertainty)).ToList(), second.Select(r => (r.Name, r.Value, r.Uncertainty)).ToList());
    }

    static Script Titrate(Script script, int pulses, double tau, double rest, Func<double, double>? amperes = null)
    {
        const double rate = D / (Radius * Radius);
        var sphere = ConstantFlux.Sphere;
        script.Step().Segment(SegmentRole.Rest, 0, 1800, Script.Thinning(1800), _ => 3.7).EndStep().Step();
        // Linear, so that every earlier pulse goes on relaxing under the later ones.
        double Surface(double t)
        {
            var sum = 0.0;
            for (var p = 0; p < pulses; p++)
            {
                var since = t - p * (tau + rest);
                sum += since <= 0 ? 0 : sphere.Surface(rate * since) - (since > tau ? sphere.Surface(rate * (since - tau)) : 0);
            }
            return sum * Step / (3 * rate * tau);
        }
        for (var p = 0; p < pulses; p++)
        {
            var start = p * (tau + rest);
            script.Segment(SegmentRole.Pulse, Amperes, tau, Script.Thinning(tau), t => 3.7 + Ohms * Amperes + Surface(start + t), amperes);
            script.Segment(SegmentRole.Relaxation, 0, rest, Script.Thinning(rest, 60), t => 3.7 + Surface(start + tau + t));
        }
        return script.EndStep();
    }
}
