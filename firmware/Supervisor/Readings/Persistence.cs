namespace CoinRig.Firmware;

/// <summary>Counts readings in doubt in a row: a single one may be noise, so it is read again at once, and the second one counts.</summary>
public sealed class Persistence
{
    int _inARow;

    /// <summary>Takes one reading.</summary>
    /// <returns>Whether the doubt has lasted.</returns>
    public bool Take(bool isInDoubt)
    {
        _inARow = isInDoubt ? _inARow + 1 : 0;
        if (_inARow > BoardProfile.ReadingsInDoubt)
        {
            _inARow = BoardProfile.ReadingsInDoubt;
        }
        return _inARow >= BoardProfile.ReadingsInDoubt;
    }
}
