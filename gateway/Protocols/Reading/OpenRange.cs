using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>A range with one or both ends: <c>2.5 V .. 4.35 V</c>, <c>.. 4.35 V</c>, <c>2.5 V ..</c>.</summary>
static class OpenRange
{
    /// <summary>The two ends as written where one of them is left out; null where there are both, or no range.</summary>
    internal static (string Low, string High)? Texts(DocumentNode node) =>
        node.Text?.Split("..", StringSplitOptions.TrimEntries) is [var low, var high] && (low.Length == 0) != (high.Length == 0) ? (low, high) : null;
}
