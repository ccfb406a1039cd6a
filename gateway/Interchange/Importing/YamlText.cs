using System.Text;

namespace CoinRig.Interchange;

/// <summary>Texts as YAML scalars on one line.</summary>
static class YamlText
{
    /// <summary>The text as it is where YAML takes it for a text, else in double quotes.</summary>
    internal static string Quoted(string text) => IsPlain(text) ? text : InQuotes(text);

    static bool IsPlain(string text) => text.Length > 0 && char.IsAsciiLetter(text[0]) && !text.EndsWith(' ')
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or '/' or '-' or '_' or '(' or ')' or '<' or '>');

    static string InQuotes(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }
        return quoted.Append('"').ToString();
    }
}
