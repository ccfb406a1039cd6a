namespace CoinRig.InstrumentFiles;

/// <summary>Notices when the last line of a file ends in the middle of a field.</summary>
sealed class LastLine(Warnings warnings)
{
    int _shortest = int.MaxValue;
    int _last;
    long _rows;

    /// <summary>Sees each row.</summary>
    public void See(Fields fields)
    {
        var (start, end) = fields[fields.Count - 1];
        _shortest = _rows == 0 ? int.MaxValue : Math.Min(_shortest, _last);
        _last = end - start;
        _rows++;
    }

    /// <summary>The file has ended.</summary>
    /// <param name="hasLineEnd">Whether its last line had an end.</param>
    public void End(bool hasLineEnd)
    {
        if (!hasLineEnd && _rows > 1 && _last < _shortest)
        {
            warnings.Add("last-line-cut", 0, "The last line has no line end and its last field is shorter than any above it: it may be cut.");
        }
    }
}
