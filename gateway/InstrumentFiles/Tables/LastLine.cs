namespace CoinRig.InstrumentFiles;

/// <summary>Notices where the last line of a file may end in the middle of a field: it has no line end, and the last field is not of one length.</summary>
sealed class LastLine(Warnings warnings)
{
    int _first;
    bool _varies;
    long _rows;

    /// <summary>Sees each row.</summary>
    /// <param name="length">Bytes of its last field.</param>
    public void See(int length)
    {
        _first = _rows == 0 ? length : _first;
        _varies |= length != _first || length == 0;
        _rows++;
    }

    /// <summary>The file has ended.</summary>
    /// <param name="hasLineEnd">Whether its last line had an end.</param>
    /// <param name="line">The number of the last line.</param>
    public void End(bool hasLineEnd, long line)
    {
        if (!hasLineEnd && _rows > 1 && _varies)
        {
            warnings.Add("last-line-cut", line, "the last line has no line end: its last value may be cut.");
        }
    }
}
