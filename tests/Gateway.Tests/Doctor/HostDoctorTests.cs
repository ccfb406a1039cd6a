namespace CoinRig.Gateway.Tests;

/// <summary>What is wrong with a computer, by its files.</summary>
[TestClass]
public sealed class HostDoctorTests
{
    const string Config = "/boot/firmware/config.txt";
    const string Overlay = "dtoverlay=spi0-2cs,cs0_pin=22,cs1_pin=23\n";

    static readonly Dictionary<string, Action<FakeComputer>> Plants = new()
    {
        ["spi-off"] = c => Remove(c, "/dev/spidev0.0", "/dev/spidev0.1"),
        ["gpio-missing"] = c => Remove(c, "/dev/gpiochip0"),
        ["kernel-old"] = c => c.Put("/proc/sys/kernel/osrelease", "5.4.83-v7l+\n"),
        ["no-permission"] = c => c.Put("/etc/group", "spi:x:989:\ngpio:x:77:\n"),
        ["line-busy"] = c => c.Put(Config, Overlay),
        ["overlay-missing"] = c => c.Transport = "kernel",
        ["clock-not-set"] = c => c.Now = new(1970, 1, 1, 0, 3, 0, TimeSpan.Zero),
        ["clock-not-synchronized"] = c => Remove(c, "/run/systemd/timesync/synchronized"),
        ["undervoltage"] = c => c.Put("/sys/class/hwmon/hwmon1/in0_lcrit_alarm", "1\n"),
        ["processor-hot"] = c => c.Put("/sys/class/thermal/thermal_zone0/temp", "84000\n"),
        ["no-realtime-priority"] = c => c.Put("/proc/self/limits", "Max realtime priority     0                    0                    \n"),
        ["disk-full"] = c => c.Disk = new(LeastBytes: long.MaxValue, LongestSeconds: double.PositiveInfinity),
        ["folder-not-writable"] = c => File.WriteAllText(c.RunsFolder, "a file where the folder should be"),
    };

    static void Remove(FakeComputer computer, params string[] paths) => Array.ForEach(paths, computer.Delete);

    public static IEnumerable<object[]> Faults => Plants.Keys.Select(code => new object[] { code });

    [TestMethod]
    [DynamicData(nameof(Faults))]
    public void Fault_IsNamed_AndNothingElse(string code)
    {
        using var computer = new FakeComputer();
        Plants[code](computer);
        Assert.AreEqual(code, computer.Codes());
    }

    [TestMethod]
    [DataRow("gpio-cs")]
    [DataRow("kernel")]
    [DataRow("slow")]
    public void HealthyComputer_NothingIsWrong(string transport)
    {
        using var computer = new FakeComputer { Transport = transport };
        computer.Put(Config, transport == "gpio-cs" ? "dtparam=spi=on\n" : Overlay);
        Assert.AreEqual("", computer.Codes());
    }

    /// <summary>A disk that takes longer than is allowed; the one of the test's computer is as fast as it is, so the allowed time is none.</summary>
    [TestMethod]
    public void SlowDisk_IsNamed_WithTheTimeMeasured()
    {
        using var computer = new FakeComputer { Disk = new(LeastBytes: 1, LongestSeconds: -1) };
        var measured = new List<string>();
        Assert.AreEqual("card-slow", computer.Look(measured).Select(c => c.Finding?.Code).OfType<string>().Single());
        StringAssert.Matches(measured.Single(), new(@"runs folder: [\d.]+ GB free; 4096 bytes on the disk in [\d.]+ ms \(median\)"));
        Assert.IsEmpty(Directory.GetFiles(computer.RunsFolder));
    }

    [TestMethod]
    [DataRow("0x50005", true)]
    [DataRow("50000", true)]
    [DataRow("0", false)]
    public void Throttled_FirmwareSaysSo_IsUndervoltage(string bits, bool isLow)
    {
        using var computer = new FakeComputer();
        computer.Put("/sys/devices/platform/soc/soc:firmware/get_throttled", bits.Replace("0x", "", StringComparison.Ordinal));
        Assert.AreEqual(isLow ? "undervoltage" : "", computer.Codes());
    }

    [TestMethod]
    public void SwitchedOnButNotThere_SaysThatThePiWasNotRestarted()
    {
        using var computer = new FakeComputer();
        Plants["spi-off"](computer);
        StringAssert.Contains(computer.Look()[0].Finding!.Found, "not restarted");
    }

    [TestMethod]
    public void KernelTransport_WithoutTheSecondSelectLine_IsAMissingOverlay()
    {
        using var computer = new FakeComputer { Transport = "slow" };
        computer.Put(Config, Overlay);
        computer.Delete("/dev/spidev0.1");
        Assert.AreEqual("overlay-missing", computer.Codes());
    }

    [TestMethod]
    public void Root_MayDoEverything()
    {
        using var computer = new FakeComputer();
        computer.Put("/proc/self/status", "Uid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\nGroups:\t0 \nCapEff:\t000001ffffffffff\n");
        computer.Put("/proc/self/limits", "Max realtime priority     0                    0                    \n");
        Assert.AreEqual("", computer.Codes());
    }

    /// <summary>A Raspberry Pi pulls these lines low until a program runs, which selects both chips.</summary>
    [TestMethod]
    public void LinesThatAreLowAtBoot_AreTold_ButNotCalledWrong()
    {
        using var computer = new FakeComputer();
        computer.Put(Config, "dtparam=spi=on\ngpio=18,27=op,dh   # as in hardware.md\n");
        var measured = new List<string>();
        Assert.IsTrue(computer.Look(measured).All(c => c.Finding is null));
        StringAssert.Contains(measured[0], "GPIO 22, 23 are low");
        StringAssert.Contains(measured[0], "gpio=22,23=op,dh");
    }

    /// <summary>No file of the kernel at all: nothing is guessed, but for what must be there.</summary>
    [TestMethod]
    public void OtherComputer_OnlyTheDevicesAreMissing()
    {
        using var folder = new TempFolder();
        Assert.IsNull(PowerCheck.Look(new HostFiles(folder.Path)));
        Assert.IsNull(PermissionCheck.Look(new HostFiles(folder.Path)));
        Assert.IsNull(RealTimeCheck.Look(new HostFiles(folder.Path)));
        Assert.AreEqual("gpio-missing", GpioCheck.Look(new HostFiles(folder.Path))!.Code);
    }
}
