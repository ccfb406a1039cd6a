using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>A power as people write it: <c>2 mW</c>, <c>-2 mW</c>, <c>discharge 2 mW</c>. Positive charges.</summary>
static class PowerValue
{
    const string Allowed = "a power such as 2 mW; positive charges, so a discharge is -2 mW or 'discharge 2 mW'";

    /// <summary>Reads a power at a node in W; reports and returns NaN if it is none.</summary>
    internal static double Read(DocumentNode node)
    {
        var text = node.Text?.Trim() ?? "";
        var word = text.Split(' ', 2)[0];
        var (isCharge, isDischarge) = (word.Equals("charge", StringComparison.OrdinalIgnoreCase), word.Equals("discharge", StringComparison.OrdinalIgnoreCase));
        if (!Amount.TryParse(isCharge || isDischarge ? text[word.Length..] : text, Dimension.Power, out var amount) || amount.Uncertainty != 0
            || ((isCharge || isDischarge) && amount.Value < 0))
        {
            node.Report(node.Description, Allowed);
            return double.NaN;
        }
        return isDischarge ? -amount.Value : amount.Value;
    }
}
