namespace CoinRig.Electrochemistry.Numerics;

/// <summary>A compensated sum: its error is about one unit in the last place, however many terms (Neumaier 1974).</summary>
public struct NeumaierSum
{
    double _sum;
    double _compensation;

    /// <summary>The sum.</summary>
    public readonly double Value => _sum + _compensation;

    /// <summary>Adds a term. What the addition rounds off is found without a branch (Knuth's two-sum), which gives the same bits as Neumaier's comparison.</summary>
    public void Add(double term)
    {
        var next = _sum + term;
        var added = next - _sum;
        _compensation += _sum - (next - added) + (term - added);
        _sum = next;
    }
}
