using System.Text;

namespace CoinRig.InstrumentFiles;

/// <summary>Bytes as text: UTF-8 where they are that, else windows-1252, as instruments write it.</summary>
static class Texts
{
    static readonly UTF8Encoding Utf8 = new(false, true);

    /// <summary>The encoding for a degree sign or a micro that is not UTF-8.</summary>
    public static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows.GetString(bytes);
        }
    }

    /// <summary>Bytes without blanks and tabs around them.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> bytes)
    {
        while (bytes is [(byte)' ' or (byte)'\t', .. var rest])
        {
            bytes = rest;
        }
        while (bytes is [.. var rest, (byte)' ' or (byte)'\t'])
        {
            bytes = rest;
        }
        return bytes;
    }

    /// <summary>A piece of a file for a message: short, on one line.</summary>
    public static string Shown(ReadOnlySpan<byte> bytes) => Shown(Of(bytes.Length > 200 ? bytes[..200] : bytes));

    /// <summary>A piece of a file for a message: short, on one line.</summary>
    public static string Shown(string text)
    {
        var clean = string.Concat(text.Select(static c => char.IsControl(c) ? ' ' : c));
        return clean.Length > 40 ? $"'{clean[..40]}...'" : $"'{clean}'";
    }
}
