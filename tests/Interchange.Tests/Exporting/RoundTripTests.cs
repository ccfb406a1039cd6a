using CoinRig.Cells;
using CoinRig.Documents;
using CoinRig.Protocols;
using CoinRig.Tests;

namespace CoinRig.Interchange.Tests;

/// <summary>What is exported is taken by the other program's rules and comes back as the same plan.</summary>
[TestClass]
public sealed class RoundTripTests
{
    static readonly Cell Lpo = CellFile.Load(Path.Combine(AppContext.BaseDirectory, "cells", "ncm523-lpo.yaml"));

    const int Cases = 150;

    int _loaded;

    [TestCleanup]
    public void MostOfTheDrawn_WereLookedAt() => Assert.IsTrue(_loaded == 0 || _loaded > Cases / 3, $"only {_loaded} of {Cases} drawn protocols load");

    [TestMethod]
    public void Unicycler_Drawn_ComesBackAsTheSamePlan() => MadeUpProtocol.Texts.ForAll(text =>
    {
        if (!Loads(text, Lpo))
        {
            return;
        }
        var json = UnicyclerExport.Write(text, "drawn.yaml", Lpo).Text;
        Assert.IsEmpty(UnicyclerRules.Refusals(json), json);
        AssertSame(text, UnicyclerFile.Read(json, "drawn.json", keepRates: false).Text, Lpo);
        AssertSame(text, UnicyclerFile.Read(json, "drawn.json", keepRates: true).Text, Lpo);
    }, Cases);

    [TestMethod]
    public void Pybamm_Drawn_ComesBackAsTheSamePlan() => MadeUpProtocol.Texts.ForAll(text =>
    {
        if (!Loads(text, Lpo))
        {
            return;
        }
        foreach (var isJson in new[] { true, false })
        {
            var list = PybammExport.Write(text, "drawn.yaml", cell: null, isJson).Text;
            foreach (var sentence in list.Split('"').Where((_, i) => i % 2 == 1))
            {
                Assert.IsTrue(PybammRules.Accepts(sentence), sentence);
                Assert.Contains(" for ", sentence);
            }
            var back = PybammFile.Read(list, "drawn.py").Text;
            CollectionAssert.AreEqual(Unrolled.Of(Read(text, Lpo), withTimes: false), Unrolled.Of(Read(back, Lpo), withTimes: false), list);
            CollectionAssert.IsSubsetOf(Times(Read(text, Lpo)), Times(Read(back, Lpo)), list);
        }
    }, Cases);

    /// <summary>Loops and cycles come back too, not only what they do.</summary>
    [TestMethod]
    [DataRow("rate-test")]
    [DataRow("capacity-0.1c")]
    [DataRow("formation")]
    public void Shipped_ThroughUnicycler_HasTheSameInstructions(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "protocols", name + ".yaml");
        var exported = UnicyclerExport.Write(File.ReadAllText(path), path, cell: null);
        Assert.IsEmpty(UnicyclerRules.Refusals(exported.Text));
        CollectionAssert.AreEqual(new[] { "the limit 'temperature above 45 degC'" }, exported.LeftOut.ToArray());
        var (before, after) = (ProtocolFile.Load(path, Lpo), Read(UnicyclerFile.Read(exported.Text, "x.json", false).Text, Lpo));
        CollectionAssert.AreEqual(before.Instructions.Select(Shape).ToArray(), after.Instructions.Select(Shape).ToArray());
        CollectionAssert.AreEqual(Unrolled.Of(before), Unrolled.Of(after));
        CollectionAssert.AreEqual(before.Steps.Select(s => s.Segments[0].Record).ToArray(), after.Steps.Select(s => s.Segments[0].Record).ToArray());
        CollectionAssert.AreEqual(before.Limits.Protocol.Where(l => l.Quantity != Measured.Temperature && l.Quantity != Measured.AbsoluteCurrent).Select(l => l.Text).ToArray(),
            after.Limits.Protocol.Where(l => l.Quantity != Measured.AbsoluteCurrent).Select(l => l.Text).ToArray());
    }

    static string Shape(Instruction instruction) => instruction is BeginLoop loop ? $"{loop.Count} {loop.CountsCycles}" : instruction.GetType().Name;

    static List<string> Times(Plan plan) => [.. plan.Steps.SelectMany(s => s.Segments).SelectMany(s => s.Until)
        .Where(u => u.Quantity is Measured.SegmentTime or Measured.StepTime).Select(u => $"{u.Threshold:G10}")];

    static void AssertSame(string before, string after, Cell cell) => CollectionAssert.AreEqual(Unrolled.Of(Read(before, cell)), Unrolled.Of(Read(after, cell)), after);

    static Plan Read(string text, Cell cell) => ProtocolFile.Read(Document.Parse(text, "test.yaml"), cell);

    /// <summary>Some drawn protocols are refused, such as a hold that ends above the limit; those are for other tests.</summary>
    bool Loads(string text, Cell cell)
    {
        try
        {
            Read(text, cell);
            ProtocolFile.ReadWithoutCell(Document.Parse(text, "test.yaml"));
            _loaded++;
            return true;
        }
        catch (DocumentException)
        {
            return false;
        }
    }
}
