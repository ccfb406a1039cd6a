using CoinRig.Cells;
using CoinRig.FrontEnd;
using CoinRig.Twin;

namespace CoinRig.Gateway.Tests;

/// <summary>Each planted fault is named, and nothing is on a healthy rig.</summary>
[TestClass]
public sealed class SelfTestTests
{
    static IReadOnlyList<Finding> Test(string dummy, Action<BoardTwin>? plant = null, string? connected = null, long seed = 1, string board = "reference")
    {
        var cell = CellFile.Load(Shipped.Cells.PathOf(dummy));
        var there = connected is null ? cell : CellFile.Load(Shipped.Cells.PathOf(connected));
        return SelfTest.Run(TwinRig.WithDummies(BoardProfileFile.Load(Shipped.Boards.PathOf(board)), there, seed, plant), cell).Findings;
    }

    static void FindsOnChannelOne(string code, Action<BoardTwin> plant)
    {
        foreach (var dummy in (string[])["resistor-10k", "dummy-randles"])
        {
            var findings = Test(dummy, plant);
            Assert.AreEqual(code, string.Join(' ', findings.Select(f => f.Code)), dummy);
            Assert.AreEqual(1, findings[0].Channel);
        }
    }

    [TestMethod]
    [DataRow("resistor-10k", "reference")]
    [DataRow("dummy-randles", "reference")]
    [DataRow("resistor-10k", "waveshare-series-shunt")]
    [DataRow("dummy-randles", "waveshare-series-shunt")]
    [DataRow("resistor-10k", "waveshare-hardware-loop")]
    [DataRow("dummy-randles", "waveshare-hardware-loop")]
    public void Healthy_TwentySeeds_NothingIsWrong(string dummy, string board)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            Assert.AreEqual("", string.Join(' ', Test(dummy, seed: seed, board: board).Select(f => f.Message)), $"seed {seed}");
        }
    }

    [TestMethod]
    public void ShuntOpen() => FindsOnChannelOne("shunt-open", twin => twin.Channels[0].IsShuntOpen = true);

    [TestMethod]
    public void RelayStuck() => FindsOnChannelOne("relay-stuck", twin => twin.Channels[0].RelayFault = RelayFault.StuckOpen);

    [TestMethod]
    public void RelayWelded() => FindsOnChannelOne("relay-welded", twin => twin.Channels[0].RelayFault = RelayFault.Welded);

    [TestMethod]
    public void SenseLeadOff() => FindsOnChannelOne("sense-lead-off", twin => twin.Channels[0].IsSenseLeadOff = true);

    [TestMethod]
    [DataRow(0.97)]
    [DataRow(0.9)]
    [DataRow(0.8)]
    public void AdcReferenceLow(double factor)
    {
        foreach (var dummy in (string[])["resistor-10k", "dummy-randles"])
        {
            CollectionAssert.AreEqual(new[] { "adc-reference", "adc-reference" }, Test(dummy, twin => twin.Faults.AdcReferenceFactor = factor).Select(f => f.Code).ToArray(), dummy);
        }
    }

    [TestMethod]
    public void DacReferenceLow() =>
        CollectionAssert.AreEqual(new[] { "dac-reference", "dac-reference" }, Test("resistor-10k", twin => twin.Faults.DacReferenceFactor = 0.9).Select(f => f.Code).ToArray());

    [TestMethod]
    public void DacSilent() =>
        CollectionAssert.AreEqual(new[] { "dac-silent", "dac-silent" }, Test("resistor-10k", twin => twin.Faults.IsDacDead = true).Select(f => f.Code).ToArray());

    [TestMethod]
    [DataRow(AdcSilence.Zeros)]
    [DataRow(AdcSilence.Ones)]
    public void AdcSilent(AdcSilence silence) => Assert.AreEqual("adc-silent", Test("resistor-10k", twin => twin.Faults.AdcSilent = silence).Single().Code);

    [TestMethod]
    public void WrongDummy()
    {
        foreach (var board in new[] { "reference", "waveshare-series-shunt" })
        {
            Assert.AreEqual("wrong-dummy", Test("resistor-10k", connected: "dummy-randles", board: board)[0].Code);
            Assert.AreEqual("wrong-dummy", Test("dummy-randles", connected: "resistor-10k", board: board)[0].Code);
        }
    }

    [TestMethod]
    public void RealCell_IsRefused() => Assert.ThrowsExactly<RefusedException>(() => Test("ncm523-lpo"));
}
