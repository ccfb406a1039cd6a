using System.Device.Gpio;
using CoinRig.Clock;
using CoinRig.FrontEnd;
using CoinRig.Gateway;
using CoinRig.Temperature;

namespace CoinRig.Faults;

/// <summary>What one process has of the rig: a board that it has opened.</summary>
sealed class WorldRig(Board board, GpioController gpio, World world) : IRig
{
    public Board Board => board;

    public IRigClock Clock => world.Clock;

    public IThermometer? Thermometer => world.Room;

    public bool IsVirtual => true;

    public string Source => "twin";

    public long Seed => world.Scenario.Seed;

    /// <summary>The process ends by itself: the channels go to the idle state.</summary>
    public void Dispose()
    {
        board.Dispose();
        gpio.Dispose();
    }

    /// <summary>The process is gone: the kernel takes its lines back and leaves their levels.</summary>
    internal void Abandon() => gpio.Dispose();
}
