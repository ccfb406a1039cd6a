namespace CoinRig.Firmware;

/// <summary>
/// The gateway's proof of life. Each heartbeat has a counter and the gateway's own time of sending; one that took longer than the quickest by
/// more than <see cref="BoardProfile.LatestHeartbeatMilliseconds"/> waited in a buffer and proves nothing. Silence counts from the sending of the last good one.
/// </summary>
public sealed class Heartbeat
{
    /// <summary>The quickest way is forgotten by 1 ms so often, ms: two crystals may differ by 200 ppm.</summary>
    const int ForgetEveryMilliseconds = 5000;

    /// <summary>So many good ones are needed at first: one alone does not tell how quick the way is.</summary>
    public const int Needed = 3;

    bool _hasCounter;
    ushort _counter;
    uint _quickest;
    long _forgottenAt;
    long _sentAt;
    bool _sawStuck;
    bool _sawLate;

    /// <summary>Forgets the gateway.</summary>
    public void Forget()
    {
        _hasCounter = false;
        Good = 0;
        _sawStuck = false;
        _sawLate = false;
    }

    /// <summary>Good heartbeats since the gateway said hello, at most <see cref="Needed"/>.</summary>
    public int Good { get; private set; }

    /// <summary>Takes one heartbeat.</summary>
    /// <param name="now">Uptime, ms.</param>
    /// <param name="counter">Its counter.</param>
    /// <param name="stamp">The gateway's time of its sending, ms; any start.</param>
    /// <returns>Whether it proves that the gateway lives.</returns>
    public bool Take(long now, ushort counter, uint stamp)
    {
        var steps = (ushort)(counter - _counter);
        if (_hasCounter && (steps == 0 || steps >= 0x8000))
        {
            _sawStuck = true;
            return false;
        }
        var onTheWay = (uint)now - stamp;
        if (!_hasCounter || (int)(onTheWay - _quickest) < 0)
        {
            _quickest = onTheWay;
            _forgottenAt = now;
        }
        else if (now - _forgottenAt >= ForgetEveryMilliseconds)
        {
            _quickest++;
            _forgottenAt += ForgetEveryMilliseconds;
        }
        _hasCounter = true;
        _counter = counter;
        var late = (int)(onTheWay - _quickest);
        if (late > BoardProfile.LatestHeartbeatMilliseconds)
        {
            _sawLate = true;
            return false;
        }
        var sentAt = late > 0 ? now - late : now;
        if (Good == 0 || sentAt > _sentAt)
        {
            _sentAt = sentAt;
        }
        Good = Good < Needed ? Good + 1 : Needed;
        _sawStuck = false;
        _sawLate = false;
        return true;
    }

    /// <summary>Whether the gateway has lately proved that it lives.</summary>
    public bool IsFresh(long now) => Good >= Needed && now - _sentAt < BoardProfile.SilenceMilliseconds;

    /// <summary>Age of the last good heartbeat, ms, at most 65535; that where there was none.</summary>
    public int Age(long now) => Good == 0 || now - _sentAt > 65535 ? 65535 : (int)(now - _sentAt);

    /// <summary>Why there is no fresh one.</summary>
    public TripCause Cause => _sawStuck ? TripCause.HeartbeatStuck : _sawLate ? TripCause.HeartbeatLate : TripCause.HeartbeatSilent;
}
