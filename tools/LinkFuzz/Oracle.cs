using CoinRig.Supervision;

namespace CoinRig.LinkFuzz;

/// <summary>Which bytes end a good frame, by the plain words of firmware/LINK.md: cut at zeros, unstuffed, checked. Slow, and nothing like either decoder.</summary>
static class Oracle
{
    internal static bool[] EndsOfGoodFrames(byte[] bytes)
    {
        var ends = new bool[bytes.Length];
        var start = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == 0)
            {
                ends[i] = Content(bytes[start..i]) is { } content && IsGood(content);
                start = i + 1;
            }
        }
        return ends;
    }

    static byte[]? Content(byte[] line)
    {
        var content = new List<byte>();
        for (var at = 0; at < line.Length; at += line[at])
        {
            if (at + line[at] > line.Length || line[at] == 255)
            {
                return null;
            }
            if (at > 0)
            {
                content.Add(0);
            }
            content.AddRange(line[(at + 1)..(at + line[at])]);
        }
        return [.. content];
    }

    static bool IsGood(byte[] content) => content.Length >= 4 && LinkFrame.BodyLength((LinkMessage)content[1]) == content.Length - 4
        && LinkFrame.Crc(content.AsSpan(..^2)) == (content[^2] | (content[^1] << 8));
}
