using System.Text.RegularExpressions;
using CoinRig.Supervision;

namespace CoinRig.Firmware.Tests;

/// <summary>Both ends of the link against firmware/LINK.md.</summary>
[TestClass]
public sealed partial class LinkPageTests
{
    const string Link = "firmware/LINK.md";

    [TestMethod]
    public void Vectors_EveryMessage_HasOne() =>
        CollectionAssert.AreEquivalent(Enum.GetValues<LinkMessage>().Select(m => (byte)m).ToArray(), Vector.All.Select(v => v.Type).ToArray());

    [TestMethod]
    public void Vectors_WrittenByTheGateway_AreThePages()
    {
        Span<byte> line = stackalloc byte[LinkFrame.LongestFrame];
        foreach (var vector in Vector.All)
        {
            var length = LinkFrame.Write(line, vector.Sequence, (LinkMessage)vector.Type, vector.Body);
            Assert.AreEqual(Convert.ToHexString(vector.Line), Convert.ToHexString(line[..length]));
        }
    }

    [TestMethod]
    public void Vectors_WrittenByTheFirmware_AreThePages()
    {
        foreach (var vector in Vector.All)
        {
            var encoder = new FrameEncoder();
            for (var i = 0; i < (byte)(vector.Sequence - 1); i++)
            {
                encoder.Send(MessageType.ReadStatus);
                encoder.Clear();
            }
            vector.Body.CopyTo(encoder.Content, FrameEncoder.Body);
            encoder.Send((MessageType)vector.Type);
            Assert.AreEqual(Convert.ToHexString(vector.Line), Convert.ToHexString(encoder.Waiting, 0, encoder.Count));
        }
    }

    [TestMethod]
    public void Vectors_ReadByBothEnds_AreThePages()
    {
        var (firmware, gateway) = (new FrameDecoder(), new LinkDecoder());
        foreach (var vector in Vector.All)
        {
            Assert.IsTrue(Feed(firmware, vector.Line));
            vector.AssertIs(firmware);
            Assert.IsTrue(Feed(gateway, vector.Line));
            vector.AssertIs(gateway);
        }
        Assert.AreEqual(0u, firmware.Refused);
        Assert.AreEqual(0, gateway.Refused);
    }

    [TestMethod]
    public void Refused_ByBothEnds_AndTheNextFrameIsFound()
    {
        var (firmware, gateway) = (new FrameDecoder(), new LinkDecoder());
        var arm = Vector.All.Single(v => v.Type == (byte)LinkMessage.Arm);
        foreach (var line in Vector.Refused)
        {
            var (before, beforeGateway) = (firmware.Refused, gateway.Refused);
            Assert.IsFalse(Feed(firmware, line), Convert.ToHexString(line));
            Assert.IsFalse(Feed(gateway, line), Convert.ToHexString(line));
            Assert.AreEqual(before + 1, firmware.Refused);
            Assert.AreEqual(beforeGateway + 1, gateway.Refused);
            Assert.IsTrue(Feed(firmware, arm.Line));
            Assert.IsTrue(Feed(gateway, arm.Line));
            arm.AssertIs(firmware);
            arm.AssertIs(gateway);
        }
    }

    [TestMethod]
    public void Messages_NumbersNamesAndLengths_AreThePages()
    {
        var rows = MessageRow.Matches(Page.Read(Link)).Select(m => (Convert.FromHexString(m.Groups[1].Value)[0], m.Groups[2].Value, int.Parse(m.Groups[3].Value))).ToArray();
        CollectionAssert.AreEqual(rows, Enum.GetValues<MessageType>().Select(t => ((byte)t, t.ToString(), Frames.BodyLength((int)t))).ToArray());
        CollectionAssert.AreEqual(rows, Enum.GetValues<LinkMessage>().Select(t => ((byte)t, t.ToString(), LinkFrame.BodyLength(t))).ToArray());
        Assert.AreEqual(Frames.LongestBody, rows.Max(r => r.Item3));
    }

    [TestMethod]
    public void Numbers_OfResultsCausesAndStates_AreThePages()
    {
        AssertTable("result", Enum.GetValues<Result>().Select(v => ((int)v, v.ToString())), Enum.GetValues<RequestResult>().Select(v => ((int)v, v.ToString())));
        AssertTable("cause", Enum.GetValues<TripCause>().Select(v => ((int)v, v.ToString())), Enum.GetValues<Supervision.TripCause>().Select(v => ((int)v, v.ToString())));
        AssertTable("state", Enum.GetValues<SupervisorState>().Select(v => ((int)v, v.ToString())), Enum.GetValues<Supervision.SupervisorState>().Select(v => ((int)v, v.ToString())));
    }

    [TestMethod]
    public void Numbers_InTheText_AreTheFirmwares()
    {
        var text = Page.Read(Link);
        Assert.Contains($"above {BoardProfile.LongestHeartbeatPeriodMilliseconds} ms", text);
        Assert.Contains($"no more than {BoardProfile.LatestHeartbeatMilliseconds} ms longer", text);
        Assert.Contains($"at most {Frames.LongestContent} bytes", text);
        Assert.Contains($"at most {LinkFrame.LongestContent} bytes", text);
        Assert.Contains($"Hello({Frames.Version},", text);
        Assert.Contains($"Hello({LinkFrame.Version},", text);
        Assert.AreEqual(0x29B1, Crc16.Of("123456789"u8.ToArray(), 0, 9));
        Assert.AreEqual(0x29B1, LinkFrame.Crc("123456789"u8));
    }

    static void AssertTable(string word, IEnumerable<(int, string)> firmware, IEnumerable<(int, string)> gateway)
    {
        var table = Page.Read(Link).Split("\n\n").Single(p => p.StartsWith($"| number | {word} |", StringComparison.Ordinal));
        var rows = NumberAndName.Matches(table).Select(m => (int.Parse(m.Groups[1].Value), m.Groups[2].Value)).Order().ToArray();
        CollectionAssert.AreEqual(rows, firmware.Order().ToArray());
        CollectionAssert.AreEqual(rows, gateway.Order().ToArray());
    }

    static bool Feed(FrameDecoder decoder, byte[] line) => line.Aggregate(false, (found, b) => found | decoder.Take(b));

    static bool Feed(LinkDecoder decoder, byte[] line) => line.Aggregate(false, (found, b) => found | decoder.Take(b));

    [GeneratedRegex(@"^\| ([0-9A-F]{2}) \| (\w+) \| (\d+) \|", RegexOptions.Multiline)]
    static partial Regex MessageRow { get; }

    [GeneratedRegex(@"(?<=\| )(\d+) \| (\w+)")]
    static partial Regex NumberAndName { get; }
}
