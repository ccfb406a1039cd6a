using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CoinRig.Documents;

/// <summary>
/// A YAML file that a person wrote, read so that every mistake can be told with its place. Readers report mistakes and
/// go on; <see cref="ThrowIfMistaken"/> tells them all at once.
/// </summary>
public sealed class Document
{
    /// <summary>A file longer than this is not one that a person wrote.</summary>
    const int LongestCharacters = 1_000_000;

    readonly List<Mistake> _mistakes = [];

    Document(string name, string text)
    {
        Name = name;
        Text = text;
    }

    /// <summary>The file's name as the person gave it.</summary>
    public string Name { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>The top of the document.</summary>
    public DocumentNode Root { get; private set; } = null!;

    /// <summary>The mistakes reported so far.</summary>
    public IReadOnlyList<Mistake> Mistakes => _mistakes;

    /// <summary>Reads a file.</summary>
    /// <exception cref="DocumentException">The file cannot be read or is not YAML.</exception>
    public static Document Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DocumentException([new(path, 0, 0, $"cannot be read: {e.Message}", "give the path of a readable YAML file")]);
        }
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="name">What to call the file in messages.</param>
    /// <exception cref="DocumentException">The text is not YAML.</exception>
    public static Document Parse(string text, string name)
    {
        if (text.Length > LongestCharacters)
        {
            throw new DocumentException([new(name, 0, 0, $"{text.Length} characters", $"a file of at most {LongestCharacters} characters")]);
        }
        var document = new Document(name, text);
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new DocumentException([new(name, (int)e.Start.Line, (int)e.Start.Column, $"not YAML: {e.Message}", "check indentation, quotes and colons here")]);
        }
        if (stream.Documents.Count != 1)
        {
            throw new DocumentException([new(name, 1, 1, stream.Documents.Count == 0 ? "the file is empty" : "more than one document", "one YAML document")]);
        }
        document.Root = new DocumentNode(document, stream.Documents[0].RootNode);
        return document;
    }

    /// <summary>Notes a mistake at a node.</summary>
    public void Report(DocumentNode at, string found, string allowed) => Report(at.Line, at.Column, found, allowed);

    /// <summary>Notes a mistake at a place.</summary>
    public void Report(int line, int column, string found, string allowed)
    {
        var mistake = new Mistake(Name, line, column, found, allowed);
        if (!_mistakes.Contains(mistake))
        {
            _mistakes.Add(mistake);
        }
    }

    /// <summary>Throws if any mistake was noted.</summary>
    /// <exception cref="DocumentException">With all of them, in the order of the file.</exception>
    public void ThrowIfMistaken()
    {
        if (_mistakes.Count > 0)
        {
            throw new DocumentException([.. _mistakes.OrderBy(m => m.Line).ThenBy(m => m.Column)]);
        }
    }
}
