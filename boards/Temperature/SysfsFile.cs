using System.Globalization;

namespace CoinRig.Temperature;

/// <summary>Reads the small text files in which the Linux kernel shows its sensors.</summary>
static class SysfsFile
{
    /// <summary>The text of a file; null where it is not there or the kernel answers with an error (a sensor that was unplugged).</summary>
    public static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A whole number of thousandths of a degree Celsius; null for anything else.</summary>
    public static int? Millidegrees(string? text) =>
        int.TryParse(text.AsSpan().Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
