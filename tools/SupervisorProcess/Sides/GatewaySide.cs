using System.Device.Gpio;
using CoinRig.Gateway;

namespace CoinRig.SupervisorProcess;

/// <summary>The program coinrig as it is, with the pins of its board at a socket.</summary>
static class GatewaySide
{
    internal static int Run(string socket, string[] arguments)
    {
        var pins = new Lazy<PinClient>(() => new PinClient(socket));
        HardwareRig.Pins = new(settings => new RemoteSpiDevice(pins.Value, settings), () => new GpioController(new RemoteGpioDriver(pins.Value)));
        return CommandLineApp.Run(arguments, new Session(Console.Out, Console.Error, IsTerminal: false, new RigCommands()));
    }
}
