using Parquet;
using Parquet.Schema;

namespace CoinRig.InstrumentFiles;

/// <summary>Parquet with the columns of the Battery Data Format, in either set of names, or with columns named by common words.</summary>
sealed class ParquetFormat : IFormat
{
    public Content? Open(Head head, ReadOptions options, Warnings warnings)
    {
        if (!head.IsParquet)
        {
            return null;
        }
        var fields = Fields(head.File);
        List<string> names = [.. fields.Select(static f => f.Name)];
        TableForm form = new() { Delimiter = 0, Names = names, NamesLine = 0, FirstLine = 1, Sense = Sense, IsKnown = static name => BdfTerms.Find(name) is not null };
        var senses = TablePlanner.Senses(head.File, form, options, names, names.Count, warnings);
        TablePlanner.CheckNeeded(head.File, form, senses, names);
        List<ParquetColumn> columns = [];
        for (var i = 0; i < fields.Length; i++)
        {
            if (senses[i] is null && !options.Extras)
            {
                continue;
            }
            var sense = senses[i] ?? new(Meaning.Other, "", new("", 0, 1));
            var isText = fields[i].ClrType == typeof(string) || fields[i].ClrType == typeof(ReadOnlyMemory<char>);
            if (isText && sense.Meaning is not (Meaning.Other or Meaning.StepType or Meaning.StepId))
            {
                throw new InstrumentFileException(head.File, 0, "The column holds words.", "Numbers are expected.", names[i]);
            }
            var factor = sense.Unit.Factor * Math.Pow(10, sense.Unit.Shift) * (sense.IsNegated ? -1 : 1);
            columns.Add(new(i, new(names[i], sense.UnitText, sense.Meaning, sense.Scope, isText), factor));
        }
        return new("BDF Parquet", new ParquetTable(head.File, columns), new());
    }

    static ColumnSense? Sense(string name) => BdfTerms.Find(name)?.Sense ?? Vocabulary.Find(name);

    static DataField[] Fields(string file)
    {
        try
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return Wait(() => ParquetReader.ReadSchemaAsync(stream)).GetDataFields();
        }
        catch (Exception e) when (e is not InstrumentFileException)
        {
            throw Damaged(file, e);
        }
    }

    /// <summary>The refusal of a file that the library cannot read.</summary>
    public static InstrumentFileException Damaged(string file, Exception e) =>
        new(file, 0, $"It begins as Parquet and cannot be read as that: {Texts.Shown(e.Message)}.", "It may be cut; copy or export it again.");

    /// <summary>Waits for the library, which has asynchronous calls alone.</summary>
    public static T Wait<T>(Func<Task<T>> call) => call().GetAwaiter().GetResult();
}

/// <summary>A column that is read.</summary>
/// <param name="Field">Its place in the file's schema.</param>
/// <param name="Column">What it is.</param>
/// <param name="Factor">To SI.</param>
sealed record ParquetColumn(int Field, MeasuredColumn Column, double Factor);
