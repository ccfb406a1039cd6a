using CoinRig.Supervision;

namespace CoinRig.Firmware.Tests;

/// <summary>One frame of the page: what is in it, and how it looks on the line.</summary>
sealed record Vector(byte Sequence, byte Type, byte[] Body, byte[] Line)
{
    internal static IReadOnlyList<Vector> All { get; } = [.. Page.Block("firmware/LINK.md", "vectors").Select(Parse)];

    /// <summary>Lines that must be thrown away.</summary>
    internal static IReadOnlyList<byte[]> Refused { get; } =
        [.. Page.Block("firmware/LINK.md", "refused").Select(l => Convert.FromHexString(l.Split(' ', 2)[0]))];

    /// <summary>Body as both decoders see it.</summary>
    internal void AssertIs(FrameDecoder decoder)
    {
        Assert.AreEqual(Sequence, decoder.Content[0]);
        Assert.AreEqual(Type, decoder.Content[1]);
        CollectionAssert.AreEqual(Body, decoder.Content.AsSpan(2, Body.Length).ToArray());
    }

    internal void AssertIs(LinkDecoder decoder)
    {
        Assert.AreEqual(Sequence, decoder.Sequence);
        Assert.AreEqual(Type, (byte)decoder.Type);
        CollectionAssert.AreEqual(Body, decoder.Body.ToArray());
    }

    static Vector Parse(string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(byte.Parse(parts[0]), Convert.FromHexString(parts[1])[0], parts[2] == "-" ? [] : Convert.FromHexString(parts[2]), Convert.FromHexString(parts[3]));
    }
}
