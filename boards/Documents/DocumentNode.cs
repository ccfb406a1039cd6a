using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CoinRig.Documents;

/// <summary>One value of a <see cref="Document"/>: a text, a list, or a mapping, with its place in the file.</summary>
public sealed class DocumentNode
{
    const int LongestShown = 200;

    internal DocumentNode(Document document, YamlNode node)
    {
        Document = document;
        Yaml = node;
    }

    internal YamlNode Yaml { get; }

    /// <summary>The file it stands in.</summary>
    public Document Document { get; }

    /// <summary>Line from 1.</summary>
    public int Line => (int)Yaml.Start.Line;

    /// <summary>Column from 1.</summary>
    public int Column => (int)Yaml.Start.Column;

    /// <summary>The text of a plain value, or what it is read as; null for a list or a mapping.</summary>
    public string? Text => Document.ReadAs(Yaml) ?? (Yaml as YamlScalarNode)?.Value;

    /// <summary>Whether it is <c>null</c> or nothing, written without quotes.</summary>
    public bool IsNull => Yaml is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "null" or "~" };

    /// <summary>Whether it is a mapping of keys to values.</summary>
    public bool IsMapping => Yaml is YamlMappingNode;

    /// <summary>Whether it is a list.</summary>
    public bool IsList => Yaml is YamlSequenceNode;

    /// <summary>The items of a list; empty for anything else.</summary>
    public IReadOnlyList<DocumentNode> Items =>
        Yaml is YamlSequenceNode list ? [.. list.Children.Select(c => new DocumentNode(Document, c))] : [];

    /// <summary>What it is, in a person's words, for messages.</summary>
    public string Description => Yaml switch
    {
        YamlScalarNode s => string.IsNullOrEmpty(s.Value) ? "nothing" : Document.ReadAs(s) is { } other && other != s.Value ? $"'{Shown(s.Value)}' ({Shown(other)})" : $"'{Shown(s.Value)}'",
        YamlSequenceNode => "a list",
        _ => "a mapping",
    };

    /// <summary>A value that is too long to be one is told by its beginning.</summary>
    static string Shown(string value) => value.Length <= LongestShown ? value : $"{value[..LongestShown]}...";

    /// <summary>Notes a mistake here.</summary>
    public void Report(string found, string allowed) => Document.Report(this, found, allowed);

    /// <summary>Reads it as a mapping; reports and returns null if it is none.</summary>
    /// <param name="what">What the mapping is, for the message: "a cell file".</param>
    public MappingReader? AsMapping(string what)
    {
        if (Yaml is YamlMappingNode mapping)
        {
            return new MappingReader(this, mapping);
        }
        Report(Description, $"{what}: a mapping of 'key: value' lines");
        return null;
    }

    /// <summary>Has the value read as another text from now on, such as the value of an expression; messages tell both.</summary>
    public void ReadAs(string text) => Document.ReadAs(Yaml, text);

    /// <summary>Reports nothing more here: what is wrong with it is known.</summary>
    public void Settle() => Document.Settle(Yaml);

    /// <summary>The text of the document with another one in the place of this value.</summary>
    /// <param name="text">The document's text, in which nothing before this value was replaced.</param>
    /// <param name="other">What comes into its place.</param>
    public string Replaced(string text, string other) => $"{text[..(int)Yaml.Start.Index]}{other}{text[(int)Yaml.End.Index..]}";

    /// <summary>Notes here something that is allowed but probably not meant.</summary>
    public void Warn(string found, string advice) => Document.Warn(this, found, advice);

    /// <summary>Reads a quantity with a unit, in SI; reports and returns NaN if it is none, or if an uncertainty is stated, which nobody would use.</summary>
    public double AsQuantity(Dimension dimension)
    {
        var amount = AsAmount(dimension);
        if (amount.Uncertainty != 0)
        {
            Report(Description, $"one value of {dimension.Name} without an uncertainty, such as {dimension.Example}");
            return double.NaN;
        }
        return amount.Value;
    }

    /// <summary>Reads a quantity with a unit and perhaps a standard uncertainty ("3.39 +- 0.02 mg"), in SI; reports and returns NaN if it is none.</summary>
    public Amount AsAmount(Dimension dimension)
    {
        if (Text is { } text && Amount.TryParse(text, dimension, out var amount))
        {
            return amount;
        }
        if (Text?.Replace(',', '.') is { } pointed && pointed != Text && Amount.TryParse(pointed, dimension, out _))
        {
            Report(Description, $"a decimal point: {pointed}");
            return new Amount(double.NaN, 0);
        }
        Report(Description, $"a number and a unit of {dimension.Name}, such as {dimension.Example} (units: {dimension.UnitList})");
        return new Amount(double.NaN, 0);
    }
}
