namespace CoinRig.FrontEnd;

/// <summary>
/// What the cell opposes to a small current: at once, in the end, and how fast it goes from one to the other. Found at
/// connect from the response to a small step; its size is then followed slowly, within bounds, from what the output's own
/// small changes do.
/// </summary>
sealed class CellImpedance
{
    /// <summary>What is left of the past after each scan that tells something.</summary>
    const double Memory = 0.99;

    /// <summary>The step at connect counts like so many scans.</summary>
    const double FirstWeight = 50;

    /// <summary>The size may leave the first one by this factor, no farther.</summary>
    const double LargestFactor = 2;

    /// <summary>Scans after a jump that say nothing of the size: the cell's own relaxation is in them.</summary>
    const int UnsettledScans = 20;

    /// <summary>A second difference of the current below this part of full scale is noise and drift.</summary>
    const double LeastPart = 5e-5;

    /// <summary>A response that grows by less than this part is a resistor's.</summary>
    const double ResistorPart = 0.05;

    /// <summary>Bounds of what three averages can tell of an exponential: the ratio of their differences, and how far the end may lie beyond the last.</summary>
    const double LeastRatio = 0.02, MostRatio = 0.9, MostGrowth = 3;

    double _firstFast, _firstSlow;
    double _volts1, _volts2, _amperes1, _amperes2;
    double _cross, _square;
    int _scans;

    /// <summary>What it opposes within a scan, ohm.</summary>
    internal double FastOhms { get; private set; }

    /// <summary>What it opposes in the end, ohm.</summary>
    internal double SlowOhms { get; private set; }

    /// <summary>Time constant between the two at a constant current, s; 0 for a resistor.</summary>
    internal double Seconds { get; private set; }

    /// <summary>Starts from a response.</summary>
    /// <param name="response">Change of voltage over change of current at equal times after a step, ohm.</param>
    /// <param name="interval">The time between two of them, s.</param>
    /// <param name="amperes">Size of the step, A.</param>
    internal void Identify(ReadOnlySpan<double> response, double interval, double amperes)
    {
        // A cell gives way, it never stiffens: a response that falls is a drift, and a slow impedance below the fast one would make the loop's gain too large.
        (FastOhms, SlowOhms, Seconds) = (response[0], Math.Max(response[0], response[^1]), 0);
        if (response.Length >= 3 && SlowOhms - FastOhms > ResistorPart * SlowOhms)
        {
            FitExponential(response, interval);
        }
        (_firstFast, _firstSlow) = (FastOhms, SlowOhms);
        _square = FirstWeight * amperes * amperes;
        _cross = FastOhms * _square;
        Interrupt();
    }

    /// <summary>A jump of the set value or of the range: differences across it say nothing.</summary>
    internal void Interrupt() => _scans = 0;

    /// <summary>
    /// Takes a scan. Second differences are used, so that a drift of the cell or a sweep does not look like a resistance.
    /// </summary>
    internal void Follow(double volts, double amperes, double fullScaleAmperes)
    {
        var voltsBend = volts - 2 * _volts1 + _volts2;
        var amperesBend = amperes - 2 * _amperes1 + _amperes2;
        (_volts2, _volts1) = (_volts1, volts);
        (_amperes2, _amperes1) = (_amperes1, amperes);
        if (++_scans < UnsettledScans || !(Math.Abs(amperesBend) > LeastPart * fullScaleAmperes))
        {
            return;
        }
        _cross = Memory * _cross + voltsBend * amperesBend;
        _square = Memory * _square + amperesBend * amperesBend;
        var factor = _firstFast > 0 ? Math.Clamp(_cross / _square / _firstFast, 1 / LargestFactor, LargestFactor) : 1;
        (FastOhms, SlowOhms) = (factor * _firstFast, factor * _firstSlow);
    }

    /// <summary>End and time constant from the averages over three equal thirds (Prony 1795): their differences shrink by the same ratio.</summary>
    void FitExponential(ReadOnlySpan<double> response, double interval)
    {
        var third = response.Length / 3;
        var (first, second, last) = (Mean(response[..third]), Mean(response.Slice(third, third)), Mean(response.Slice(2 * third, third)));
        var ratio = (last - second) / (second - first);
        if (ratio is > LeastRatio and < MostRatio)
        {
            SlowOhms = Math.Min(last + (last - second) * ratio / (1 - ratio), MostGrowth * response[^1]);
            Seconds = third * interval / -Math.Log(ratio);
            return;
        }
        // Too fast or too slow for three averages: the area above the response.
        var missing = 0.0;
        foreach (var ohms in response)
        {
            missing += Math.Max(0, SlowOhms - ohms);
        }
        Seconds = missing * interval / (SlowOhms - FastOhms);
    }

    static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }
        return sum / values.Length;
    }
}
