namespace CoinRig.Electrochemistry.Traces;

/// <summary>Tells steps of the current from its slow changes, row by row.</summary>
/// <param name="restAmperes">Currents up to this are none, A.</param>
public struct CurrentStep(double restAmperes)
{
    /// <summary>What is less than this share of the largest current so far is no current: a switching artefact, or the offset at rest.</summary>
    const double RestShare = 1e-3;

    /// <summary>
    /// A change within one direction is a step where it is this large, relative, this many times the change before it, and moves the voltage
    /// its way: a current that decays at a held voltage is none, however coarse the rows are.
    /// </summary>
    const double LeastChange = 0.2, TimesTheChangeBefore = 5, LeastVolts = 5e-3;

    double _largest, _before, _changeBefore, _voltsBefore;
    int _signBefore;

    /// <summary>+1, -1, or 0 for no current.</summary>
    public readonly int SignOf(double amperes)
    {
        var size = Math.Abs(amperes);
        return size <= restAmperes || size <= RestShare * _largest ? 0 : Math.Sign(amperes);
    }

    /// <summary>Above this a current is one, A.</summary>
    internal readonly double RestAmperes => Math.Max(restAmperes, RestShare * _largest);

    /// <summary>A change up to this times the current before it is never a step.</summary>
    internal const double Plain = LeastChange;

    /// <summary>Takes in rows that have been seen to be plain: the largest current of them and the last two of them.</summary>
    internal void Skip(double largest, double beforeLast, double last, double lastVolts)
    {
        _largest = Math.Max(_largest, largest);
        (_changeBefore, _before, _voltsBefore) = (Math.Abs(last - beforeLast), last, lastVolts);
    }

    /// <summary>Takes in a row.</summary>
    /// <param name="amperes">Its current, A.</param>
    /// <param name="volts">Its voltage, V.</param>
    /// <param name="sign">Its direction, as <see cref="SignOf"/> or something better says.</param>
    /// <returns>Whether it stepped since the row before.</returns>
    public bool Add(double amperes, double volts, int sign)
    {
        var change = Math.Abs(amperes - _before);
        var size = Math.Abs(amperes);
        var isStep = sign != _signBefore || (sign != 0 && change > LeastChange * Math.Max(size, Math.Abs(_before)) && change > TimesTheChangeBefore * _changeBefore
            && (volts - _voltsBefore) * Math.Sign(amperes - _before) > LeastVolts);
        _changeBefore = isStep ? 0 : change;
        (_before, _voltsBefore, _signBefore, _largest) = (amperes, volts, sign, Math.Max(_largest, size));
        return isStep;
    }
}
