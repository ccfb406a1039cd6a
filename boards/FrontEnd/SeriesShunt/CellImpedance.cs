namespace CoinRig.FrontEnd;

/// <summary>
/// The cell's differential resistance at the time scale of a scan: found at connect by a small step, then followed slowly
/// from what the output's own small changes do. Second differences are used, so that a drift of the cell, a sweep or a
/// relaxation does not look like a resistance; the estimate is a least-squares slope with exponential forgetting and
/// stays within bounds of what was found at connect.
/// </summary>
sealed class CellImpedance
{
    /// <summary>What is left of the past after each scan that tells something.</summary>
    const double Memory = 0.98;

    /// <summary>The measured step at connect counts like so many scans.</summary>
    const double FirstWeight = 20;

    /// <summary>The estimate may leave the first one by this factor, no farther.</summary>
    const double LargestFactor = 5;

    /// <summary>A second difference of the current below this part of full scale is noise and drift.</summary>
    const double LeastPart = 5e-5;

    double _first;
    double _volts1, _volts2, _amperes1, _amperes2;
    double _cross, _square;
    int _scans;

    /// <summary>The estimate, ohm.</summary>
    internal double Ohms { get; private set; }

    /// <summary>Starts from what a step has shown.</summary>
    /// <param name="volts">Change of the cell's voltage, V.</param>
    /// <param name="amperes">Change of the current, A.</param>
    /// <param name="mostOhms">The largest value that is believed.</param>
    internal void Identify(double volts, double amperes, double mostOhms)
    {
        _first = Ohms = amperes == 0 ? mostOhms : Math.Clamp(volts / amperes, 0, mostOhms);
        _square = FirstWeight * amperes * amperes;
        _cross = _first * _square;
        _scans = 0;
    }

    /// <summary>A jump of the set value or of the range: differences across it say nothing.</summary>
    internal void Interrupt() => _scans = 0;

    /// <summary>Takes a scan.</summary>
    internal void Follow(double volts, double amperes, double fullScaleAmperes)
    {
        var voltsBend = volts - 2 * _volts1 + _volts2;
        var amperesBend = amperes - 2 * _amperes1 + _amperes2;
        (_volts2, _volts1) = (_volts1, volts);
        (_amperes2, _amperes1) = (_amperes1, amperes);
        if (++_scans < 3 || !(Math.Abs(amperesBend) > LeastPart * fullScaleAmperes))
        {
            return;
        }
        _cross = Memory * _cross + voltsBend * amperesBend;
        _square = Memory * _square + amperesBend * amperesBend;
        Ohms = Math.Clamp(_cross / _square, _first / LargestFactor, _first * LargestFactor);
    }
}
