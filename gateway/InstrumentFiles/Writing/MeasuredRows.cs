namespace CoinRig.InstrumentFiles;

/// <summary>Rows to be written: those of a file, or of a source of one's own.</summary>
/// <param name="Columns">The columns of the batches.</param>
/// <param name="Batches">The batches; they may use their memory again.</param>
/// <param name="Facts">What is known of the test.</param>
/// <param name="Source">The name of where they come from.</param>
public sealed record MeasuredRows(IReadOnlyList<MeasuredColumn> Columns, IEnumerable<Batch> Batches, FileFacts Facts, string Source)
{
    /// <summary>The rows of a file.</summary>
    public static MeasuredRows Of(MeasuredFile file) => new(file.Columns, file.Batches(), file.Facts, Path.GetFileName(file.Path));
}
