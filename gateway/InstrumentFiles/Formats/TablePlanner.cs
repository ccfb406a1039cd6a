namespace CoinRig.InstrumentFiles;

/// <summary>Matches the columns of a table with meanings and checks that it can be read.</summary>
static class TablePlanner
{
    static readonly Meaning[] Needed = [Meaning.Time, Meaning.Voltage, Meaning.Current, Meaning.Frequency, Meaning.RealImpedance, Meaning.ImaginaryImpedance];

    /// <summary>The layout of a table.</summary>
    /// <exception cref="InstrumentFileException">There are no rows, they do not fit the names, or a column that is needed is missing or doubled.</exception>
    public static TableLayout Plan(Head head, ReadOptions options, Warnings warnings, TableForm form)
    {
        Sample sample = new(head, form);
        if (sample.Rows.Count == 0)
        {
            throw new InstrumentFileException(head.File, form.NamesLine, "No rows follow the names of the columns.", "There is nothing to read.");
        }
        var names = form.Names.Select(static n => n.Trim()).ToList();
        while (names.Count > 0 && names[^1].Length == 0)
        {
            names.RemoveAt(names.Count - 1);
        }
        var rowFields = sample.Rows[0].Length;
        CheckWidth(head, form, names, sample.Rows[0], sample.FirstRowLine);
        var senses = Senses(head.File, form, options, names, rowFields, warnings);
        CheckNeeded(head.File, form, senses, names);
        List<PlannedColumn> columns = [];
        for (var i = 0; i < Math.Min(names.Count, rowFields); i++)
        {
            var kind = senses[i]?.Meaning == Meaning.StepType ? CellKind.Text : sample.Kind(i, form.Order);
            if (senses[i] is not { } sense)
            {
                if (options.Extras && names[i].Length > 0)
                {
                    columns.Add(new(i, new(names[i], "", Meaning.Other, IsText: kind is CellKind.Text or CellKind.Date), kind is CellKind.Date ? CellKind.Text : kind, new("", 0, 1)));
                }
                continue;
            }
            // Words where numbers are needed are read as numbers, so that the message names the cell.
            kind = kind == CellKind.Text && Needed.Contains(sense.Meaning) ? CellKind.Number : kind;
            if (kind == CellKind.Text && sense.Meaning != Meaning.StepType)
            {
                warnings.Add("not-a-number", sample.FirstRowLine, $"column '{names[i]}' holds words where {sense.Meaning} is expected; they are kept as they are.");
            }
            var unit = kind is CellKind.Clock or CellKind.Date ? new("s", 0, 1) : sense.Unit;
            columns.Add(new(i, new(names[i], sense.UnitText, sense.Meaning, sense.Scope, kind == CellKind.Text), kind, unit, sense.IsNegated, form.Order));
        }
        columns.AddRange(form.Carried);
        return new()
        {
            Delimiter = form.Delimiter, Point = sample.Point, HasThousands = sample.HasThousands, FirstLine = form.FirstLine, EndLine = form.EndLine,
            Names = names, RowFields = rowFields, Columns = columns, LineRule = form.LineRule,
        };
    }

    static void CheckWidth(Head head, TableForm form, List<string> names, string[] row, int line)
    {
        var surplus = row.Skip(names.Count);
        if (surplus.Any(static c => c.Length > 0) || (row.Length < names.Count && !form.AllowsShortRows))
        {
            throw new InstrumentFileException(head.File, line, $"{row.Length} fields under {names.Count} names{(form.NamesLine > 0 ? $" of line {form.NamesLine}" : "")}.",
                "Every column needs its name, and every name its column.");
        }
    }

    /// <summary>What each name means; null where it has no meaning, or is a second one of its meaning.</summary>
    public static ColumnSense?[] Senses(string file, TableForm form, ReadOptions options, List<string> names, int rowFields, Warnings warnings)
    {
        var senses = new ColumnSense?[names.Count];
        foreach (var request in options.Columns)
        {
            var at = request.Find(names);
            if (at < 0)
            {
                throw new InstrumentFileException(file, form.NamesLine, at == -2 ? "Several columns have this name." : "There is no such column.",
                    $"Name one of {string.Join(", ", names.Where(static n => n.Length > 0).Select((n, i) => $"'{n}'"))}, or give its position: #1 to #{names.Count}.", request.Name);
            }
            senses[at] = request.Sense(names[at]);
        }
        List<string> unknown = [];
        for (var i = 0; i < Math.Min(names.Count, rowFields); i++)
        {
            if (senses[i] is not null || names[i].Length == 0)
            {
                continue;
            }
            if (form.Sense(names[i]) is not { } sense)
            {
                if (!form.IsKnown(names[i]))
                {
                    unknown.Add(names[i]);
                }
            }
            else if (Array.FindIndex(senses, s => s?.Meaning == sense.Meaning && (s.Scope == sense.Scope || Needed.Contains(sense.Meaning))) is >= 0 and var other)
            {
                Second(file, form, names, other, i, sense, options, warnings);
            }
            else
            {
                senses[i] = sense;
            }
        }
        foreach (var doubled in names.Where(static n => n.Length > 0).GroupBy(static n => n).Where(static g => g.Count() > 1))
        {
            warnings.Add("doubled-name", form.NamesLine, $"several columns are named '{doubled.Key}'.");
        }
        if (unknown.Count > 0)
        {
            warnings.Add("unknown-columns", form.NamesLine, $"columns without a known meaning: {string.Join(", ", unknown.Select(static n => $"'{n}'"))}. They are kept as they are.");
        }
        return senses;
    }

    /// <summary>A second column of the same meaning is an extra; of one that is needed it must be said which.</summary>
    static void Second(string file, TableForm form, List<string> names, int first, int second, ColumnSense sense, ReadOptions options, Warnings warnings)
    {
        if (!Needed.Contains(sense.Meaning) || options.Columns.Any(r => r.Meaning == sense.Meaning))
        {
            return;
        }
        if (names[first].Equals(names[second], StringComparison.OrdinalIgnoreCase))
        {
            throw new InstrumentFileException(file, form.NamesLine, $"Two columns are named so ({first + 1} and {second + 1}).",
                $"Say which one it is by its position, as in {sense.Meaning.ToString().ToLowerInvariant()}=#{first + 1}.", names[first]);
        }
        warnings.Add("two-columns", form.NamesLine, $"'{names[first]}' and '{names[second]}' both are {Said(sense.Meaning)}; the first is taken.");
    }

    /// <summary>Refuses a table without voltage and current, or with half an impedance.</summary>
    public static void CheckNeeded(string file, TableForm form, ColumnSense?[] senses, List<string> names)
    {
        bool Has(Meaning meaning) => senses.Any(s => s?.Meaning == meaning) || form.Carried.Any(c => c.Column.Meaning == meaning);
        var missing = Has(Meaning.Frequency) || Has(Meaning.RealImpedance) || Has(Meaning.ImaginaryImpedance)
            ? Needed[3..].Where(m => !Has(m))
            : Needed[1..3].Where(m => !Has(m) && !(form.IsOpenCircuit && m == Meaning.Current));
        if (missing.ToList() is { Count: > 0 } none)
        {
            throw new InstrumentFileException(file, form.NamesLine, $"No column is known as {string.Join(" or ", none.Select(Said))} among {string.Join(", ", names.Where(static n => n.Length > 0).Take(40).Select(static n => $"'{n}'"))}.",
                "Say which one it is: --columns time=...,voltage=...,current=...");
        }
    }

    static string Said(Meaning meaning) => meaning switch
    {
        Meaning.RealImpedance => "real part of the impedance",
        Meaning.ImaginaryImpedance => "imaginary part of the impedance",
        _ => meaning.ToString().ToLowerInvariant(),
    };
}
