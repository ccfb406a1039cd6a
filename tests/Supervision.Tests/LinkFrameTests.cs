using CsCheck;

namespace CoinRig.Supervision.Tests;

/// <summary>The gateway's frames and its decoder. That they are those of firmware/LINK.md is proven in tests/Firmware.Tests.</summary>
[TestClass]
public sealed class LinkFrameTests
{
    static readonly Gen<(byte Sequence, LinkMessage Type, byte[] Body)> Message =
        Gen.Int[0, Enum.GetValues<LinkMessage>().Length - 1].Select(i => Enum.GetValues<LinkMessage>()[i]).SelectMany(t => Gen.Select(Gen.Byte, Gen.Byte.Array[LinkFrame.BodyLength(t)], (s, b) => (s, t, b)));

    [TestMethod]
    public void Frame_AnyMessage_ComesBackAsItWas() => Message.Sample(m =>
    {
        var line = new byte[LinkFrame.LongestFrame];
        var length = LinkFrame.Write(line, m.Sequence, m.Type, m.Body);
        var decoder = new LinkDecoder();
        Assert.AreEqual(length - 1, Array.FindIndex(line, decoder.Take));
        Assert.AreEqual(m.Sequence, decoder.Sequence);
        Assert.AreEqual(m.Type, decoder.Type);
        Assert.IsTrue(decoder.Body.SequenceEqual(m.Body));
    });

    [TestMethod]
    public void Frame_OneBitFlipped_IsNeverAnotherMessage() => Gen.Select(Message, Gen.Int[0, 8 * LinkFrame.LongestFrame - 1]).Sample((m, bit) =>
    {
        var line = new byte[LinkFrame.LongestFrame];
        var length = LinkFrame.Write(line, m.Sequence, m.Type, m.Body);
        var decoder = new LinkDecoder();
        line[bit / 8 % length] ^= (byte)(1 << (bit % 8));
        Assert.IsFalse(line[..length].Any(decoder.Take));
    });

    [TestMethod]
    public void Write_BodyOfAnotherLength_IsRefused() =>
        Assert.ThrowsExactly<ArgumentException>(() => LinkFrame.Write(new byte[LinkFrame.LongestFrame], 1, LinkMessage.Arm, []));
}
