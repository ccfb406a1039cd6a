namespace CoinRig.Firmware;

/// <summary>
/// Compares the gateway's reading of one cell with the supervisor's own since the heartbeat before the last: within that span, widened by the band, it must lie,
/// or a fast sweep would look like a disagreement. Where the own ADC is at its lower end, any lower voltage agrees. One that lasts from heartbeat to heartbeat counts.
/// </summary>
public sealed class Agreement
{
    bool _hasOwn;
    int _lowest, _highest, _lowestBefore, _highestBefore;
    int _own;
    long _since = -1;

    /// <summary>Forgets what was read and said.</summary>
    public void Forget()
    {
        _hasOwn = false;
        _since = -1;
    }

    /// <summary>Takes the supervisor's own reading.</summary>
    public void TakeOwn(int millivolts)
    {
        _own = millivolts;
        if (!_hasOwn)
        {
            _hasOwn = true;
            _lowest = millivolts;
            _highest = millivolts;
            _lowestBefore = millivolts;
            _highestBefore = millivolts;
        }
        _lowest = millivolts < _lowest ? millivolts : _lowest;
        _highest = millivolts > _highest ? millivolts : _highest;
    }

    /// <summary>Takes what a heartbeat says.</summary>
    /// <param name="now">Uptime, ms.</param>
    /// <param name="isRead">Whether the gateway has read this cell.</param>
    /// <param name="millivolts">What it read.</param>
    public void TakeTheirs(long now, bool isRead, int millivolts)
    {
        var low = _lowest < _lowestBefore ? _lowest : _lowestBefore;
        var high = _highest > _highestBefore ? _highest : _highestBefore;
        var isAbove = low < BoardProfile.BelowReachMillivolts || millivolts >= low - BoardProfile.AgreementMillivolts;
        var agrees = isRead && _hasOwn && isAbove && millivolts <= high + BoardProfile.AgreementMillivolts;
        if (agrees)
        {
            _since = -1;
        }
        else if (_since < 0)
        {
            _since = now;
        }
        _lowestBefore = _lowest;
        _highestBefore = _highest;
        _lowest = _own;
        _highest = _own;
    }

    /// <summary>Whether they have disagreed for too long.</summary>
    public bool IsLost(long now) => _since >= 0 && now - _since >= BoardProfile.DisagreementMilliseconds;
}
