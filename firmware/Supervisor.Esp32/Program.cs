using System.Device.Gpio;
using System.Threading;
using nanoFramework.Hardware.Esp32;

namespace CoinRig.Firmware.Esp32;

/// <summary>
/// The loop: messages, readings, decision, pins, answers, black box. There is no watchdog below the interpreter that software could use: the
/// monostable is it, and only a whole healthy cycle feeds it.
/// </summary>
public static class Program
{
    /// <summary>Never returns. An exception ends the loop, and with it the toggling.</summary>
    public static void Main()
    {
        var gpio = new GpioController();
        var outputs = new Outputs(gpio);
        Configuration.SetPinFunction(Pins.MemoryData, DeviceFunction.I2C1_DATA);
        Configuration.SetPinFunction(Pins.MemoryClock, DeviceFunction.I2C1_CLOCK);
        var readings = new Readings();
        var supervisor = new Supervisor(readings, new Fram());
        var link = new LinkSession(supervisor);
        var inputs = new Inputs(gpio);
        var button = new PushButton(gpio);
        var line = new SerialLine();
        var due = Uptime();
        while (true)
        {
            var now = Uptime();
            line.Receive(link, now);
            inputs.Read(now, readings);
            button.Read(now, supervisor);
            supervisor.Cycle(now);
            outputs.Write(supervisor);
            link.TellChanges();
            line.Send(link.Out);
            supervisor.Box.Save();
            due += BoardProfile.LoopMilliseconds;
            var wait = due - Uptime();
            if (wait > 0)
            {
                Thread.Sleep((int)wait);
            }
            else
            {
                due = Uptime();
            }
        }
    }

    /// <summary>Milliseconds since the start, by the crystal: no clock that anybody can set.</summary>
    static long Uptime() => (long)(HighResTimer.GetCurrent() / 1000);
}
