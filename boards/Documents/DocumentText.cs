using System.Text;

namespace CoinRig.Documents;

/// <summary>Reads the text of a file that is named by a person, and says what is wrong with one that is not a text.</summary>
public static class DocumentText
{
    /// <summary>A file longer than this is not one that a person wrote, characters and bytes.</summary>
    public const int Longest = 1_000_000;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <exception cref="DocumentException">It cannot be read, is too long, or is not UTF-8.</exception>
    public static string Load(string path)
    {
        byte[] bytes;
        try
        {
            bytes = ReadBounded(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DocumentException([new(path, 0, 0, "there is no such file", "give the path of a readable file")]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DocumentException([new(path, 0, 0, $"cannot be read: {e.Message}", "give the path of a readable file")]);
        }
        if (bytes.Length > Longest)
        {
            throw new DocumentException([new(path, 0, 0, $"more than {Longest} bytes", $"a file of at most {Longest} bytes")]);
        }
        return Decode(bytes, path);
    }

    /// <summary>Reads no more than it takes to see that a file is too long: a device file has no length to ask for.</summary>
    static byte[] ReadBounded(string path)
    {
        using var stream = File.OpenRead(path);
        var buffer = new byte[Longest + 1];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return buffer[..length];
    }

    static string Decode(byte[] bytes, string path)
    {
        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return Strict.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException e)
        {
            var before = bytes.AsSpan(0, Math.Clamp(start + e.Index, 0, bytes.Length - 1));
            var line = before.Count((byte)'\n') + 1;
            throw new DocumentException([new(path, line, before.Length - before.LastIndexOf((byte)'\n'),
                $"the byte 0x{bytes[before.Length]:X2} is not UTF-8 text", "save the file as UTF-8 (the micro sign may be written u)")]);
        }
    }
}
