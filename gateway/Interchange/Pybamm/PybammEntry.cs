namespace CoinRig.Interchange;

/// <summary>A sentence with its place.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">The sentence.</param>
sealed record PybammSentence(Place Place, string Text);

/// <summary>An entry of a step list: a step, or the steps of a cycle.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="IsCycle">Whether it is a tuple.</param>
/// <param name="Sentences">The steps; one where it is no cycle.</param>
sealed record PybammEntry(Place Place, bool IsCycle, IReadOnlyList<PybammSentence> Sentences)
{
    internal bool IsSameAs(PybammEntry other) => IsCycle == other.IsCycle && Sentences.Select(s => s.Text).SequenceEqual(other.Sentences.Select(s => s.Text));
}
