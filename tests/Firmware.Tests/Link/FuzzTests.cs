using CoinRig.LinkFuzz;

namespace CoinRig.Firmware.Tests;

/// <summary>A small part of what tools/link-fuzz does.</summary>
[TestClass]
public sealed class FuzzTests
{
    [TestMethod]
    public void HostileBytes_BothEnds_FindTheGoodFramesOnlyAndAllocateNothing()
    {
        Fuzz.Run(20_000, 1000);
        for (var seed = 1; seed <= 5; seed++)
        {
            var result = Fuzz.Run(100_000, seed);
            Assert.IsEmpty(result.Wrong);
            Assert.AreEqual(0, result.Allocated);
            Assert.IsGreaterThan(500, result.GoodFrames);
            Assert.IsGreaterThan(20, result.StateChanges);
        }
    }
}
