namespace CoinRig.InstrumentFiles;

/// <summary>The lines of a stream as bytes, one at a time, in memory that does not grow with the stream.</summary>
sealed class Lines(Stream stream, string file)
{
    /// <summary>The longest line that is read, bytes.</summary>
    public const int Longest = 1 << 20;

    byte[] _buffer = new byte[1 << 18];
    int _start;
    int _end;
    bool _isDrained;

    /// <summary>The number of the line that <see cref="Next"/> gave, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Whether that line had an end; the last one of a file may not.</summary>
    public bool HasEnd { get; private set; }

    /// <summary>The next line without its end; it is good until the next call.</summary>
    /// <exception cref="InstrumentFileException">The line is longer than <see cref="Longest"/>.</exception>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        var searched = _start;
        while (true)
        {
            var length = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                line = Cut(searched + length);
                _start = searched + length + 1;
                HasEnd = true;
                Number++;
                return true;
            }
            if (_isDrained)
            {
                line = Cut(_end);
                var isLine = _end > _start;
                _start = _end;
                HasEnd = HasEnd && !isLine;
                Number += isLine ? 1 : 0;
                return isLine;
            }
            searched = _end - _start;
            Fill();
        }
    }

    /// <summary>Goes past lines.</summary>
    public void Skip(long lines)
    {
        while (lines-- > 0 && Next(out _))
        {
        }
    }

    ReadOnlySpan<byte> Cut(int end)
    {
        var line = _buffer.AsSpan(_start, end - _start);
        line = line is [.. var rest, (byte)'\r'] ? rest : line;
        return Number == 0 && line is [0xEF, 0xBB, 0xBF, .. var unmarked] ? unmarked : line;
    }

    void Fill()
    {
        if (_end - _start > Longest)
        {
            throw new InstrumentFileException(file, Number + 1, $"The line is longer than {Longest / 1024} kB.", "Text of a measuring instrument has lines of a few kB at most; is this another kind of file?");
        }
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }
        else if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _isDrained = read == 0;
        _end += read;
    }
}
