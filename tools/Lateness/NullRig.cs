using CoinRig.Bench;
using CoinRig.Clock;
using CoinRig.FrontEnd;
using CoinRig.Gateway;
using CoinRig.Temperature;

namespace CoinRig.Lateness;

/// <summary>A rig in real time whose chips answer from memory: what it takes of a processor is the gateway's own.</summary>
sealed class NullRig : IRig
{
    readonly NullBoard _board;

    internal NullRig(BoardProfile profile) => _board = new NullBoard(profile, Clock);

    /// <inheritdoc/>
    public Board Board => _board.Board;

    /// <inheritdoc/>
    public IRigClock Clock { get; } = new RealClock();

    /// <inheritdoc/>
    public IThermometer? Thermometer => null;

    /// <inheritdoc/>
    public bool IsVirtual => false;

    /// <inheritdoc/>
    public string Source => "null";

    /// <inheritdoc/>
    public long Seed => 0;

    /// <inheritdoc/>
    public void Dispose() => _board.Dispose();
}
