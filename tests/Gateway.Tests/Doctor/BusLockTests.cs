namespace CoinRig.Gateway.Tests;

/// <summary>Two programs on one board.</summary>
[TestClass]
public sealed class BusLockTests
{
    readonly TempFolder _folder = new();
    readonly string _before = BusLock.Folder;

    [TestInitialize]
    public void LockElsewhere() => BusLock.Folder = _folder.Path;

    [TestCleanup]
    public void LockHere()
    {
        BusLock.Folder = _before;
        _folder.Dispose();
    }

    [TestMethod]
    public void SecondProgram_IsRefused_AndMayWhenTheFirstIsDone()
    {
        var first = BusLock.Take(0);
        var refusal = Assert.ThrowsExactly<RefusedException>(() => BusLock.Take(0));
        StringAssert.Contains(refusal.Message, "Another CoinRig drives the board on SPI bus 0");
        using (BusLock.Take(1))
        {
            first.Dispose();
            BusLock.Take(0).Dispose();
        }
    }

    /// <summary>What a killed program leaves is a file without a lock.</summary>
    [TestMethod]
    public void FileThatWasLeft_DoesNotRefuse()
    {
        _folder.With("coinrig-spi0.lock", "4711");
        BusLock.Take(0).Dispose();
    }
}
