using CoinRig.Control;
using CoinRig.FrontEnd;

namespace CoinRig.Gateway;

/// <summary>
/// The runs of one board whose channels take turns: between two parts of what takes long on one the other has the scan that is due, its limits included. A scan itself is
/// never taken apart.
/// </summary>
/// <param name="turns">The board's.</param>
sealed class Strands(BoardTurns turns) : IOtherChannels
{
    /// <summary>Replaced, not changed: a run is begun beside the board's thread.</summary>
    volatile Strand[] _strands = [];

    /// <summary>Whose scan is under way, on its thread.</summary>
    Strand? _current;

    /// <summary>Lets a run take turns with the others.</summary>
    /// <param name="run">The run, before its first scan.</param>
    /// <param name="prepare">Called on its thread before that.</param>
    /// <returns>What is to be scanned in its place.</returns>
    internal IScanned Add(IScanned run, Action prepare)
    {
        var strand = new Strand(run, prepare);
        _strands = [.. _strands.Where(s => !s.HasEnded), strand];
        turns.Others = this;
        return new Turn(this, strand);
    }

    /// <inheritdoc/>
    public void GoFirst(long nanoseconds)
    {
        foreach (var other in _strands)
        {
            if (IsDue(other, nanoseconds))
            {
                _current!.Park(other.NextDue + 1);
            }
        }
    }

    /// <inheritdoc/>
    public void GoOnUntil(long nanoseconds)
    {
        foreach (var other in _strands)
        {
            if (IsDue(other, nanoseconds))
            {
                _current!.Park(nanoseconds);
                return;
            }
        }
    }

    bool IsDue(Strand other, long before) => _current is not null && !ReferenceEquals(other, _current) && !other.HasEnded && other.NextDue < before;

    /// <summary>A strand as the board's thread sees it.</summary>
    sealed class Turn(Strands strands, Strand strand) : IScanned, IDisposable
    {
        public long NextDue => strand.NextDue;

        public bool HasEnded => strand.HasEnded;

        public void Scan()
        {
            strands._current = strand;
            strand.Scan();
            strands._current = null;
        }

        public void Dispose() => strand.Dispose();
    }
}
