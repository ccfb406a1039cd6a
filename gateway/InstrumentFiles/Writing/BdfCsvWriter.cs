using System.Text;

namespace CoinRig.InstrumentFiles;

/// <summary>
/// Writes CSV of the Battery Data Format (Battery Data Alliance, ontology 1.3.0). Numbers read back to the same bits; the same rows give
/// the same bytes.
/// </summary>
public static class BdfCsvWriter
{
    /// <summary>Writes rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="output">Where to.</param>
    /// <param name="options">What is chosen; null for the defaults.</param>
    /// <returns>The names of columns that the format has no name for; they are not written.</returns>
    /// <exception cref="InstrumentFileException">Time, voltage or current is missing, or there are several parts.</exception>
    public static IReadOnlyList<string> Write(MeasuredRows rows, Stream output, WriteOptions? options = null)
    {
        options ??= new();
        BdfColumns columns = new(rows);
        using StreamWriter writer = new(output, new UTF8Encoding(false), 1 << 16, true);
        CsvLine line = new(writer);
        foreach (var column in columns.Columns)
        {
            line.Text(column.Name(options.Labels ?? BdfLabels.Preferred));
        }
        DerivedColumns derived = new(rows, options);
        foreach (var term in derived.Terms)
        {
            line.Text(options.Labels == BdfLabels.Machine ? term.MachineName : term.Label);
        }
        line.End();
        foreach (var batch in rows.Batches)
        {
            for (var row = 0; row < batch.Count; row++)
            {
                if (RowCheck.IsWritten(batch, row, rows, options))
                {
                    Write(line, columns, batch, row, options, derived);
                }
            }
        }
        return columns.LeftOut;
    }

    static void Write(CsvLine line, BdfColumns columns, Batch batch, int row, WriteOptions options, DerivedColumns derived)
    {
        var amperes = options.ZeroCurrentAtRest && Rests.IsRest(batch, row, options) ? 0 : batch.Amperes[row];
        derived.Next(batch, row, amperes);
        foreach (var column in columns.Columns)
        {
            if (batch.Columns[column.Source].IsText)
            {
                line.Text(batch.Texts(column.Source)[row]);
            }
            else
            {
                Number(line, column.Term, column.Term.Sense.Meaning == Meaning.Current ? amperes : batch.Numbers(column.Source)[row] / column.Divisor);
            }
        }
        foreach (var term in derived.Terms)
        {
            Number(line, term, derived.Value(term, batch, row));
        }
        line.End();
    }

    static void Number(CsvLine line, BdfTerm term, double value)
    {
        if (term.Sense.Unit.Kind == "1" && value == Math.Floor(value) && Math.Abs(value) < 1e15)
        {
            line.Integer((long)value);
        }
        else
        {
            line.Number(value);
        }
    }
}
