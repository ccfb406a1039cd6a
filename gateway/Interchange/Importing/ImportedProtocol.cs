using CoinRig.Documents;
using CoinRig.Protocols;

namespace CoinRig.Interchange;

/// <summary>Another program's protocol as a protocol file of this one, which loads.</summary>
/// <param name="Text">The protocol file.</param>
/// <param name="Plan">What it was read into, without a cell.</param>
/// <param name="Warnings">What was understood but may not be what was meant, with its place in the imported file.</param>
public sealed record ImportedProtocol(string Text, Plan Plan, IReadOnlyList<Mistake> Warnings)
{
    /// <summary>
    /// Writes the protocol file and reads it as <c>check</c> would: what this rig cannot do is refused where it stands in the imported file.
    /// </summary>
    /// <param name="file">The imported file's name, for messages.</param>
    /// <param name="head">What stands above the steps.</param>
    /// <param name="items">The steps.</param>
    /// <param name="warnings">What was noticed before.</param>
    /// <exception cref="DocumentException">With every mistake.</exception>
    internal static ImportedProtocol Of(string file, ImportedHead head, IReadOnlyList<ImportedItem> items, IReadOnlyList<Mistake> warnings)
    {
        var text = new ProtocolText(head, items);
        try
        {
            var plan = ProtocolFile.ReadWithoutCell(Document.Parse(text.Text, Path.ChangeExtension(file, ".yaml")));
            return new(text.Text, plan, [.. warnings, .. plan.Warnings.Select(Moved)]);
        }
        catch (DocumentException e)
        {
            throw new DocumentException([.. e.Mistakes.Select(Moved)]);
        }

        Mistake Moved(Mistake mistake)
        {
            var place = text.PlaceOf(mistake.Line);
            return mistake with { File = file, Line = place.Line, Column = place.Column };
        }
    }
}
