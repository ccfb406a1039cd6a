using CoinRig.Control;

namespace CoinRig.Gateway.Tests;

/// <summary>A run's end reaches the recorder although the ring is full when it ends.</summary>
[TestClass]
public sealed class LastWordsTests
{
    [TestMethod]
    public void RecorderHung_ThenRecovers_TheEndIsNotLost()
    {
        using var bench = new TwinBench("name: t\nsteps:\n  - Charge at C/10 for 10 min\n", capacity: 64, isRealTime: true);
        while (!bench.Run.HasEnded)
        {
            bench.Clock.WaitUntil(bench.Run.NextDue);
            bench.Run.Scan();
        }
        Assert.AreEqual(RunState.Failed, bench.Run.Live.State);
        StringAssert.Contains(bench.Run.Message, "does not keep up");
        bench.RunFor(0);
        bench.AssertIdle();
        CollectionAssert.Contains(bench.EventCodes.ToList(), "recording-failed");
        Assert.AreEqual(bench.Samples.Count, bench.Samples[^1].Sequence);
    }

    [TestMethod]
    public void VirtualTime_RingFullAtTheEnd_TheEndIsNotLost()
    {
        // Each full ring is emptied only when the writer waits, so at some length it is full when the last words come.
        for (var seconds = 20; seconds < 60; seconds++)
        {
            using var bench = new TwinBench($"name: t\nsteps:\n  - Charge at C/10 for {seconds} s\n", capacity: 4);
            while (!bench.Run.HasEnded)
            {
                bench.Clock.WaitUntil(bench.Run.NextDue);
                bench.Run.Scan();
            }
            bench.RunFor(0);
            bench.AssertIdle();
        }
    }
}
