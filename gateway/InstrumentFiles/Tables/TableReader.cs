namespace CoinRig.InstrumentFiles;

/// <summary>Reads the rows of a text table, batch by batch.</summary>
sealed class TableReader : ITableReading
{
    readonly string _file;
    readonly TableLayout _layout;
    readonly Stream _stream;
    readonly Lines _lines;
    readonly Fields _fields;
    readonly Cell[] _cells;
    readonly ILineRule? _lineRule;
    readonly TimeOrder _order;
    readonly Warnings _warnings;
    readonly LastLine _lastLine;
    bool _isFinished;

    public TableReader(string file, Stream stream, TableLayout layout, Batch batch, Warnings warnings)
    {
        _file = file;
        _stream = stream;
        _layout = layout;
        _lines = new(stream, file);
        _fields = new(layout.Delimiter);
        _cells = [.. layout.Columns.Select(c => new Cell(c, layout))];
        _lineRule = layout.LineRule?.Fresh();
        _warnings = warnings;
        _order = new(batch, warnings);
        _lastLine = new(warnings);
        _lines.Skip(layout.FirstLine - 1);
    }

    /// <summary>Fills a batch; false where no row is left.</summary>
    public bool Fill(Batch batch)
    {
        batch.Count = 0;
        _order.Begin();
        while (!_isFinished && (batch.Count < batch.Capacity || (_order.IsOpen && batch.Count == batch.Capacity)))
        {
            if ((_layout.EndLine is { } end && _lines.Number + 1 >= end) || !_lines.Next(out var line))
            {
                _isFinished = true;
                _order.End();
                _lastLine.End(_lines.HasEnd);
                break;
            }
            if (line.Length == 0 || _lineRule?.IsRow(line, _lines.Number) == false || Texts.Trim(line).Length == 0)
            {
                continue;
            }
            if (!ReadRow(line, batch))
            {
                _isFinished = true;
                _order.End();
                break;
            }
        }
        _order.Settle();
        return batch.Count > 0;
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Reads a row; false where the file's last line is cut.</summary>
    bool ReadRow(ReadOnlySpan<byte> line, Batch batch)
    {
        _fields.Split(line);
        if (_fields.Count != _layout.RowFields && !IsOnlyLonger())
        {
            return RefuseOrEnd(line);
        }
        var row = batch.Count;
        batch.Lines[row] = _lines.Number;
        for (var i = 0; i < _cells.Length; i++)
        {
            var plan = _layout.Columns[i];
            if (plan.Field < 0)
            {
                Carry(batch, i, row);
                continue;
            }
            var (start, end) = plan.Field < _fields.Count ? _fields[plan.Field] : (0, 0);
            if (plan.Column.IsText)
            {
                batch.Words(i)[row] = _cells[i].Word(line[start..end]);
            }
            else if (!_cells[i].TryNumber(line[start..end], out batch.Cells(i)[row]))
            {
                NotANumber(plan, line[start..end]);
                batch.Cells(i)[row] = double.NaN;
            }
        }
        _lastLine.See(_fields);
        _layout.RowRule?.Invoke(batch, row);
        batch.Count++;
        _order.See();
        return true;
    }

    void Carry(Batch batch, int i, int row)
    {
        var plan = _layout.Columns[i];
        if (plan.Column.IsText)
        {
            batch.Words(i)[row] = _lineRule!.CarriedText(plan) ?? "";
        }
        else
        {
            batch.Cells(i)[row] = _lineRule!.Carried(plan) ?? double.NaN;
        }
    }

    bool IsOnlyLonger() => _layout.Delimiter != Fields.Blanks && _fields.Count > _layout.RowFields && _fields.AreEmptyFrom(_layout.RowFields) && _layout.RowFields >= _layout.Names.Count;

    bool RefuseOrEnd(ReadOnlySpan<byte> line)
    {
        var number = _lines.Number;
        var isOpen = _fields.IsQuoteOpen;
        var count = _fields.Count;
        var shown = Texts.Shown(line);
        var isLast = _layout.EndLine is { } end ? number + 1 >= end : !AnythingFollows();
        if (isLast && count < _layout.RowFields && !isOpen)
        {
            _warnings.Add("last-line-cut", number, $"the last line is cut after {count} of {_layout.RowFields} fields; it is left out.");
            return false;
        }
        throw new InstrumentFileException(_file, number, isOpen ? $"a quote is opened and not closed in {shown}." : $"{count} fields in {shown}.",
            $"Every row has {_layout.RowFields}, as the first one does. Mend the line or export the file again.");
    }

    bool AnythingFollows()
    {
        while (_lines.Next(out var line))
        {
            if (Texts.Trim(line).Length > 0)
            {
                return true;
            }
        }
        return false;
    }

    void NotANumber(PlannedColumn plan, ReadOnlySpan<byte> text)
    {
        var wanted = plan.Kind switch
        {
            CellKind.Clock => "a duration such as 26:03:05.25 is expected.",
            CellKind.Date => "a date such as 2026-11-23 09:00:00 is expected.",
            _ => $"a number with the decimal sign '{(char)_layout.Point}' is expected.",
        };
        if (plan.IsNeeded)
        {
            throw new InstrumentFileException(_file, _lines.Number, $"{Texts.Shown(text)}:", wanted, plan.Column.Name);
        }
        _warnings.Add("not-a-number", _lines.Number, $"column '{plan.Column.Name}': {wanted} What is there is left out.");
    }
}
