using CoinRig.Documents;

namespace CoinRig.Protocols.Tests;

/// <summary>A new technique is one file (Staircase.cs) and one line that names it.</summary>
[TestClass]
public sealed class NewTechniqueTests
{
    static readonly IReadOnlyList<ITechnique> WithStaircase =
    [
        .. Techniques.All,
        new Staircase(),
    ];

    static Plan Read(string step) => ProtocolFile.Read(Document.Parse($"name: t\nsteps:\n  - {step}", "test.yaml"), Shipped.Lpo, WithStaircase);

    [TestMethod]
    public void Staircase_Registered_IsReadLikeAnyOther()
    {
        var step = Read("{step: staircase, from: 3.0 V, to: 4.0 V, steps: 4, each: 10 min}").Steps.Single();
        CollectionAssert.AreEqual(new[] { 3.0, 3.25, 3.5, 3.75, 4.0 }, step.Segments.Select(s => s.Set.Start).ToArray());
        Assert.IsTrue(step.Segments.All(s => s.Until.Single().Threshold == 600));
        Assert.AreEqual(5 * 600, PlanEstimate.Of(Read("{step: staircase, from: 3.0 V, to: 4.0 V, steps: 4, each: 10 min}")).Duration.Seconds, 1e-9);
    }

    [TestMethod]
    public void Staircase_BeyondTheLimits_IsRefusedWithoutItsDoing()
    {
        var mistakes = Assert.ThrowsExactly<DocumentException>(() => Read("{step: staircase, from: 3.0 V, to: 4.6 V, each: 10 min, hight: 3}")).Mistakes;
        Assert.HasCount(2, mistakes);
        StringAssert.Contains(mistakes[0].ToString(), "above the cell's limit of 4.5 V");
        StringAssert.Contains(mistakes[1].ToString(), "unknown key 'hight'");
    }

    [TestMethod]
    public void Staircase_NotRegistered_IsUnknown() =>
        StringAssert.Contains(Shipped.Mistakes("name: t\nsteps:\n  - {step: staircase}").Single(), "unknown technique 'staircase'");
}
