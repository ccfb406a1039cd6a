using CoinRig.Documents;

namespace CoinRig.Gateway.Tests;

/// <summary>What a rig file puts into the queues.</summary>
[TestClass]
public sealed class RigQueueTests
{
    const string Rig = "name: rig\nboards: [{profile: reference, pins: twin}]\nqueue: [{channel: 1, protocol: mine.yaml, cell: ncm523-lpo}]\n";

    [TestMethod]
    public void Queue_SetsVariablesOfItsProtocols()
    {
        using var folder = new TempFolder();
        folder.With("mine.yaml", "name: Mine\nlet: {top: 4.2 V}\nsteps:\n  - Charge at C/5 until $top\n");
        var rig = folder.With("rig.yaml", "name: rig\nboards: [{profile: reference, pins: twin}]\nqueue: [{channel: 1, protocol: mine.yaml, cell: ncm523-lpo, set: {top: 4.1 V}}]\n");
        StringAssert.Contains(RigFile.Load(rig).Queue.Single().ProtocolText, "let: {top: '4.1 V'}");
        File.WriteAllText(rig, File.ReadAllText(rig).Replace("{top:", "{tip:", StringComparison.Ordinal));
        StringAssert.Contains(Assert.ThrowsExactly<DocumentException>(() => RigFile.Load(rig)).Message, "did you mean 'top'?");
    }

    [TestMethod]
    public void ProtocolWithAMistake_IsRefusedBeforeAnythingIsServed()
    {
        using var folder = new TempFolder();
        folder.With("mine.yaml", "name: Mine\nsteps:\n  - step: wait\n    for: AFM ready\n");
        var rig = folder.With("rig.yaml", Rig);
        var message = Assert.ThrowsExactly<DocumentException>(() => RigFile.Load(rig)).Message;
        StringAssert.Contains(message, "rig.yaml:3");
        StringAssert.Contains(message, "mine.yaml:4");
        StringAssert.Contains(message, "'AFM ready'");
    }

    /// <summary>After a loss of power nobody is there to put a file back that nothing needs any more.</summary>
    [TestMethod]
    public void FilesThatAreGone_KeepNoRigFromStarting_WhoseQueuesAreKept()
    {
        using var folder = new TempFolder();
        var rig = folder.With("rig.yaml", Rig);
        Assert.ThrowsExactly<DocumentException>(() => RigFile.Load(rig, folder.Path));
        folder.With(QueueFile.Name, "{}");
        var kept = RigFile.Load(rig, folder.Path);
        Assert.IsEmpty(kept.Queue);
        Assert.IsTrue(kept.HasUnusedQueue);
    }
}
