using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>
/// Sets variables for one run: the text of the protocol gets the other values, and says at its end which. So the text in the run file is what
/// reproduces the run.
/// </summary>
public static class Assignments
{
    /// <summary>How one is written.</summary>
    public const string Form = "NAME=VALUE";

    /// <summary>The protocol with other values.</summary>
    /// <param name="document">The protocol as it is in its file.</param>
    /// <param name="assignments">Each "top=4.1 V"; none leaves the document as it is.</param>
    /// <exception cref="DocumentException">There is no such variable, or the value is none of its quantity.</exception>
    public static Document Apply(Document document, IReadOnlyList<string> assignments)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(assignments);
        if (assignments.Count == 0)
        {
            return document;
        }
        var let = document.Root.IsMapping ? document.Root.AsMapping("a protocol file")!.AsWritten("let") : null;
        var map = let is { IsMapping: true } ? let.AsMapping("'let'") : null;
        var before = VariableScope.Read(document).All;
        var changes = new List<(DocumentNode Node, string Name, string Value)>();
        foreach (var (name, value) in assignments.Select(Split))
        {
            if (map?.AsWritten(name) is not { } node)
            {
                var near = map is null ? null : Spelling.Nearest(name, map.Keys);
                document.Report(0, 0, $"'{name}={value}' sets a variable that the protocol does not have", map is null ? "'let: {name: value}' in the protocol names what can be set"
                    : near is null ? $"one of the variables: {string.Join(", ", map.Keys)}" : $"did you mean '{near}'? The variables are: {string.Join(", ", map.Keys)}");
            }
            else if (changes.Any(c => c.Name == name))
            {
                document.Report(0, 0, $"'{name}' is set twice", "one value for each variable");
            }
            else
            {
                changes.Add((node, name, value));
            }
        }
        document.ThrowIfMistaken();
        var changed = Document.Parse(Rewritten(document, changes), document.Name);
        var after = VariableScope.Read(changed).All;
        RequireSameQuantities(document, before, after, changes);
        return changed.Mistakes.Count == 0 ? changed
            : throw new DocumentException([.. changed.Mistakes.Select(m => m with { Found = $"{m.Found} (as it was set for this run)" })]);
    }

    /// <summary>In which variable a protocol differs from what somebody believes it to be: "top = 4.2 V, not 4.1 V"; null where in none.</summary>
    /// <exception cref="DocumentException">There is no such variable, or the value is none of its quantity.</exception>
    public static string? Difference(Document document, IReadOnlyList<string> assignments)
    {
        ArgumentNullException.ThrowIfNull(document);
        var believed = VariableScope.Read(Apply(document, assignments)).All.ToDictionary(v => v.Name);
        return VariableScope.Read(document).All.FirstOrDefault(v => assignments.Count > 0 && believed.GetValueOrDefault(v.Name) is { } b && !b.IsSame(v)) is { } other
            ? $"{other.Name} = {other.Text}, not {believed[other.Name].Text}" : null;
    }

    /// <summary>Whether a text is an assignment.</summary>
    public static bool IsOne(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Split(text) is { Name.Length: > 0, Value.Length: > 0 };
    }

    static (string Name, string Value) Split(string text) => text.IndexOf('=') is > 0 and var at ? (text[..at].Trim(), text[(at + 1)..].Trim()) : ("", "");

    static string Rewritten(Document document, List<(DocumentNode Node, string Name, string Value)> changes)
    {
        var text = document.Text;
        var notes = "";
        foreach (var (node, name, value) in changes.OrderByDescending(c => c.Node.Line).ThenByDescending(c => c.Node.Column))
        {
            text = node.Replaced(text, $"'{value.Replace("'", "''")}'");
            notes = $"# set for this run: {name} = {OneLine(value)} (in the file: {OneLine(node.Text ?? "")})\n{notes}";
        }
        return $"{text}{(text.EndsWith('\n') ? "" : "\n")}{notes}";
    }

    static string OneLine(string text) => text.ReplaceLineEndings(" ");

    static void RequireSameQuantities(Document document, IReadOnlyList<Variable> before, IReadOnlyList<Variable> after, IEnumerable<(DocumentNode Node, string Name, string Value)> changes)
    {
        foreach (var (node, name, value) in changes)
        {
            var (old, now) = (before.FirstOrDefault(v => v.Name == name), after.FirstOrDefault(v => v.Name == name));
            if (old is not null && now is not null && Quantity(old) is var was && Quantity(now) is var becomes && was != becomes)
            {
                node.Report($"'{name}={value}' is {becomes}, but '{name}' is {was} in the file ({old.Text})", $"{was}, such as {old.Text}");
            }
        }
        document.ThrowIfMistaken();
    }

    /// <summary>A C-rate may become a current in other terms: a key that takes one takes all.</summary>
    static string Quantity(Variable variable) => variable.Value is not { } value ? "a range"
        : ValueKind.Of(value.Powers) is not { } kind ? "no quantity" : kind.IsCurrent ? "a current" : kind.Name;
}
