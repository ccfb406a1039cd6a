using System.Globalization;
using System.Text;

namespace CoinRig.InstrumentFiles;

/// <summary>Gamry's .DTA: settings, then tables of which each has a line of names and one of units.</summary>
sealed class GamryFormat : IFormat
{
    const double SquareMetresPerSquareCentimetre = 1e-4;

    static readonly HashSet<string> Known = ["Zsig", "Idc", "Vdc", "IERange", "Vu", "Sig", "Ach", "Over", "Vm", "Temp", "OlCtrl", "Overload", "Zmod", "Zphz"];

    public Content? Open(Head head, ReadOptions options, Warnings warnings)
    {
        if (head.Line(1).TrimEnd() != "EXPLAIN" || !head.Line(2).StartsWith("TAG\t", StringComparison.Ordinal))
        {
            return null;
        }
        GamryOutline outline = new(head.File, warnings);
        var filled = outline.Tables.Where(static t => t.Rows > 0).ToList();
        if (filled.Count == 0)
        {
            throw new InstrumentFileException(head.File, 0, "It has settings and no table with rows: there are no data in it.", "The export or the experiment was broken off early.");
        }
        foreach (var table in filled.Where(static t => t.Declared is { } declared && declared != t.Rows))
        {
            warnings.Add("row-count", table.Line, $"table {table.Name} says that it has {table.Declared} rows; there are {table.Rows}.");
        }
        if (outline.AbortedLine > 0)
        {
            warnings.Add("aborted", outline.AbortedLine, "the experiment was aborted.");
        }
        foreach (var unknown in filled.Where(static t => !t.IsCurve && t.Name is not ("OCVCURVE" or "ZCURVE" or "FRACURVE")))
        {
            warnings.Add("unknown-table", unknown.Line, $"table {unknown.Name} is of no known kind and is read only where it is named.");
        }
        var series = SeriesTables(head.File, options, filled);
        var spectrum = filled.Find(t => options.Table is { } named ? t.Name == named && t.Name == "ZCURVE" : t.Name == "ZCURVE");
        var isOpenCircuit = series.Count > 0 && series[0].Name == "OCVCURVE";
        if (series.Count > 0 && !isOpenCircuit)
        {
            warnings.Add("current-sign", series[0].Line, "Gamry's files do not say which sign charges; the current is taken as it stands. Where a positive one discharges, say current=-Im.");
        }
        return new("Gamry DTA", series.Count == 0 ? null : Table(head.File, options, warnings, series, isOpenCircuit), Facts(outline))
        {
            Spectra = spectrum is null ? null : Table(head.File, series.Count == 0 ? options : options with { Columns = [] }, warnings, [spectrum], false),
            Tables = [.. outline.Tables.Select(static t => t.Name)],
            IsOpenCircuit = isOpenCircuit,
        };
    }

    /// <summary>The named table, else all curves, else the rest before a spectrum that is not there.</summary>
    static List<GamryTable> SeriesTables(string file, ReadOptions options, List<GamryTable> tables)
    {
        if (options.Table is { } name)
        {
            return tables.Find(t => t.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } named ? named.Name == "ZCURVE" ? [] : [named]
                : throw new InstrumentFileException(file, 0, $"There is no table {name}.", $"There are {string.Join(", ", tables.Select(static t => t.Name))}.");
        }
        var curves = tables.FindAll(static t => t.IsCurve);
        return curves.Count > 0 || tables.Exists(static t => t.Name == "ZCURVE") ? curves : tables.FindAll(static t => t.Name == "OCVCURVE")[..];
    }

    static TextTable Table(string file, ReadOptions options, Warnings warnings, IReadOnlyList<GamryTable> tables, bool isOpenCircuit)
    {
        Head head = new(file, tables[0].Line);
        var names = head.Line(tables[0].Line + 1).Split('\t', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] units = [.. head.Line(tables[0].Line + 2).Split('\t').Skip(1).Select(static u => u.Trim())];
        TableForm form = new()
        {
            Delimiter = Fields.Blanks, Names = names, NamesLine = tables[0].Line + 1, FirstLine = tables[0].FirstLine, EndLine = tables[^1].End,
            Sense = name => Sense(name, Array.IndexOf(names, name) is var at && at < units.Length ? units[at] : ""),
            IsKnown = static name => Known.Contains(name), IsOpenCircuit = isOpenCircuit, LineRule = new GamryLines(tables),
            Carried = tables.Count > 1 ? [new(-1, new("table", "1", Meaning.Cycle), CellKind.Number, new("1", 0, 1))] : [],
        };
        return new(file, TablePlanner.Plan(head, options, warnings, form));
    }

    /// <summary>The names are Gamry's own; the units stand below them.</summary>
    static ColumnSense? Sense(string name, string unit)
    {
        Meaning? meaning = name switch
        {
            "Pt" => Meaning.RecordIndex,
            "T" or "Time" => Meaning.Time,
            "Vf" or "V" => Meaning.Voltage,
            "Im" or "I" => Meaning.Current,
            "Freq" => Meaning.Frequency,
            "Zreal" => Meaning.RealImpedance,
            "Zimag" => Meaning.ImaginaryImpedance,
            "Zmod" => Meaning.ImpedanceModulus,
            "Temp" => Meaning.Temperature,
            _ => null,
        };
        unit = unit is "S" ? "s" : unit;
        return meaning is not { } known ? null
            : InstrumentFiles.Unit.TryRead(unit, out var read) && read.Fits(known) ? ColumnSense.Of(known, unit) : null;
    }

    static FileFacts Facts(GamryOutline outline)
    {
        double? Number(string key) => double.TryParse(outline.Setting(key)?.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value != 0 ? value : null;
        var started = Encoding.ASCII.GetBytes($"{outline.Setting("DATE")} {outline.Setting("TIME")}");
        return new()
        {
            Technique = outline.Setting("TITLE") ?? outline.Setting("TAG"), Device = outline.Setting("PSTAT"),
            Started = Dates.TryRead(started, DateOrder.MonthFirst, out var ticks) ? new DateTime(ticks) : null,
            AreaSquareMetres = Number("AREA") * SquareMetresPerSquareCentimetre, ScanRateVoltsPerSecond = Number("SCANRATE") / 1000,
        };
    }
}
