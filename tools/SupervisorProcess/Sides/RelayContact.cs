using CoinRig.Twin;

namespace CoinRig.SupervisorProcess;

/// <summary>The contact of channel 1's relay. It is looked at only while it has to move: a look in the middle of a conversion splits what the ADC's twin has to average.</summary>
sealed class RelayContact
{
    readonly BoardTwin _board;
    bool _line, _isClosed;

    internal RelayContact(BoardTwin board, int relayLine)
    {
        _board = board;
        board.PinChanged = change => _line = change.Pin == relayLine ? change.IsHigh : _line;
    }

    /// <summary>Whether it is closed.</summary>
    internal bool Look() => _isClosed = _isClosed == (_line && _board.HasCoilSupply) ? _isClosed : _board.Channels[0].IsRelayContactClosed;
}
