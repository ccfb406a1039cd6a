using CoinRig.Runs;

namespace CoinRig.Analysis;

/// <summary>Analyses a file by what is in it, whatever it is called.</summary>
public static class FileAnalysis
{
    /// <summary>Analyses a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How.</param>
    /// <exception cref="RunFileException">It is a run file that is damaged.</exception>
    public static AnalyzedFile Of(string path, FileAnalysisOptions options)
    {
        using var run = RunFileReader.Open(path);
        return RunAnalysis.Of(run, options.Cell, options.Draws);
    }
}
