using System.Globalization;
using System.Text;

namespace CoinRig.Runs;

/// <summary>
/// How runs are named: <c>gitt__ncm523-lpo__reference__seed1__001</c>. Protocol, cell, profile and, on the twin, the seed; then the next
/// free number. The same run gets the same name in an empty folder, whenever and wherever it is made.
/// </summary>
public static class RunNames
{
    /// <summary>What the name of a run file ends with.</summary>
    public const string Extension = ".run.db";

    /// <summary>The name without its number.</summary>
    /// <param name="protocol">The protocol's short name, for example the stem of its file.</param>
    /// <param name="cell">The cell's name.</param>
    /// <param name="profile">The board profile's name.</param>
    /// <param name="seed">The twin's seed; null on hardware.</param>
    public static string Stem(string protocol, string cell, string profile, long? seed)
    {
        var stem = $"{Safe(protocol)}__{Safe(cell)}__{Safe(profile)}";
        return seed is { } number ? string.Create(CultureInfo.InvariantCulture, $"{stem}__seed{number}") : stem;
    }

    /// <summary>The id of the run with a number.</summary>
    public static string Numbered(string stem, int number) => string.Create(CultureInfo.InvariantCulture, $"{stem}__{number:000}");

    /// <summary>A text as part of a file name: ASCII letters and digits, with single dots, dashes and underscores between them.</summary>
    public static string Safe(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var kept = char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-';
            if (char.IsAsciiLetterOrDigit(kept) || name.Length == 0 || char.IsAsciiLetterOrDigit(name[^1]))
            {
                name.Append(kept);
            }
        }
        var trimmed = name.ToString().Trim('-', '.', '_');
        return trimmed.Length == 0 ? "unnamed" : trimmed;
    }
}
