namespace CoinRig.InstrumentFiles;

/// <summary>Reads the rows of a text table, batch by batch.</summary>
sealed class TableReader : ITableReading
{
    readonly string _file;
    readonly TableLayout _layout;
    readonly Stream _stream;
    readonly Lines _lines;
    readonly Fields _fields;
    readonly Slot[] _slots;
    readonly Slot[] _carried;
    readonly RowWalk _walk;
    readonly ILineRule? _lineRule;
    readonly TimeOrder _order;
    readonly Warnings _warnings;
    readonly LastLine _lastLine;
    long _blankLine;
    bool _isFinished;

    public TableReader(string file, Stream stream, TableLayout layout, Batch batch, Warnings warnings)
    {
        _file = file;
        _stream = stream;
        _layout = layout;
        _lines = new(stream, file);
        _fields = new(layout.Delimiter);
        var slots = layout.Columns.Select((c, i) => new Slot(c, layout, batch.Cells(i), c.Column.IsText ? batch.Words(i) : null)).ToList();
        _slots = [.. slots.Where(static s => s.Plan.Field >= 0)];
        _carried = [.. slots.Where(static s => s.Plan.Field < 0)];
        _walk = new(layout, _slots);
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
                _lastLine.End(_lines.HasEnd, _lines.Number);
                break;
            }
            if (Texts.Trim(line).Length == 0)
            {
                _blankLine = _lines.Number;
                continue;
            }
            if (_lineRule?.IsRow(line, _lines.Number) == false)
            {
                continue;
            }
            if (_blankLine > _layout.FirstLine + 1)
            {
                _warnings.Add("blank-line", _blankLine, "there is a blank line among the rows: is a row missing?");
            }
            _blankLine = 0;
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
        var row = batch.Count;
        if (!_walk.TryRead(line, row, out var lastField))
        {
            _fields.Split(line);
            if (_fields.Count != _layout.RowFields)
            {
                return RefuseOrEnd(line);
            }
            ReadFields(line, row);
            lastField = _fields[_fields.Count - 1].End - _fields[_fields.Count - 1].Start;
        }
        foreach (var slot in _carried)
        {
            Carry(slot, row);
        }
        batch.Lines[row] = _lines.Number;
        _lastLine.See(lastField);
        _layout.RowRule?.Invoke(batch, row);
        batch.Count++;
        _order.See();
        return true;
    }

    void ReadFields(ReadOnlySpan<byte> line, int row)
    {
        foreach (var slot in _slots)
        {
            var (start, end) = _fields[slot.Plan.Field];
            if (!slot.TryRead(line[start..end], row))
            {
                NotANumber(slot.Plan, line[start..end]);
            }
        }
    }

    void Carry(Slot slot, int row)
    {
        if (slot.Words is { } words)
        {
            words[row] = _lineRule!.CarriedText(slot.Plan) ?? "";
        }
        else
        {
            slot.Numbers[row] = _lineRule!.Carried(slot.Plan) ?? double.NaN;
        }
    }

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
