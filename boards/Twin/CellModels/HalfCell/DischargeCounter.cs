namespace CoinRig.Twin;

/// <summary>
/// Counts finished discharges from the charge that went through. A discharge is over when charging begins; pulses,
/// interruptions and impedance do not count, because a discharge fills more than a twentieth of the host.
/// </summary>
sealed class DischargeCounter
{
    const double LeastDischarge = 0.05, LeastReturn = 0.002;

    double _position, _turningPoint;
    bool _discharging;

    /// <summary>Notes a change of the mean composition (rising on discharge); true when a discharge has just been found finished.</summary>
    internal bool Add(double change)
    {
        _position += change;
        if (_discharging)
        {
            _turningPoint = Math.Max(_turningPoint, _position);
            if (_position < _turningPoint - LeastReturn)
            {
                _discharging = false;
                _turningPoint = _position;
                return true;
            }
            return false;
        }
        _turningPoint = Math.Min(_turningPoint, _position);
        if (_position > _turningPoint + LeastDischarge)
        {
            _discharging = true;
            _turningPoint = _position;
        }
        return false;
    }
}
