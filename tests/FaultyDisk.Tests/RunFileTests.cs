using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.FaultyDisk.Tests;

[TestClass]
public sealed class RunFileTests
{
    [TestMethod]
    public void RunFile_OnADisk_LivesAsOnTheSystems()
    {
        using var disk = new Disk(1);
        var file = RunFile.Create(disk.Root + "/lab/runs", Header);
        using (var reader = RunFileReader.Open(file.Path))
        {
            Assert.AreEqual(RunState.Running, reader.Header.State);
        }
        Assert.IsFalse(InterruptedRun.IsOne(file.Path), "somebody records it");
        CollectionAssert.AreEquivalent(new[] { "", "-wal", "-reserve" }, disk.Files().Select(f => f[file.Path.Length..]).ToArray());
        disk.Kill();
        file.Dispose();
        disk.Restart();
        Assert.IsTrue(InterruptedRun.IsOne(file.Path), "nobody records it any more");
        using (RunFile.Continue(file.Path, null))
        {
            Assert.ThrowsExactly<RunFileException>(() => RunFile.Continue(file.Path, null));
        }
        CollectionAssert.AreEqual(new[] { file.Path }, disk.Files().ToArray());
        using (RunFile.Create(disk.Root + "/lab/runs", Header))
        {
            Assert.HasCount(2, disk.Files().Where(f => f.EndsWith(RunNames.Extension, StringComparison.Ordinal)).ToArray());
        }
        Assert.AreEqual(0, disk.OpenFiles);
        Assert.IsFalse(Directory.Exists(disk.Root));
    }

    [TestMethod]
    public void Create_InANewFolder_IsThereAfterAPowerCut()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            using var disk = new Disk(seed);
            var file = RunFile.Create(disk.Root + "/lab/runs", Header);
            disk.CutPower();
            file.Dispose();
            disk.Restart();
            using var reader = RunFileReader.Open(file.Path);
            Assert.AreEqual(RunState.Running, reader.Header.State);
        }
    }

    [TestMethod]
    [DataRow(DiskFaultKind.Full)]
    [DataRow(DiskFaultKind.WriteError)]
    [DataRow(DiskFaultKind.ShortWrite)]
    [DataRow(DiskFaultKind.SyncError)]
    [DataRow(DiskFaultKind.ReadError)]
    public void Create_DiskFailsAtAnyMoment_LeavesNothingThatLooksLikeARun(DiskFaultKind kind)
    {
        var refused = 0;
        for (var at = 1; at < 60; at++)
        {
            using var disk = new Disk(at);
            disk.Arm(new(kind, at, Amount: 700_000));
            try
            {
                RunFile.Create(disk.Root + "/runs", Header).Dispose();
            }
            catch (RunFileException error)
            {
                refused++;
                StringAssert.Contains(error.Message, disk.Root);
                Assert.HasCount(0, disk.Files(), $"at {at}: {string.Join(", ", disk.Files())}");
            }
            Assert.AreEqual(0, disk.OpenFiles);
        }
        Assert.IsGreaterThan(3, refused);
    }

    static RunHeader Header { get; } = new()
    {
        RunId = "disk",
        StartedUtc = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        ProtocolName = "p",
        ProtocolText = "p",
        CellName = "c",
        CellText = "c",
        ProfileName = "r",
        ProfileText = "r",
        Channel = 1,
        Source = "twin",
        Seed = 1,
        SoftwareVersion = "1",
    };
}
