using CoinRig.Electrochemistry.Uncertainty;
using CoinRig.InstrumentFiles;
using CoinRig.Runs;

namespace CoinRig.Analysis;

/// <summary>Analyses a file by what is in it, whatever it is called.</summary>
public static class FileAnalysis
{
    static ReadOnlySpan<byte> RunFileMark => "SQLite format 3\0"u8;

    /// <summary>Analyses a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How.</param>
    /// <exception cref="RunFileException">It is a run file that is damaged.</exception>
    /// <exception cref="InstrumentFileException">It is a file of another instrument that cannot be read.</exception>
    public static AnalyzedFile Of(string path, FileAnalysisOptions options)
    {
        if (Directory.Exists(path))
        {
            throw new InstrumentFileException(path, 0, "It is a folder.", "Name a file in it.");
        }
        if (!File.Exists(path))
        {
            throw new InstrumentFileException(path, 0, "There is no such file.", "");
        }
        if (!IsRun(path))
        {
            return InstrumentFileAnalysis.Of(path, options);
        }
        using var run = RunFileReader.Open(path);
        var analysed = RunAnalysis.Of(run, options.Cell, options.Draws);
        return options.Instrument == Instrument.Unknown ? analysed
            : analysed with { Warnings = [.. analysed.Warnings, "--accuracy is for other instruments' files and was not used: a run holds what its board may be off by."] };
    }

    /// <summary>Whether a file is one of ours. Of what cannot be opened nothing is said here.</summary>
    public static bool IsRun(string path)
    {
        if (!File.Exists(path))
        {
            return path.EndsWith(RunNames.Extension, StringComparison.Ordinal);
        }
        Span<byte> head = stackalloc byte[RunFileMark.Length];
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual(RunFileMark);
    }
}
