using CoinRig.Cells;
using CoinRig.Documents;
using CoinRig.Protocols;

namespace CoinRig.Interchange;

/// <summary>A protocol in the words that several programs share.</summary>
/// <param name="Name">Its name.</param>
/// <param name="File">The protocol file, for messages.</param>
/// <param name="Cell">The cell for which it is written; null where none was given, so that C-rates stay what they are.</param>
/// <param name="Items">Its steps and loops.</param>
/// <param name="Limits">Its own limits.</param>
sealed record PortableProtocol(string Name, string File, Cell? Cell, IReadOnlyList<PortableItem> Items, IReadOnlyList<StepLimit> Limits)
{
    /// <summary>What cannot be said and changes what happens to the cell.</summary>
    internal List<Mistake> Refusals { get; } = [];

    /// <summary>What cannot be said and only watches or records, for the person to know.</summary>
    internal List<string> LeftOut { get; } = [];

    internal void Refuse(PortableStep step, string found, string allowed) => Refusals.Add(new(File, step.Line, 1, $"'{step.Text}': {found}", allowed));

    /// <exception cref="DocumentException">Something was refused.</exception>
    internal void ThrowIfRefused()
    {
        if (Refusals.Count > 0)
        {
            throw new DocumentException([.. Refusals.OrderBy(r => r.Line)]);
        }
    }

    /// <summary>The steps in the order of the file, each once.</summary>
    internal IEnumerable<PortableStep> Steps => Of(Items);

    static IEnumerable<PortableStep> Of(IEnumerable<PortableItem> items) => items.SelectMany(i => i is PortableLoop loop ? Of(loop.Items) : [(PortableStep)i]);
}
