using CoinRig.FrontEnd;

namespace CoinRig.Control;

/// <summary>
/// Makes marks of the edges of a board's input. The level is looked at once a scan, so that an edge is known to a scan period and a pulse must last for one; after an
/// edge none is taken for a while, because contacts bounce.
/// </summary>
sealed class MarkInput(SideLines lines, MarkInputProfile profile)
{
    bool _wasMarked = true;
    long _deafUntil = long.MinValue;

    /// <summary>Whether there was an edge since the last look. What is there at the first look is none.</summary>
    internal bool Look(long now)
    {
        var isMarked = lines.IsMarked;
        var isEdge = isMarked && !_wasMarked && now >= _deafUntil;
        if (isMarked != _wasMarked)
        {
            _deafUntil = isEdge ? now + (long)(profile.DebounceSeconds * 1e9) : _deafUntil;
        }
        _wasMarked = isMarked;
        return isEdge;
    }
}
