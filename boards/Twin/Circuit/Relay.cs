namespace CoinRig.Twin;

/// <summary>
/// A reed relay: its contact follows the coil after the operate or release time and may bounce. Between edges of the coil nothing
/// is computed.
/// </summary>
sealed class Relay
{
    const double ShortestMilliseconds = 0.5, LongestMilliseconds = 2, LongestBounceMilliseconds = 0.5, WornBounceMilliseconds = 60;
    const int MostBounces = 3;

    readonly SeededNoise _noise;
    readonly bool _bounces;
    readonly long[] _toggles = new long[1 + 2 * MostBounces];
    readonly long _operate, _release;
    int _next, _count;
    bool _contact;

    /// <summary>Draws the relay's times.</summary>
    /// <param name="noise">Stream of this relay.</param>
    /// <param name="bounces">Whether the contact bounces when it closes.</param>
    internal Relay(SeededNoise noise, bool bounces)
    {
        (_noise, _bounces) = (noise, bounces);
        _operate = Nanoseconds(ShortestMilliseconds + noise.Uniform() * (LongestMilliseconds - ShortestMilliseconds));
        _release = Nanoseconds(ShortestMilliseconds + noise.Uniform() * (LongestMilliseconds - ShortestMilliseconds));
    }

    internal RelayFault Fault { get; set; }

    internal bool IsClosed => Fault switch
    {
        RelayFault.Welded => true,
        RelayFault.StuckOpen => false,
        _ => _contact,
    };

    /// <summary>When the contact moves next, ns; <see cref="long.MaxValue"/> where it rests.</summary>
    internal long NextToggle => _next < _count ? _toggles[_next] : long.MaxValue;

    /// <summary>The coil is switched.</summary>
    internal void Drive(bool isOn, long now)
    {
        (_next, _count) = (0, 0);
        if (isOn == _contact)
        {
            return;
        }
        var time = now + (isOn ? _operate : _release);
        _toggles[_count++] = time;
        var isWorn = Fault == RelayFault.Bouncing;
        if (!isWorn && (!isOn || !_bounces))
        {
            return;
        }
        var bounces = 1 + (int)(_noise.Uniform() * MostBounces);
        var slot = Nanoseconds(isWorn ? WornBounceMilliseconds : LongestBounceMilliseconds) / (2 * bounces);
        for (var i = 0; i < 2 * bounces; i++)
        {
            time += slot / 4 + (long)(_noise.Uniform() * slot * 3 / 4);
            _toggles[_count++] = time;
        }
    }

    /// <summary>The contact makes its next move.</summary>
    internal void Toggle()
    {
        _contact = !_contact;
        _next++;
    }

    static long Nanoseconds(double milliseconds) => (long)(milliseconds * 1e6);
}
