using Parquet;
using Parquet.Schema;

namespace CoinRig.InstrumentFiles;

/// <summary>Writes Parquet of the Battery Data Format, with machine names unless others are chosen: float64; int64 for counts; strings for step types.</summary>
public static class BdfParquetWriter
{
    const int RowsOfGroup = 65_536;

    /// <summary>Writes rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="output">Where to; it must be able to seek.</param>
    /// <param name="options">What is chosen; null for the defaults.</param>
    /// <returns>The names of columns that the format has no name for; they are not written.</returns>
    /// <exception cref="InstrumentFileException">Time, voltage or current is missing, or there are several parts.</exception>
    public static async Task<IReadOnlyList<string>> WriteAsync(MeasuredRows rows, Stream output, WriteOptions? options = null)
    {
        options ??= new();
        BdfColumns columns = new(rows);
        DerivedColumns derived = new(rows, options);
        var labels = options.Labels ?? BdfLabels.Machine;
        Target[] targets =
        [
            .. columns.Columns.Select(c => new Target(c.Term, c, rows.Columns[c.Source].IsText, labels)), .. derived.Terms.Select(t => new Target(t, null, false, labels)),
        ];
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(targets.Select(static t => t.Field)), output);
        foreach (var batch in rows.Batches)
        {
            for (var row = 0; row < batch.Count; row++)
            {
                if (RowCheck.IsWritten(batch, row, rows, options))
                {
                    Add(targets, derived, batch, row, options);
                }
            }
            if (targets[0].Count >= RowsOfGroup)
            {
                await Flush(writer, targets);
            }
        }
        if (targets[0].Count > 0)
        {
            await Flush(writer, targets);
        }
        return columns.LeftOut;
    }

    static void Add(Target[] targets, DerivedColumns derived, Batch batch, int row, WriteOptions options)
    {
        var amperes = options.ZeroCurrentAtRest && Rests.IsRest(batch, row, options) ? 0 : batch.Amperes[row];
        derived.Next(batch, row, amperes);
        foreach (var target in targets)
        {
            if (target.IsText)
            {
                target.Add(batch.Texts(target.Column!.Source)[row]);
            }
            else
            {
                target.Add(target.Column is not { } column ? derived.Value(target.Term, batch, row)
                    : target.Term.Sense.Meaning == Meaning.Current ? amperes : batch.Numbers(column.Source)[row] / column.Divisor);
            }
        }
    }

    static async Task Flush(ParquetWriter writer, Target[] targets)
    {
        using var group = writer.CreateRowGroup();
        foreach (var target in targets)
        {
            await target.WriteTo(group);
        }
        group.CompleteValidate();
    }

    /// <summary>One column of the file and the rows that wait to be written.</summary>
    sealed class Target(BdfTerm term, BdfColumn? column, bool isText, BdfLabels labels)
    {
        readonly bool _isWhole = term.Sense.Unit.Kind == "1";
        readonly List<double> _numbers = [];
        readonly List<string> _texts = [];

        public BdfTerm Term => term;

        public BdfColumn? Column => column;

        public bool IsText => isText;

        public int Count => isText ? _texts.Count : _numbers.Count;

        public DataField Field { get; } = Make(labels == BdfLabels.Machine ? term.MachineName : term.Label, isText, term.Sense.Unit.Kind == "1");

        public void Add(double value) => _numbers.Add(value);

        public void Add(string value) => _texts.Add(value);

        public async Task WriteTo(ParquetRowGroupWriter group)
        {
            if (isText)
            {
                await group.WriteAsync(Field, _texts);
            }
            else if (_isWhole)
            {
                long?[] whole = [.. _numbers.Select(static n => double.IsFinite(n) && n == Math.Floor(n) ? (long?)n : null)];
                await group.WriteAsync<long>(Field, whole.AsMemory());
            }
            else
            {
                await group.WriteAsync<double>(Field, _numbers.ToArray().AsMemory());
            }
            _numbers.Clear();
            _texts.Clear();
        }

        static DataField Make(string name, bool isText, bool isWhole) => isText ? new DataField<string>(name) : isWhole ? new DataField<long?>(name) : new DataField<double>(name);
    }
}
