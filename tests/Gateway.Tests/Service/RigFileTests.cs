using CoinRig.Documents;

namespace CoinRig.Gateway.Tests;

/// <summary>What a rig file may ask for.</summary>
[TestClass]
public sealed class RigFileTests
{
    /// <summary>While one channel of a board begins a run the other is not scanned: with real cells that is refused, on the twin it is not.</summary>
    [TestMethod]
    [DataRow("hardware", true)]
    [DataRow("twin", false)]
    public void Load_TwoChannelsOfABoard_AreForTheTwinOnly(string pins, bool isRefused)
    {
        using var folder = new TempFolder();
        var rig = folder.File("rig.yaml");
        File.WriteAllText(folder.File("mine.yaml"), File.ReadAllText(Shipped.Boards.PathOf("reference")).Replace("spi: twin", "spi: {bus: 0}", StringComparison.Ordinal));
        File.WriteAllText(rig, $"name: rig\nboards: [{{profile: mine.yaml, pins: {pins}, channels: [1, 2]}}]\n");
        if (!isRefused)
        {
            Assert.HasCount(1, RigFile.Load(rig).Boards);
            return;
        }
        var refused = Assert.ThrowsExactly<DocumentException>(() => RigFile.Load(rig));
        Assert.IsTrue(refused.Mistakes.Any(m => m.ToString().Contains("channels of a real board", StringComparison.Ordinal)), string.Join('\n', refused.Mistakes));
    }
}
