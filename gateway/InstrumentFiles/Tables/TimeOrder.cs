namespace CoinRig.InstrumentFiles;

/// <summary>
/// Keeps time from falling. A row whose time is behind, while the next one is not, has a wrong time stamp and is left out with a warning;
/// where time stays behind a new part begins.
/// </summary>
sealed class TimeOrder
{
    const string BeginsAnew = "time falls and goes on from there: a new part begins.";

    readonly Batch _batch;
    readonly Warnings _warnings;
    readonly int _column;
    readonly double[] _seconds;
    double _latest = double.NegativeInfinity;
    int _part;

    public TimeOrder(Batch batch, Warnings warnings)
    {
        _batch = batch;
        _warnings = warnings;
        _column = batch.IndexOf(Meaning.Time);
        _seconds = _column < 0 ? [] : batch.Cells(_column);
    }

    /// <summary>Whether the last row waits for the next one to be judged.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>A new batch begins.</summary>
    public void Begin() => IsOpen = false;

    /// <summary>Looks at the row that was added last.</summary>
    public void See()
    {
        var row = _batch.Count - 1;
        _batch.PartOfRow[row] = _part;
        if (_column < 0)
        {
            return;
        }
        var seconds = _seconds;
        var now = seconds[row];
        if (now >= _latest && !IsOpen)
        {
            _latest = now;
            return;
        }
        if (IsOpen)
        {
            IsOpen = false;
            if (now >= _latest || double.IsNaN(now))
            {
                LeaveOut(row - 1);
                _batch.Move(row, row - 1);
                _batch.Count--;
            }
            else
            {
                _part++;
                _batch.PartOfRow[row - 1] = _batch.PartOfRow[row] = _part;
                _warnings.Add("time-begins-anew", _batch.Lines[row - 1], BeginsAnew);
                _latest = seconds[row - 1];
                if (now < _latest)
                {
                    IsOpen = true;
                    return;
                }
            }
        }
        else if (now < _latest)
        {
            IsOpen = true;
            return;
        }
        _latest = double.IsNaN(now) ? _latest : now;
    }

    /// <summary>The batch is full, and the last row is still behind: as several rows are, a new part begins.</summary>
    public void Settle()
    {
        if (IsOpen)
        {
            var row = _batch.Count - 1;
            _batch.PartOfRow[row] = ++_part;
            _warnings.Add("time-begins-anew", _batch.Lines[row], BeginsAnew);
            _latest = _seconds[row];
            IsOpen = false;
        }
    }

    /// <summary>No row follows.</summary>
    public void End()
    {
        if (IsOpen)
        {
            LeaveOut(_batch.Count - 1);
            _batch.Count--;
            IsOpen = false;
        }
    }

    void LeaveOut(int row) => _warnings.Add("time-goes-back", _batch.Lines[row], "time goes back for one row; the row is left out.");
}
