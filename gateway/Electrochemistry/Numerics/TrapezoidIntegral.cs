namespace CoinRig.Electrochemistry.Numerics;

/// <summary>
/// The integral of a series over time by the trapezoidal rule with a compensated sum. A jump is not a ramp: at a change of the
/// set value, end the old stretch with <see cref="Add"/> and begin the new one with <see cref="Jump"/> at the same time.
/// </summary>
public struct TrapezoidIntegral
{
    NeumaierSum _sum;
    double _seconds;
    double _value;
    bool _started;

    /// <summary>The integral so far.</summary>
    public readonly double Value => _sum.Value;

    /// <summary>Takes in a reading.</summary>
    public void Add(double seconds, double value)
    {
        if (_started)
        {
            _sum.Add(0.5 * (value + _value) * (seconds - _seconds));
        }
        Jump(seconds, value);
    }

    /// <summary>Goes on from another value without area between.</summary>
    public void Jump(double seconds, double value) => (_seconds, _value, _started) = (seconds, value, true);
}
