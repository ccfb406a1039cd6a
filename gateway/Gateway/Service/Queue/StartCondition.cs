using System.Globalization;

namespace CoinRig.Gateway;

/// <summary>When an entry of a queue may start, once it is at the head.</summary>
/// <param name="ByHand">Only when a person lets it.</param>
/// <param name="NotBefore">Not before this time; null where it does not matter.</param>
sealed record StartCondition(bool ByHand, DateTimeOffset? NotBefore)
{
    /// <summary>What may be written.</summary>
    internal const string Allowed = "'now', 'by hand' (waits for 'coinrig continue'), or a time such as 2026-12-01T08:00 (this computer's time zone) or 2026-12-01T08:00Z";

    /// <summary>Reads one.</summary>
    internal static bool TryParse(string? text, out StartCondition condition)
    {
        condition = new(text is "by hand" or "hand", null);
        if (text is null or "now" || condition.ByHand)
        {
            return true;
        }
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time))
        {
            condition = new(false, time.ToUniversalTime());
            return true;
        }
        return false;
    }
}
