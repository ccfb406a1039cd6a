using System.Device.Gpio;
using System.Security.Cryptography;
using CoinRig.Clock;
using CoinRig.FrontEnd;
using CoinRig.Linux;
using CoinRig.Spi;
using CoinRig.Temperature;

namespace CoinRig.Gateway;

/// <summary>A real board on this machine's SPI bus and GPIO lines.</summary>
sealed class HardwareRig : IRig
{
    /// <summary>What the files of its runs say.</summary>
    internal const string SourceName = "hardware";

    /// <summary>Where it reaches its pins; an emulated board has a place of its own.</summary>
    internal static BoardPins Pins { get; set; } = BoardPins.OfThisMachine;

    readonly BusLock _lock;
    readonly GpioController _gpio;
    readonly PortOnDemand? _port;
    readonly CellThermometer _thermometer;

    HardwareRig(Board board, GpioController gpio, BusLock taken, IRigClock clock)
    {
        _lock = taken;
        _port = board.Profile.SupervisorPort is { } port ? new PortOnDemand(port) : null;
        Supervisor = _port is null ? null : new RigSupervisor(board, clock, _port, (ushort)RandomNumberGenerator.GetInt32(1, ushort.MaxValue + 1));
        Board = board;
        Clock = clock;
        _gpio = gpio;
        _thermometer = new CellThermometer();
    }

    /// <inheritdoc/>
    public Board Board { get; }

    /// <inheritdoc/>
    public IRigClock Clock { get; }

    /// <inheritdoc/>
    public IThermometer? Thermometer => _thermometer;

    /// <inheritdoc/>
    public RigSupervisor? Supervisor { get; }

    /// <inheritdoc/>
    public bool IsVirtual => false;

    /// <inheritdoc/>
    public string Source => SourceName;

    /// <inheritdoc/>
    public long Seed => 0;

    /// <summary>Whether a profile names a bus that this machine has.</summary>
    internal static bool IsThere(BoardProfile profile) => profile.SpiBus >= 0 && DeviceFile.Exists(SpidevDevice.PathOf(profile.SpiBus, profile.ChipSelects.Adc));

    /// <summary>Refuses a profile of which only a twin can be made.</summary>
    /// <exception cref="RefusedException">It names no bus.</exception>
    internal static void RequireBus(BoardProfile profile)
    {
        if (profile.SpiBus < 0)
        {
            throw new RefusedException($"The profile '{profile.Name}' names no SPI bus. Add 'spi: {{bus: 0}}' to a profile of your board, or leave --hardware out.");
        }
    }

    /// <summary>Opens the board. Never falls back to a twin.</summary>
    /// <exception cref="RefusedException">The board is not there, not ours to use, or does not answer.</exception>
    internal static HardwareRig Open(BoardProfile profile) => Open(profile, new RealClock());

    /// <summary>The same by a clock of the caller's, for an emulated kernel.</summary>
    internal static HardwareRig Open(BoardProfile profile, IRigClock clock)
    {
        RequireBus(profile);
        // Before any line or chip is touched.
        var taken = BusLock.Take(profile.SpiBus);
        GpioController? gpio = null;
        try
        {
            gpio = Pins.OpenGpio();
            return new HardwareRig(Board.Open(profile, Pins.OpenSpi, gpio, clock), gpio, taken, clock);
        }
        catch (Exception e)
        {
            // Lines that were taken are given back, which lets their pull-downs hold the relays open.
            gpio?.Dispose();
            taken.Dispose();
            if (e is IOException or DllNotFoundException)
            {
                throw new RefusedException($"The board could not be opened: {e.Message}", e);
            }
            throw;
        }
    }

    /// <summary>Lets every cell relay go at once, from any thread, whatever the scan is doing: for a program that must end now.</summary>
    internal void LetGo()
    {
        foreach (var channel in Board.Profile.Channels)
        {
            _gpio.Write(channel.Pins.CellRelay, PinValue.Low);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Board.Dispose();
        Supervisor?.Dispose();
        _port?.Dispose();
        _thermometer.Dispose();
        _gpio.Dispose();
        _lock.Dispose();
    }
}
