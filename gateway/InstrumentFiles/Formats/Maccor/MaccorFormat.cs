using System.Text;

namespace CoinRig.InstrumentFiles;

/// <summary>Maccor's text exports: any number of lines before the names, which are told by a field that is exactly <c>Step</c>.</summary>
sealed class MaccorFormat : IFormat
{
    const int MostLinesBefore = 60;
    const double HighestCellVolts = 20;

    public Content? Open(Head head, ReadOptions options, Warnings warnings)
    {
        for (var i = 1; i <= MostLinesBefore; i++)
        {
            foreach (var delimiter in "\t,")
            {
                var names = head.Line(i).Split(delimiter, StringSplitOptions.TrimEntries);
                if (names.Contains("Step") && (names.Contains("Rec#") || names.Contains("Rec")))
                {
                    return Open(head, options, warnings, i, (byte)delimiter, names);
                }
            }
        }
        return null;
    }

    static Content Open(Head head, ReadOptions options, Warnings warnings, int namesLine, byte delimiter, string[] names)
    {
        TableForm form = new() { Delimiter = delimiter, Names = names, NamesLine = namesLine, FirstLine = namesLine + 1, Sense = static _ => null };
        Sample sample = new(head, form);
        MaccorColumns columns = new(TimeUnit(sample, names, namesLine, warnings), VoltUnit(sample, names, namesLine, warnings));
        form = form with { Sense = columns.Sense, IsKnown = MaccorColumns.IsKnown };
        if (names.Contains("Current") && !options.Columns.Any(static c => c.Meaning == Meaning.Current))
        {
            warnings.Add("unit-assumed", namesLine, "Current, Capacity and Energy have no unit; mA, mAh and mWh are assumed. If they are others, say current=Current[A].");
        }
        var layout = TablePlanner.Plan(head, options, warnings, form);
        var current = layout.Columns.ToList().FindIndex(static c => c.Column.Meaning == Meaning.Current);
        var state = layout.Columns.ToList().FindIndex(static c => c.Column is { Meaning: Meaning.StepType, IsText: true });
        if (state < 0)
        {
            warnings.Add("current-sign", namesLine, "there is no column State that tells charge from discharge; the current is taken as it stands.");
        }
        else if (!options.Columns.Any(static c => c.Meaning == Meaning.Current))
        {
            layout = layout with { RowRule = (batch, row) => Sign(batch, row, current, state) };
        }
        return new("Maccor text", new TextTable(head.File, layout), Facts(head, namesLine));
    }

    /// <summary>Some exports write magnitudes and some signed currents; the state is right in both.</summary>
    static void Sign(Batch batch, int row, int current, int state)
    {
        var amperes = Math.Abs(batch.Cells(current)[row]);
        switch (batch.Words(state)[row])
        {
            case "C":
                batch.Cells(current)[row] = amperes;
                break;
            case "D":
                batch.Cells(current)[row] = -amperes;
                break;
        }
    }

    /// <summary>A bare number under TestTime: the clock beside it says whether it counts seconds, minutes or hours.</summary>
    static string TimeUnit(Sample sample, string[] names, int namesLine, Warnings warnings)
    {
        var time = Array.IndexOf(names, "TestTime");
        var wall = Array.FindIndex(names, static n => n is "DPt Time" or "DPT Time");
        if (time < 0 || wall < 0 || sample.Kind(time, DateOrder.MonthFirst) != CellKind.Number)
        {
            return "s";
        }
        static double Seconds(string date) => Dates.TryRead(Encoding.UTF8.GetBytes(date), DateOrder.MonthFirst, out var ticks) ? ticks / (double)TimeSpan.TicksPerSecond : double.NaN;
        var rows = sample.Rows.Where(r => r.Length > Math.Max(time, wall)).ToList();
        double Time(string[] row) => Decimals.TryRead(Encoding.UTF8.GetBytes(row[time]), sample.Point, 0, out var value) ? value : double.NaN;
        var ratio = (Seconds(rows[^1][wall]) - Seconds(rows[0][wall])) / (Time(rows[^1]) - Time(rows[0]));
        var unit = ratio is > 30 and < 120 ? "min" : ratio is > 1800 and < 7200 ? "h" : "s";
        if (unit != "s")
        {
            warnings.Add("unit-assumed", namesLine, $"TestTime has no unit; by the clock beside it, it counts {(unit == "min" ? "minutes" : "hours")}.");
        }
        return unit;
    }

    /// <summary>No cell has more than 20 V: such numbers are millivolts.</summary>
    static string VoltUnit(Sample sample, string[] names, int namesLine, Warnings warnings)
    {
        var volts = Array.FindIndex(names, static n => n is "Volts" or "Voltage" or "Voltage [V]");
        var values = sample.Rows.Where(r => volts >= 0 && volts < r.Length)
            .Select(r => Decimals.TryRead(Encoding.UTF8.GetBytes(r[volts]), sample.Point, 0, out var value) ? Math.Abs(value) : 0).Order().ToList();
        if (values.Count == 0 || values[values.Count / 2] <= HighestCellVolts)
        {
            return "V";
        }
        warnings.Add("unit-assumed", namesLine, $"'{names[volts]}' holds values of about {values[values.Count / 2]:0}: they are taken as millivolts.");
        return "mV";
    }

    static FileFacts Facts(Head head, int namesLine)
    {
        string? Value(params ReadOnlySpan<string> keys)
        {
            for (var i = 1; i < namesLine; i++)
            {
                foreach (var key in keys)
                {
                    var at = head.Line(i).IndexOf(key, StringComparison.Ordinal);
                    if (at >= 0)
                    {
                        var rest = head.Line(i)[(at + key.Length)..].TrimStart('\t', ',', ' ', ':');
                        return rest.Split('\t')[0].Trim() is { Length: > 0 } value ? value : null;
                    }
                }
            }
            return null;
        }
        return new()
        {
            Started = Dates.TryRead(Encoding.ASCII.GetBytes(Value("Date of Test", "Started") ?? ""), DateOrder.MonthFirst, out var ticks) ? new DateTime(ticks) : null,
            Technique = Value("Procedure"), Channel = Value("Tester Channel", "Channel"), Comment = Value("Description", "Comment/Barcode"),
        };
    }
}
