using CoinRig.Documents;

namespace CoinRig.Interchange;

/// <summary>Reads protocols of other programs, whichever it is.</summary>
public static class InterchangeFile
{
    /// <summary>Reads a file: one that begins with a brace is aurora-unicycler's, any other is a step list of PyBaMM.</summary>
    /// <param name="path">The file.</param>
    /// <param name="keepRates">Whether C-rates stay C-rates although the file states a capacity.</param>
    /// <exception cref="DocumentException">With every mistake.</exception>
    public static ImportedProtocol Load(string path, bool keepRates)
    {
        var text = DocumentText.Load(path);
        return text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('{') ? UnicyclerFile.Read(text.TrimStart('\uFEFF'), path, keepRates) : PybammFile.Read(text, path);
    }
}
