using System.Device.Gpio;
using CoinRig.Cells;
using CoinRig.Clock;
using CoinRig.FrontEnd;
using CoinRig.Temperature;
using CoinRig.Twin;

namespace CoinRig.Gateway;

/// <summary>The twin of a board: emulated chips, circuit and cell below the very same drivers.</summary>
sealed class TwinRig : IRig
{
    readonly GpioController _gpio;

    TwinRig(BoardProfile profile, IReadOnlyList<ICellModel?> cells, long seed, double speed, Action<BoardTwin>? plant = null)
    {
        var clock = new VirtualClock();
        Clock = double.IsPositiveInfinity(speed) ? clock : new PacedClock(clock, new RealClock(), speed);
        var twin = new BoardTwin(profile, clock, seed, cells);
        plant?.Invoke(twin);
        _gpio = new GpioController(twin.Gpio);
        Board = Board.Open(profile, twin.OpenSpi, _gpio, Clock);
        Seed = seed;
    }

    /// <summary>Makes a twin with a fresh cell on one channel.</summary>
    /// <param name="profile">The board.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="channel">The channel that the cell is on, from 1.</param>
    /// <param name="seed">Draws the true errors of board and cell, and the noise.</param>
    /// <param name="speed">How many times real time; infinite runs as fast as it can.</param>
    internal static TwinRig WithCell(BoardProfile profile, Cell cell, int channel, long seed, double speed) =>
        new(profile, [.. profile.Channels.Select(c => c.Number == channel ? CellModelFactory.Create(cell, seed) : null)], seed, speed);

    /// <summary>Makes a twin with a dummy on every channel, at full speed.</summary>
    /// <param name="profile">The board.</param>
    /// <param name="dummy">The dummy.</param>
    /// <param name="seed">Draws the true errors of the board, and the noise.</param>
    /// <param name="plant">Plants faults before the board is powered up.</param>
    internal static TwinRig WithDummies(BoardProfile profile, Cell dummy, long seed, Action<BoardTwin>? plant = null) =>
        new(profile, [.. profile.Channels.Select(_ => (ICellModel?)CellModelFactory.Create(dummy, seed))], seed, double.PositiveInfinity, plant);

    /// <inheritdoc/>
    public Board Board { get; }

    /// <inheritdoc/>
    public IRigClock Clock { get; }

    /// <inheritdoc/>
    public IThermometer? Thermometer { get; } = new RoomThermometer();

    /// <inheritdoc/>
    public bool IsVirtual => true;

    /// <inheritdoc/>
    public string Source => "twin";

    /// <inheritdoc/>
    public long Seed { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Board.Dispose();
        _gpio.Dispose();
    }
}
