namespace CoinRig.Electrochemistry.HalfCycles;

/// <summary>
/// What rows that are apart leave open of a charge. A current that decays at a held voltage bends below the straight line between two rows: an exponential by
/// dI^2 dt/(12 I), each time the same way. Any other change may have happened anywhere between its rows.
/// </summary>
struct Sampling
{
    double _bandSquares, _bends, _change;

    /// <summary>Standard uncertainty, C.</summary>
    public readonly double UncertaintyCoulombs => Math.Sqrt(_bandSquares / 12 + _bends * _bends);

    /// <summary>Takes in the current of two rows.</summary>
    /// <param name="before">Of the first, A.</param>
    /// <param name="amperes">Of the second, A.</param>
    /// <param name="seconds">Between them, s.</param>
    /// <param name="isPastConstant">Whether the constant current is over.</param>
    public void Add(double before, double amperes, double seconds, bool isPastConstant)
    {
        var change = amperes - before;
        var decays = isPastConstant && change * amperes < 0 && change * _change > 0;
        _change = change;
        if (!decays)
        {
            var band = change * seconds;
            _bandSquares += band * band;
            return;
        }
        _bends += change * change * seconds / Math.Abs(6 * (before + amperes));
    }

    /// <summary>Takes in that of a pulse within.</summary>
    public void Fold(in Sampling pulse) => (_bandSquares, _bends) = (_bandSquares + pulse._bandSquares, _bends + pulse._bends);
}
