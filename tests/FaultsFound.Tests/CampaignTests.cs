using CoinRig.FrontEnd;

namespace CoinRig.FaultsFound.Tests;

/// <summary>Some seeds of the campaign.</summary>
[TestClass]
public sealed class CampaignTests
{
    const int Seeds = 4;

    [TestMethod]
    [DataRow("doctor")]
    [DataRow("selftest 10k")]
    [DataRow("selftest randles")]
    public void PlantedFaults_AreCalledByTheirName_AndNothingElseIsSaid(string name)
    {
        var look = Look.All.Single(l => l.Name == name);
        foreach (var fault in PlantedFault.All)
        {
            for (var seed = 1; seed <= Seeds; seed++)
            {
                var verdict = look.At(fault, seed);
                Assert.IsTrue(verdict.Kind is VerdictKind.Named or VerdictKind.Unseen, $"{fault.Topology}, {fault.Name}, seed {seed}: expected {look.Expected(fault) ?? "nothing"}, said {verdict.Said}");
            }
        }
    }

    /// <summary>What the issue asks for: at least twenty, on each front end, by one look or another.</summary>
    [TestMethod]
    [DataRow(Topology.HardwareLoop)]
    [DataRow(Topology.SeriesShunt)]
    public void Faults_AreMany_AndEachCanBeSeenSomewhere(Topology topology)
    {
        var faults = PlantedFault.All.Where(f => f.Topology == topology && !f.Name.StartsWith("nothing", StringComparison.Ordinal)).ToArray();
        Assert.IsGreaterThanOrEqualTo(20, faults.Length);
        foreach (var fault in faults)
        {
            Assert.IsTrue(Look.All.Any(l => l.Expected(fault) is not null), fault.Name);
        }
    }

    /// <summary>A campaign in which a fault is not there must not be clean: the verdicts can fail.</summary>
    [TestMethod]
    public void Verdict_FaultThatIsNotThere_IsMissed_AndAnotherNameIsFalse()
    {
        var look = Look.All[0];
        var absent = PlantedFault.All.First(f => f.Doctor == "relay-welded") with { Plant = _ => { } };
        Assert.AreEqual(VerdictKind.Missed, look.At(absent, 1).Kind);
        var another = PlantedFault.All.First(f => f.Doctor == "relay-welded") with { Doctor = "relay-stuck" };
        Assert.AreEqual(VerdictKind.False, look.At(another, 1).Kind);
    }
}
