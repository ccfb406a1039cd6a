using System.Text;

namespace CoinRig.Telemetry;

/// <summary>
/// One level of a topic that people or files choose: lower-case letters, digits, '-' and '_', 1 to 63 of them, the first a
/// letter or a digit. So no name can hold a wildcard, a slash or a space, and every reader's own rule for ids is met
/// (Home Assistant: [a-zA-Z0-9_-]).
/// </summary>
public static class TopicName
{
    const int MostCharacters = 63;

    /// <summary>Whether a name is allowed.</summary>
    public static bool IsValid(string? name)
    {
        if (string.IsNullOrEmpty(name) || name.Length > MostCharacters || !char.IsAsciiLetterOrDigit(name[0]))
        {
            return false;
        }
        return name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');
    }

    /// <summary>Makes an allowed name of any text: "RaspberryPi.local" becomes "raspberrypi-local".</summary>
    public static string From(string text)
    {
        var name = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            var isAllowed = char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_';
            if (isAllowed)
            {
                name.Append(c);
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }
        }
        var trimmed = name.ToString().TrimStart('_', '-');
        trimmed = trimmed[..Math.Min(trimmed.Length, MostCharacters)].TrimEnd('-');
        return trimmed.Length == 0 ? "rig" : trimmed;
    }

    /// <summary>Returns the name, or says what is wrong with it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="what">What it names, as the person wrote it: "--lab".</param>
    /// <exception cref="TelemetryException">The name is not allowed.</exception>
    public static string Check(string name, string what) => IsValid(name)
        ? name
        : throw new TelemetryException($"{what}: '{name}' cannot be a part of an MQTT topic. Allowed are 1 to {MostCharacters} lower-case "
            + $"letters, digits, '-' and '_', beginning with a letter or a digit; for example '{From(name)}'.");
}
