using System.Text;

namespace CoinRig.InstrumentFiles.Tests;

/// <summary>Small files for one test each.</summary>
static class Text
{
    /// <summary>Reads a file that has this text.</summary>
    public static T Read<T>(string text, Func<MeasuredFile, T> read, ReadOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), read, options);

    /// <summary>Reads a file that has these bytes.</summary>
    public static T Read<T>(byte[] bytes, Func<MeasuredFile, T> read, ReadOptions? options = null)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.txt");
        File.WriteAllBytes(path, bytes);
        try
        {
            return read(MeasuredFile.Open(path, options));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The only series of a file that has this text, and the warnings of reading it.</summary>
    public static (Series Series, IReadOnlyList<FileWarning> Warnings) Series(string text, ReadOptions? options = null) =>
        Read(text, static f => (f.ReadSeries().Single(), f.Warnings), options);

    /// <summary>The refusal of a text.</summary>
    public static InstrumentFileException Refusal(string text, ReadOptions? options = null) =>
        Assert.ThrowsExactly<InstrumentFileException>(() => Read(text, static f => f.ReadSeries(), options));
}
