namespace CoinRig.Documents;

/// <summary>A file that cannot be used, with all its mistakes.</summary>
/// <param name="mistakes">The mistakes, in the order of the file.</param>
public sealed class DocumentException(IReadOnlyList<Mistake> mistakes) : Exception(string.Join(Environment.NewLine, mistakes))
{
    /// <summary>All mistakes, in the order of the file.</summary>
    public IReadOnlyList<Mistake> Mistakes { get; } = mistakes;
}
