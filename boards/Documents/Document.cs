using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CoinRig.Documents;

/// <summary>
/// A YAML file that a person wrote, read so that every mistake can be told with its place. Readers report mistakes and
/// go on; <see cref="ThrowIfMistaken"/> tells them all at once.
/// </summary>
public sealed class Document
{
    readonly List<Mistake> _mistakes = [];
    readonly List<Mistake> _warnings = [];
    readonly Dictionary<YamlNode, string> _readAs = new(ReferenceEqualityComparer.Instance);
    readonly HashSet<YamlNode> _settled = new(ReferenceEqualityComparer.Instance);

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

    /// <summary>What is allowed but probably not meant, in the order of the file.</summary>
    public IReadOnlyList<Mistake> Warnings => [.. _warnings.OrderBy(m => m.Line).ThenBy(m => m.Column)];

    /// <summary>Reads a file.</summary>
    /// <exception cref="DocumentException">The file cannot be read or is not YAML.</exception>
    public static Document Load(string path) => Parse(DocumentText.Load(path), path);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="name">What to call the file in messages.</param>
    /// <exception cref="DocumentException">The text is not YAML.</exception>
    public static Document Parse(string text, string name)
    {
        if (text.Length > DocumentText.Longest)
        {
            throw new DocumentException([new(name, 0, 0, $"{text.Length} characters", $"a YAML file of at most {DocumentText.Longest} characters")]);
        }
        var document = new Document(name, text);
        var stream = new YamlStream();
        try
        {
            DocumentScan.Check(text, name);
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new DocumentException([TabIndentation(text, name) ?? new(name, Math.Max(1, (int)e.Start.Line), Math.Max(1, (int)e.Start.Column),
                $"not YAML: {Reason(e)}", "check indentation, quotes and colons here")]);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // YamlDotNet answers some malformed files with the exceptions of its own parts instead of a YamlException.
            throw new DocumentException([new(name, 1, 1, $"not YAML: {e.Message}", "check the file in an editor: it may not be a text file")]);
        }
        if (stream.Documents.Count != 1)
        {
            throw new DocumentException([new(name, 1, 1, stream.Documents.Count == 0 ? "the file is empty" : "more than one document", "one YAML document")]);
        }
        document.Root = new DocumentNode(document, stream.Documents[0].RootNode);
        return document;
    }

    /// <summary>The first tab in an indentation: the likeliest reason why a file is no YAML, and one that nobody sees.</summary>
    static Mistake? TabIndentation(string text, string name)
    {
        var line = 0;
        foreach (var row in text.AsSpan().EnumerateLines())
        {
            line++;
            if (row[..^row.TrimStart().Length].IndexOf('\t') is >= 0 and var column)
            {
                return new(name, line, column + 1, "a tab in the indentation", "blanks: YAML takes no tabs there");
            }
        }
        return null;
    }

    /// <summary>YamlDotNet's message without the place, which the mistake tells already.</summary>
    static string Reason(YamlException e)
    {
        var end = e.Message.IndexOf("): ", StringComparison.Ordinal);
        return e.Message.StartsWith('(') && end > 0 ? e.Message[(end + 3)..] : e.Message;
    }

    /// <summary>Notes a mistake at a node.</summary>
    public void Report(DocumentNode at, string found, string allowed)
    {
        if (!_settled.Contains(at.Yaml))
        {
            Report(at.Line, at.Column, found, allowed);
        }
    }

    internal string? ReadAs(YamlNode node) => _readAs.GetValueOrDefault(node);

    internal void ReadAs(YamlNode node, string text) => _readAs[node] = text;

    internal void Settle(YamlNode node) => _settled.Add(node);

    /// <summary>Notes a mistake at a place.</summary>
    public void Report(int line, int column, string found, string allowed)
    {
        var mistake = new Mistake(Name, line, column, found, allowed);
        if (!_mistakes.Contains(mistake))
        {
            _mistakes.Add(mistake);
        }
    }

    /// <summary>Notes something that is allowed but probably not meant.</summary>
    public void Warn(DocumentNode at, string found, string advice)
    {
        var warning = new Mistake(Name, at.Line, at.Column, found, advice);
        if (!_warnings.Contains(warning))
        {
            _warnings.Add(warning);
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
