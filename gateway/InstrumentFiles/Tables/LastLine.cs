namespace CoinRig.InstrumentFiles;

/// <summary>Notices where the last line of a file may end in the middle of a field: it has no line end, and the last field is not of one length.</summary>
sealed class LastLine(Warnings warnings)
{
    int _first;
    bool _varies;
    long _rows;

    /// <summary>Sees each row.</summary>
    public void See(Fields fields)
    {
        var (start, end) = fields[fields.Count - 1];
        _first = _rows == 0 ? end - start : _first;
        _varies |= end - start != _first || end == start;
        _rows++;
    }

    /// <summary>The file has ended.</summary>
    /// <param name="hasLineEnd">Whether its last line had an end.</param>
    public void End(bool hasLineEnd)
    {
        if (!hasLineEnd && _rows > 1 && _varies)
        {
            warnings.Add("last-line-cut", 0, "The last line has no line end: its last value may be cut.");
        }
    }
}
