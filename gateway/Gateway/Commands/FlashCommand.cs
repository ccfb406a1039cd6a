using System.CommandLine;

namespace CoinRig.Gateway;

/// <summary><c>coinrig flash</c>: says how the supervisor's firmware is built and flashed. It does neither.</summary>
static class FlashCommand
{
    public static Command Create(Session session)
    {
        var port = new Option<string>("--port") { Description = "The serial port that the ESP32 is flashed by", HelpName = "DEVICE", DefaultValueFactory = _ => "/dev/ttyUSB0" };
        var command = new Command("flash", "Say how the supervisor's firmware is built and flashed (it is not done)") { port };
        session.Do(command, (parse, screen) =>
        {
            foreach (var line in Lines(parse.GetRequiredValue(port)))
            {
                screen.Say(line);
            }
            if (screen.IsJson)
            {
                screen.Document(new { Commands = Lines(parse.GetRequiredValue(port)).Where(l => l.StartsWith("   ", StringComparison.Ordinal) && !l.StartsWith("   (", StringComparison.Ordinal)).Select(l => l.Trim()) });
            }
            return ExitCode.Done;
        });
        return command;
    }

    static string[] Lines(string port) =>
    [
        "Nothing is done by this command; these are the steps. Take the cells out first.",
        "1. Build the firmware, on Windows: Visual Studio with the nanoFramework extension, or its build tools.",
        "   nuget restore firmware/Firmware.sln",
        "   msbuild firmware/Firmware.sln -p:Configuration=Release",
        "   (Versions of packages stand in packages.config (class library 1.17.11): never mix them with another firmware's.)",
        "2. Flash the interpreter, once, and whenever the packages' line changes:",
        "   dotnet tool install -g nanoff",
        "   nanoff --listports",
        $"   nanoff --platform esp32 --serialport {port} --update",
        "   (Its native checksums must be those of the packages: mscorlib 0x1549C856, System.Device.Gpio 0x097E7BC5, System.IO.Ports 0xB798CE30.)",
        "3. Flash the supervisor:",
        $"   nanoff --platform esp32 --serialport {port} --deploy --image firmware/Supervisor.Esp32/bin/Release/CoinRig.Supervisor.Esp32.bin",
        "4. Calibrate its readings (firmware/README.md), wire it, and prove each wire:",
        "   coinrig supervisor status --port /dev/serial0",
        "   coinrig supervisor test --port /dev/serial0 --board YOUR-PROFILE.yaml",
        "The firmware compiles against nanoFramework's class library and its logic is tested on .NET; nobody has run it on an ESP32 yet.",
    ];
}
