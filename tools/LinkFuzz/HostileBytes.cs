using CoinRig.Supervision;

namespace CoinRig.LinkFuzz;

/// <summary>Bytes as a bad line would bring them: noise, and good frames of every message that were flipped, cut, doubled, spliced and mixed with noise.</summary>
static class HostileBytes
{
    internal static byte[] Make(int count, int seed)
    {
        var random = new Random(seed);
        var bytes = new List<byte>(count + 512);
        byte sequence = 0;
        var counter = 0;
        while (bytes.Count < count)
        {
            if (random.Next(4) == 0)
            {
                bytes.AddRange(Noise(random));
            }
            else
            {
                bytes.AddRange(Spoiled(random, ref sequence, ref counter, bytes.Count / Fuzz.BytesOfALoop * 20));
            }
        }
        return [.. bytes.Take(count)];
    }

    static byte[] Noise(Random random)
    {
        var noise = new byte[random.Next(1, 200)];
        random.NextBytes(noise);
        // A zero now and then, so that noise looks like short frames too.
        for (var i = random.Next(40); i < noise.Length; i += random.Next(1, 40))
        {
            noise[i] = 0;
        }
        return noise;
    }

    /// <summary>A body that a gateway would send, so that all states are reached.</summary>
    static byte[] Plausible(LinkMessage type, Random random, int counter, int milliseconds)
    {
        var body = new byte[LinkFrame.BodyLength(type)];
        switch (type)
        {
            case LinkMessage.Hello:
                (body[0], body[1], body[3]) = (1, (byte)random.Next(40), 100);
                break;
            case LinkMessage.Heartbeat:
                (body[0], body[1], body[6]) = ((byte)counter, (byte)(counter >> 8), 3);
                BitConverter.TryWriteBytes(body.AsSpan(2), milliseconds);
                break;
            case LinkMessage.SetLimits:
                BitConverter.TryWriteBytes(body.AsSpan(2), (short)random.Next(4800));
                BitConverter.TryWriteBytes(body.AsSpan(6), (short)random.Next(4800));
                BitConverter.TryWriteBytes(body.AsSpan(8), (short)4700);
                body[10] = 200;
                break;
            default:
                Array.Fill(body, (byte)random.Next(3));
                break;
        }
        return body;
    }

    static byte[] Spoiled(Random random, ref byte sequence, ref int counter, int milliseconds)
    {
        var messages = Enum.GetValues<LinkMessage>();
        var type = random.Next(3) == 0 ? LinkMessage.Heartbeat : messages[random.Next(messages.Length)];
        var body = random.Next(4) == 0 ? new byte[LinkFrame.BodyLength(type)] : Plausible(type, random, ++counter, milliseconds);
        if (body.All(b => b == 0))
        {
            random.NextBytes(body);
        }
        var line = new byte[LinkFrame.LongestFrame];
        sequence += (byte)(random.Next(5) == 0 ? random.Next(256) : 1);
        line = line[..LinkFrame.Write(line, sequence, type, body)];
        var at = random.Next(line.Length);
        switch (random.Next(8))
        {
            case 0:
                line[at] ^= (byte)(1 << random.Next(8));
                return line;
            case 1:
                return [.. line[..at], .. line[(at + 1)..]];
            case 2:
                return [.. line[..at], line[at], .. line[at..]];
            case 3:
                return line[..at];
            case 4:
                return [.. line, .. line];
            case 5:
                return [.. line[..at], (byte)random.Next(256), .. line[at..]];
            case 6:
                line[at] = (byte)random.Next(256);
                return line;
            default:
                return line;
        }
    }
}
