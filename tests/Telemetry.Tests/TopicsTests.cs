using CsCheck;

namespace CoinRig.Telemetry.Tests;

[TestClass]
public sealed class TopicsTests
{
    [TestMethod]
    public void Topics_OfARig_AreThoseOfTheContract()
    {
        var topics = new Topics("lab", "bench-1");
        Assert.AreEqual("coinrig/lab/bench-1/status", topics.Status);
        Assert.AreEqual("coinrig/lab/bench-1/info", topics.Info);
        Assert.AreEqual("coinrig/lab/bench-1/ch/2/state", topics.State(2));
        Assert.AreEqual("coinrig/lab/bench-1/ch/2/s", topics.Samples(2));
        Assert.AreEqual("coinrig/lab/bench-1/ch/2/result", topics.Result(2));
        Assert.AreEqual("coinrig/lab/bench-1/ch/2/event", topics.Event(2));
        Assert.AreEqual("coinrig/lab/bench-1/alarm/relay-welded", topics.Alarm("relay-welded"));
        Assert.AreEqual("coinrig/lab/bench-1/cmd/ch/2/mark", topics.MarkCommand(2));
        Assert.AreEqual(2, Topics.ChannelOfMark(topics.MarkCommand(2)));
        Assert.IsNull(Topics.ChannelOfMark("coinrig/lab/bench-1/cmd/ch/0/mark"));
        Assert.IsNull(Topics.ChannelOfMark("coinrig/lab/bench-1/cmd/ch/+/mark"));
        Assert.AreEqual("coinrig/lab/bench-1/sink/influx/cursor", topics.SinkCursor("influx"));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("Lab")]
    [DataRow("my lab")]
    [DataRow("a/b")]
    [DataRow("+")]
    [DataRow("#")]
    [DataRow("$sys")]
    [DataRow("-lab")]
    [DataRow("käse")]
    [DataRow("1234567890123456789012345678901234567890123456789012345678901234")]
    public void Topics_NameThatIsNoTopicLevel_IsRefusedWithAnExample(string name)
    {
        var lab = Assert.ThrowsExactly<TelemetryException>(() => new Topics(name, "rig"));
        StringAssert.Contains(lab.Message, "--lab");
        StringAssert.Contains(lab.Message, TopicName.From(name));
        var rig = Assert.ThrowsExactly<TelemetryException>(() => new Topics("lab", name));
        StringAssert.Contains(rig.Message, "--rig");
    }

    [TestMethod]
    public void From_AnyText_IsAllowed() => Gen.String.Sample(text => TopicName.IsValid(TopicName.From(text)));

    [TestMethod]
    [DataRow("RaspberryPi.local", "raspberrypi-local")]
    [DataRow("rig_7", "rig_7")]
    [DataRow("  My Lab!  ", "my-lab")]
    [DataRow("///", "rig")]
    public void From_Text_StaysReadable(string text, string name) => Assert.AreEqual(name, TopicName.From(text));

    [TestMethod]
    public void SinkOf_CursorTopic_IsItsSink()
    {
        Assert.AreEqual("influx", Topics.SinkOf("coinrig/lab/rig/sink/influx/cursor"));
        Assert.IsNull(Topics.SinkOf("coinrig/lab/rig/sink/influx/cursor/x"));
        Assert.IsNull(Topics.SinkOf("coinrig/lab/rig/ch/1/s"));
        Assert.IsNull(Topics.SinkOf("other/lab/rig/sink/influx/cursor"));
    }
}
