namespace CoinRig.InstrumentFiles;

/// <summary>What all writers of series ask of their rows.</summary>
static class RowCheck
{
    /// <summary>Checks that there are time, voltage and current.</summary>
    public static void Columns(MeasuredRows rows)
    {
        var missing = new[] { Meaning.Time, Meaning.Voltage, Meaning.Current }.Where(m => !rows.Columns.Any(c => c.Meaning == m)).ToList();
        if (missing.Count > 0)
        {
            throw new InstrumentFileException(rows.Source, 0, $"It has no column of {string.Join(", ", missing.Select(static m => m.ToString().ToLowerInvariant()))}.",
                "The format that is to be written needs time, voltage and current.");
        }
    }

    /// <summary>Whether a row belongs to the part that is written.</summary>
    /// <exception cref="InstrumentFileException">There are several parts and none was chosen.</exception>
    public static bool IsWritten(Batch batch, int row, MeasuredRows rows, WriteOptions options)
    {
        if (options.Part is { } part)
        {
            return batch.Parts[row] == part;
        }
        return batch.Parts[row] == 0 ? true
            : throw new InstrumentFileException(rows.Source, batch.LineNumbers[row], "Time begins anew here, and the format allows one run of time in a file.", "Choose a part.");
    }
}
