namespace CoinRig.Electrochemistry.Numerics;

/// <summary>A compensated sum: its error is about one unit in the last place, however many terms (Neumaier 1974).</summary>
public struct NeumaierSum
{
    double _sum;
    double _compensation;

    /// <summary>The sum.</summary>
    public readonly double Value => _sum + _compensation;

    /// <summary>Adds a term.</summary>
    public void Add(double term)
    {
        var next = _sum + term;
        _compensation += Math.Abs(_sum) >= Math.Abs(term) ? _sum - next + term : term - next + _sum;
        _sum = next;
    }
}
