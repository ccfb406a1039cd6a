namespace CoinRig.InstrumentFiles;

/// <summary>
/// Whether the unit of time can be right: by the wall time where the file has it, else by the length of the test. A pause, in which wall time
/// runs and test time does not, is told apart.
/// </summary>
sealed class TimeUnit(Batch batch, Warnings warnings) : IBatchCheck
{
    /// <summary>A test of a lab cell that claims to have taken longer is rather given in another unit.</summary>
    const double LongestSeconds = 5 * 365.25 * 86_400;

    const double Pause = 60;
    double _first = double.NaN;
    double _firstWall = double.NaN;
    double _last;
    double _lastWall;
    double _paused;
    long _line;
    bool _hasFallen;

    public void See()
    {
        var seconds = batch.Seconds;
        var wall = batch[Meaning.WallTime];
        _hasFallen |= seconds.Length > 0 && batch.Parts[^1] > 0;
        for (var row = 0; row < seconds.Length && !_hasFallen; row++)
        {
            if (double.IsNaN(seconds[row]))
            {
                continue;
            }
            if (double.IsNaN(_first))
            {
                _first = _last = seconds[row];
                _line = batch.Lines[row];
            }
            if (wall.Length > 0 && !double.IsNaN(wall[row]))
            {
                _firstWall = double.IsNaN(_firstWall) ? wall[row] : _firstWall;
                LookForPause(seconds[row] - _last, _lastWall == 0 ? 0 : wall[row] - _lastWall, batch.Lines[row]);
                _lastWall = wall[row];
            }
            _last = seconds[row];
        }
    }

    public void End()
    {
        var span = _last - _first;
        if (span > LongestSeconds)
        {
            warnings.Add("time-unit-implausible", 0, $"By its column of time the test took {span / 31_557_600:0.#} years: is it in another unit than {Unit()}? In hours it would be {span / 3600 / 31_557_600 * 8766:0.##} h if the numbers are 3600 times too large. Say which it is: --columns time=NAME[min].");
        }
        var wall = _lastWall - _firstWall - _paused;
        if (span > 100 && wall > 100 && (span > 2 * wall || wall > 2 * span))
        {
            warnings.Add("time-unit-implausible", 0, $"The column of time counts {span:0.#} s where {wall:0.#} s passed by the clock: one of them is in another unit.");
        }
    }

    string Unit() => batch.Columns.First(static c => c.Meaning == Meaning.Time).Unit;

    void LookForPause(double elapsed, double wall, long line)
    {
        if (wall - elapsed > Pause && wall > 20 * Math.Max(elapsed, 1) && line > _line)
        {
            warnings.Add("pause", line, "more time passed by the clock than in the test: it was paused.");
            _paused += wall - elapsed;
        }
    }
}
