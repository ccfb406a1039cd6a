namespace CoinRig.InstrumentFiles;

/// <summary>
/// Reads an ordinary row in one pass: each number ends where its digits end, and there the delimiter must stand. What is not so ordinary
/// (quotes, blanks, words for missing values, another number of fields) is left to the careful way.
/// </summary>
sealed class RowWalk
{
    readonly byte _delimiter;
    readonly byte _point;
    readonly Slot?[] _slots;

    public RowWalk(TableLayout layout, IEnumerable<Slot> slots)
    {
        _delimiter = layout.Delimiter;
        _point = layout.Point;
        _slots = layout.Delimiter == Fields.Blanks ? [] : new Slot?[layout.RowFields];
        foreach (var slot in slots.Where(s => s.Plan.Field < _slots.Length))
        {
            _slots[slot.Plan.Field] = slot;
        }
    }

    /// <summary>Reads a row; false where it is not ordinary, and what was read of it does not count.</summary>
    /// <param name="line">The line.</param>
    /// <param name="row">The row of the batch.</param>
    /// <param name="lastField">Bytes of its last field.</param>
    public bool TryRead(ReadOnlySpan<byte> line, int row, out int lastField)
    {
        lastField = 0;
        var slots = _slots;
        for (var field = 0; field < slots.Length; field++)
        {
            var slot = slots[field];
            var length = slot is { IsPlain: true } ? Number(line, slot, row) : Other(line, slot, row);
            if (length < 0 || (length < line.Length ? line[length] != _delimiter || field == slots.Length - 1 : field < slots.Length - 1))
            {
                return false;
            }
            lastField = length;
            line = length < line.Length ? line[(length + 1)..] : default;
        }
        return slots.Length > 0;
    }

    int Number(ReadOnlySpan<byte> rest, Slot slot, int row)
    {
        var length = Decimals.Read(rest, _point, slot.Shift, out var value);
        if (length == 0)
        {
            if (rest.Length > 0 && rest[0] != _delimiter)
            {
                return -1;
            }
            value = double.NaN;
        }
        slot.Numbers[row] = slot.Factor == 1 ? value : value * slot.Factor;
        return length;
    }

    int Other(ReadOnlySpan<byte> rest, Slot? slot, int row)
    {
        var length = rest.IndexOf(_delimiter);
        var text = length < 0 ? rest : rest[..length];
        return text.Contains((byte)'"') || (slot is not null && !slot.TryRead(text, row)) ? -1 : text.Length;
    }
}
