namespace CoinRig.InstrumentFiles;

/// <summary>Charge in and out by trapezoids.</summary>
sealed class Integrals
{
    double _seconds = double.NaN;
    double _amperes;

    /// <summary>Charge that went in, C.</summary>
    public double In { get; private set; }

    /// <summary>Charge that came out, C, positive.</summary>
    public double Out { get; private set; }

    /// <summary>Adds a row.</summary>
    public void Add(double seconds, double amperes)
    {
        var charge = (amperes + _amperes) / 2 * (seconds - _seconds);
        In += charge > 0 ? charge : 0;
        Out -= charge < 0 ? charge : 0;
        (_seconds, _amperes) = (seconds, amperes);
    }
}
