using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace CoinRig.Documents;

/// <summary>
/// Reads the keys of one mapping. Each getter reports what is wrong and returns a stand-in (null, NaN), so that a reader
/// goes on to the next mistake; <see cref="Finish"/> reports the keys that nobody asked for.
/// </summary>
public sealed class MappingReader
{
    readonly DocumentNode _node;
    readonly Dictionary<string, (YamlNode Key, YamlNode Value)> _entries = [];
    readonly List<string> _asked = [];
    IReadOnlyList<string>? _declared;

    internal MappingReader(DocumentNode node, YamlMappingNode mapping)
    {
        _node = node;
        foreach (var (key, value) in mapping.Children)
        {
            if (key is YamlScalarNode { Value.Length: > 0 } name)
            {
                _entries[name.Value] = (key, value);
            }
            else
            {
                var odd = new DocumentNode(node.Document, key);
                odd.Report($"{odd.Description} as a key", "a word as the key of a 'key: value' line");
            }
        }
    }

    /// <summary>The mapping itself.</summary>
    public DocumentNode Node => _node;

    /// <summary>The keys as written.</summary>
    public IEnumerable<string> Keys => _entries.Keys;

    /// <summary>Whether the key is there.</summary>
    public bool Has(string key) => _entries.ContainsKey(key);

    /// <summary>The keys that were asked for so far.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <summary>Says which keys the mapping has. No other can then be asked for, and <see cref="Finish"/> reports all others.</summary>
    public void Declare(IEnumerable<string> keys) => _declared = [.. keys];

    /// <summary>The value of a key, or null where the key is absent.</summary>
    /// <exception cref="InvalidOperationException">The key is not one of those that were declared: the reader and its declaration differ.</exception>
    public DocumentNode? Optional(string key)
    {
        if (_declared is not null && !_declared.Contains(key))
        {
            throw new InvalidOperationException($"The key '{key}' is read but not declared.");
        }
        if (!_asked.Contains(key))
        {
            _asked.Add(key);
        }
        return _entries.TryGetValue(key, out var entry) ? new DocumentNode(_node.Document, entry.Value) : null;
    }

    /// <summary>The value of a key that is there, whether it is one that belongs here or not; null where it is absent. It does not count as asked for.</summary>
    public DocumentNode? AsWritten(string key) => _entries.TryGetValue(key, out var entry) ? new DocumentNode(_node.Document, entry.Value) : null;

    /// <summary>The value of a key; reports and returns null where the key is absent.</summary>
    public DocumentNode? Required(string key)
    {
        var value = Optional(key);
        if (value is null)
        {
            _node.Report($"no '{key}'", $"'{key}: ...' is needed here");
        }
        return value;
    }

    /// <summary>A text; <paramref name="fallback"/> where absent.</summary>
    public string? Text(string key, string? fallback = null)
    {
        var value = Optional(key);
        if (value is null)
        {
            return fallback;
        }
        if (value.Text is not { } text)
        {
            value.Report(value.Description, $"'{key}' takes a text");
            return fallback;
        }
        return text;
    }

    /// <summary>A text that must be there and not empty.</summary>
    public string RequiredText(string key)
    {
        var value = Required(key);
        if (value is null)
        {
            return "";
        }
        if (value.IsNull || string.IsNullOrWhiteSpace(value.Text))
        {
            value.Report(value.Description, $"'{key}' takes a text that is not empty");
            return "";
        }
        return value.Text;
    }

    /// <summary>A quantity in SI; <paramref name="fallback"/> where absent.</summary>
    public double Quantity(string key, Dimension dimension, double fallback) => Optional(key)?.AsQuantity(dimension) ?? fallback;

    /// <summary>A quantity in SI that must be there; NaN where it is not.</summary>
    public double RequiredQuantity(string key, Dimension dimension) => Required(key)?.AsQuantity(dimension) ?? double.NaN;

    /// <summary>A quantity with uncertainty, in SI, or null where absent.</summary>
    public Amount? Amount(string key, Dimension dimension) => Optional(key)?.AsAmount(dimension);

    /// <summary>A range "low .. high" in SI, or null where absent.</summary>
    public (double Low, double High)? Span(string key, Dimension dimension)
    {
        var value = Optional(key);
        if (value is null)
        {
            return null;
        }
        var parts = value.Text?.Split("..", StringSplitOptions.TrimEntries);
        if (parts is [var first, var second]
            && Documents.Amount.TryParse(first, dimension, out var low) && Documents.Amount.TryParse(second, dimension, out var high))
        {
            if (low.Value < high.Value)
            {
                return (low.Value, high.Value);
            }
            value.Report(value.Description, $"the lower {dimension.Name} first, then a higher one");
            return null;
        }
        value.Report(value.Description, parts is [var bare, var whole] && WithUnitOf(whole, bare) is { } likely && Documents.Amount.TryParse(likely, dimension, out _)
            && Documents.Amount.TryParse(whole, dimension, out _)
            ? $"each value with its unit: {likely} .. {whole}"
            : $"two values of {dimension.Name}, each with its unit, the lower first: LOW .. HIGH, with values such as {dimension.Example}");
        return null;
    }

    /// <summary>A bare number with the unit of another value: of "2.8" and "4.2 V", "2.8 V".</summary>
    static string WithUnitOf(string value, string bare) => $"{bare} {value.TrimStart("+-0123456789.".ToCharArray()).Trim()}";

    /// <summary>A whole number within bounds; <paramref name="fallback"/> where absent.</summary>
    public int WholeNumber(string key, int fallback, int lowest, int highest)
    {
        var value = Optional(key);
        if (value is null)
        {
            return fallback;
        }
        if (int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= lowest && number <= highest)
        {
            return number;
        }
        value.Report(value.Description, $"'{key}' takes a whole number from {lowest} to {highest}");
        return fallback;
    }

    /// <summary>A plain number; <paramref name="fallback"/> where absent.</summary>
    public double Number(string key, double fallback)
    {
        var value = Optional(key);
        if (value is null)
        {
            return fallback;
        }
        if (double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }
        value.Report(value.Description, $"'{key}' takes a number");
        return fallback;
    }

    /// <summary>true or false; <paramref name="fallback"/> where absent.</summary>
    public bool Truth(string key, bool fallback)
    {
        switch (Text(key))
        {
            case null: return fallback;
            case "true" or "yes": return true;
            case "false" or "no": return false;
            default:
                Optional(key)!.Report(Optional(key)!.Description, $"'{key}' is true or false");
                return fallback;
        }
    }

    /// <summary>One of several words; <paramref name="fallback"/> where absent.</summary>
    public string Choice(string key, string fallback, params ReadOnlySpan<string> choices)
    {
        var text = Text(key, fallback)!;
        if (!choices.Contains(text))
        {
            Optional(key)!.Report($"'{text}'", $"'{key}' is one of: {string.Join(", ", choices!)}");
            return fallback;
        }
        return text;
    }

    /// <summary>Reports every key that was not declared (or, where nothing was declared, never asked for), with the keys that are known.</summary>
    public void Finish()
    {
        var known = _declared ?? _asked;
        foreach (var (name, (key, _)) in _entries)
        {
            if (!known.Contains(name))
            {
                var near = Spelling.Nearest(name, known);
                _node.Document.Report((int)key.Start.Line, (int)key.Start.Column, $"unknown key '{name}'",
                    char.IsAsciiDigit(name[..1].SingleOrDefault()) ? "a comma separates keys here; a decimal number is written with a point"
                    : near is null ? $"the keys here are: {string.Join(", ", known)}" : $"did you mean '{near}'? The keys here are: {string.Join(", ", known)}");
            }
        }
    }
}
