namespace CoinRig.InstrumentFiles;

/// <summary>Notices when the last line of a file ends in the middle of a field.</summary>
sealed class LastLine(Warnings warnings)
{
    (int Previous, int Last) _length;
    long _rows;

    /// <summary>Sees each row.</summary>
    public void See(Fields fields)
    {
        var (start, end) = fields[fields.Count - 1];
        _length = (_length.Last, end - start);
        _rows++;
    }

    /// <summary>The file has ended.</summary>
    /// <param name="hasLineEnd">Whether its last line had an end.</param>
    public void End(bool hasLineEnd)
    {
        if (!hasLineEnd && _rows > 1 && _length.Last < _length.Previous)
        {
            warnings.Add("last-line-cut", 0, "The last line has no line end and its last field is shorter than the one above it: it may be cut.");
        }
    }
}
