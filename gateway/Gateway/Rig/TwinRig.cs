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
    readonly BoardTwin _twin;
    readonly Dictionary<int, string> _seated = [];

    TwinRig(BoardProfile profile, BoardTwin twin, long seed, IRigClock clock, SupervisorTwin? supervisor = null)
    {
        _twin = twin;
        SupervisorTwin = supervisor;
        Clock = clock;
        IsVirtual = clock is not RealClock;
        Seed = seed;
        _gpio = new GpioController(twin.Gpio);
        try
        {
            Board = Board.Open(profile, twin.OpenSpi, _gpio, Clock);
            Supervisor = supervisor is null ? null : new RigSupervisor(Board, Clock, supervisor.Line, (ushort)(1 + seed % ushort.MaxValue), supervisor);
        }
        catch
        {
            _gpio.Dispose();
            throw;
        }
    }

    /// <summary>Makes a twin with a fresh cell on one channel.</summary>
    /// <param name="profile">The board.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="channel">The channel that the cell is on, from 1.</param>
    /// <param name="seed">Draws the true errors of board and cell, and the noise.</param>
    /// <param name="speed">How many times real time; infinite runs as fast as it can.</param>
    internal static TwinRig WithCell(BoardProfile profile, Cell cell, int channel, long seed, double speed) =>
        Make(profile, seed, speed, new VirtualClock(), OnChannel(profile, cell, channel, seed));

    /// <summary>Makes a twin with a cell that is somewhere in its life.</summary>
    /// <param name="profile">The board.</param>
    /// <param name="cell">The cell's model as it stands.</param>
    /// <param name="channel">The channel that the cell is on, from 1.</param>
    /// <param name="seed">Draws the true errors of the board, and the noise.</param>
    /// <param name="speed">How many times real time; infinite runs as fast as it can.</param>
    /// <param name="utc">What the twin's clock says.</param>
    internal static TwinRig WithUsedCell(BoardProfile profile, ICellModel cell, int channel, long seed, double speed, DateTimeOffset utc) =>
        Make(profile, seed, speed, new VirtualClock(utc), [.. profile.Channels.Select(c => c.Number == channel ? cell : null)]);

    /// <summary>Makes a twin with empty holders, for a queue of runs.</summary>
    /// <param name="profile">The board.</param>
    /// <param name="seed">Draws the true errors of board and cells, and the noise.</param>
    /// <param name="speed">How many times real time; infinite runs as fast as it can.</param>
    /// <param name="plant">Plants faults before the board is opened.</param>
    /// <param name="utc">What the twin's clock says; null for the date on which it always begins.</param>
    internal static TwinRig WithEmptyHolders(BoardProfile profile, long seed, double speed, Action<BoardTwin>? plant = null, DateTimeOffset? utc = null) =>
        Make(profile, seed, speed, utc is { } now ? new VirtualClock(now) : new VirtualClock(), [], plant);

    /// <summary>A board with its supervisor in the same virtual time, unless the profile says that it has none.</summary>
    static TwinRig Make(BoardProfile profile, long seed, double speed, VirtualClock clock, ICellModel?[] cells, Action<BoardTwin>? plant = null)
    {
        var events = new EventClock(clock);
        var twin = new BoardTwin(profile, events, seed, cells);
        plant?.Invoke(twin);
        return new(profile, twin, seed, double.IsPositiveInfinity(speed) ? events : new PacedClock(events, new RealClock(), speed), SupervisorOf(profile, twin, events, seed));
    }

    static SupervisorTwin? SupervisorOf(BoardProfile profile, BoardTwin twin, EventClock clock, long seed) =>
        profile.SupervisorPort is null ? null : new SupervisorTwin(twin, clock, (int)(seed % int.MaxValue));

    /// <summary>The same with chips that live in real time.</summary>
    internal static TwinRig InRealTimeWithEmptyHolders(BoardProfile profile, long seed)
    {
        var clock = new RealClock();
        var twin = new BoardTwin(profile, clock, seed);
        twin.Adc.IsUpdateGarbling = true;
        return new(profile, twin, seed, clock);
    }

    /// <summary>Puts a cell into a holder: the one that is there stays, unless it is of another file or a fresh one is asked for.</summary>
    /// <param name="channel">The channel, from 1.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="isFresh">Whether it is to be a new one.</param>
    /// <param name="before">Makes the cell that was in it before the program was started anew; null where there was none of this kind.</param>
    /// <returns>Whether it is another one than that of the run before.</returns>
    internal bool Seat(int channel, Cell cell, bool isFresh, Func<ICellModel?> before)
    {
        if (!isFresh && _seated.GetValueOrDefault(channel) == cell.SourceText)
        {
            return false;
        }
        var used = isFresh || _seated.ContainsKey(channel) ? null : before();
        _twin.Channels[channel - 1].Insert(used ?? CellModelFactory.Create(cell, Seed));
        _seated[channel] = cell.SourceText;
        return used is null;
    }

    /// <summary>Makes a twin whose chips live in real time: it is as late as the computer, so no two runs are the same.</summary>
    internal static TwinRig InRealTime(BoardProfile profile, Cell cell, int channel, long seed)
    {
        var clock = new RealClock();
        var twin = new BoardTwin(profile, clock, seed, OnChannel(profile, cell, channel, seed));
        twin.Adc.IsUpdateGarbling = true;
        return new(profile, twin, seed, clock);
    }

    /// <summary>Makes a twin at full speed, which can be opened again and again, as a board can.</summary>
    /// <param name="profile">The board.</param>
    /// <param name="dummy">The dummy on every channel; null for empty holders.</param>
    /// <param name="seed">Draws the true errors of the board, and the noise.</param>
    /// <param name="plant">Plants faults before the board is opened.</param>
    internal static Func<TwinRig> WithDummies(BoardProfile profile, Cell? dummy, long seed, Action<BoardTwin>? plant = null)
    {
        // Without its supervisor: the selftest of a twin is there to be tried, and finds faults of boards whose voltages no supervisor would allow.
        var clock = new VirtualClock();
        var twin = new BoardTwin(profile, clock, seed, [.. profile.Channels.Select(_ => dummy is null ? null : CellModelFactory.Create(dummy, seed))]);
        plant?.Invoke(twin);
        return () => new TwinRig(profile, twin, seed, clock);
    }

    static ICellModel?[] OnChannel(BoardProfile profile, Cell cell, int channel, long seed) =>
        [.. profile.Channels.Select(c => c.Number == channel ? CellModelFactory.Create(cell, seed) : null)];

    /// <inheritdoc/>
    public Board Board { get; }

    /// <inheritdoc/>
    public IRigClock Clock { get; }

    /// <inheritdoc/>
    public IThermometer? Thermometer { get; } = new RoomThermometer();

    /// <inheritdoc/>
    public RigSupervisor? Supervisor { get; }

    /// <summary>The supervisor's other side, for who plants faults; null where the board has none.</summary>
    internal SupervisorTwin? SupervisorTwin { get; }

    /// <inheritdoc/>
    public bool IsVirtual { get; }

    /// <inheritdoc/>
    public string Source => "twin";

    /// <inheritdoc/>
    public long Seed { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Board.Dispose();
        Supervisor?.Dispose();
        _gpio.Dispose();
    }
}
