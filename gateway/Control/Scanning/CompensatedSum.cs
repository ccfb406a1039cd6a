namespace CoinRig.Control;

/// <summary>
/// A sum that does not lose small terms beside large ones, however many there are (Neumaier 1974, Z. Angew. Math. Mech.
/// 54, 39).
/// </summary>
struct CompensatedSum
{
    double _sum;
    double _compensation;

    /// <summary>A sum that stands at a value.</summary>
    internal static CompensatedSum Of(double value) => new() { _sum = value };

    /// <summary>The sum so far.</summary>
    internal readonly double Value => _sum + _compensation;

    /// <summary>Adds a term.</summary>
    internal void Add(double term)
    {
        var sum = _sum + term;
        _compensation += Math.Abs(_sum) >= Math.Abs(term) ? _sum - sum + term : term - sum + _sum;
        _sum = sum;
    }
}
