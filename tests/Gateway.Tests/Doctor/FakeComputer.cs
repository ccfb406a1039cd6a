using CoinRig.Clock;
using CoinRig.FrontEnd;
using CoinRig.Documents;

namespace CoinRig.Gateway.Tests;

/// <summary>A folder with the files of a healthy Raspberry Pi, in which a test breaks one thing.</summary>
sealed class FakeComputer : IDisposable
{
    readonly TempFolder _folder = new();

    internal FakeComputer()
    {
        foreach (var device in new[] { "spidev0.0", "spidev0.1", "gpiochip0" })
        {
            Put($"/dev/{device}", "");
        }
        Put("/boot/firmware/config.txt", "# a Pi 5\ndtparam=spi=on\ngpio=18,22,23,27=op,dh\n");
        Put("/proc/sys/kernel/osrelease", "6.12.25+rpt-rpi-2712\n");
        Put("/proc/self/status", "Name:\tcoinrig\nUid:\t1000\t1000\t1000\t1000\nGid:\t1000\t1000\t1000\t1000\nGroups:\t4 20 986 989 1000 \nCapEff:\t0000000000000000\n");
        Put("/proc/self/limits", "Limit                     Soft Limit           Hard Limit           Units     \nMax realtime priority     20                   20                   \nMax realtime timeout      unlimited            unlimited            us        \n");
        Put("/etc/group", "root:x:0:\nspi:x:989:pi\ngpio:x:986:pi\npi:x:1000:\n");
        Put("/run/systemd/timesync/synchronized", "");
        Put("/sys/class/hwmon/hwmon0/name", "cpu_thermal\n");
        Put("/sys/class/hwmon/hwmon1/name", "rpi_volt\n");
        Put("/sys/class/hwmon/hwmon1/in0_lcrit_alarm", "0\n");
        Put("/sys/devices/platform/soc/soc:firmware/get_throttled", "0\n");
        Put("/sys/class/thermal/thermal_zone0/temp", "52100\n");
    }

    internal string Transport { get; set; } = "gpio-cs";

    internal DiskCheck Disk { get; set; } = new(LeastBytes: 1, LongestSeconds: double.PositiveInfinity);

    internal string RunsFolder => _folder.File("runs");

    internal DateTimeOffset Now { get; set; } = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    internal void Put(string path, string text)
    {
        var file = _folder.Path + path;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    internal void Delete(string path) => File.Delete(_folder.Path + path);

    internal IReadOnlyList<Checked> Look(List<string>? measured = null)
    {
        var text = File.ReadAllText(Shipped.Boards.PathOf("waveshare-series-shunt")) + $"transport: {Transport}\nspi: {{bus: 0}}\n";
        text = Transport == "gpio-cs" ? text : text.Replace(", adc_cs: 22, dac_cs: 23", "", StringComparison.Ordinal);
        return new HostDoctor(new HostFiles(_folder.Path), new ClockAt(Now), Disk).Run(BoardProfileFile.Read(Document.Parse(text, "board.yaml")), RunsFolder, measured ?? []);
    }

    /// <summary>The codes of what is wrong.</summary>
    internal string Codes() => string.Join(' ', Look().Select(c => c.Finding?.Code).OfType<string>());

    public void Dispose() => _folder.Dispose();

    sealed class ClockAt(DateTimeOffset now) : IRigClock
    {
        readonly VirtualClock _inner = new();

        public long Nanoseconds => _inner.Nanoseconds;

        public DateTimeOffset UtcNow => now;

        public void WaitUntil(long nanoseconds) => _inner.WaitUntil(nanoseconds);
    }
}
