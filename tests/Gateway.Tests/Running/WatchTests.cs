using System.Net.Sockets;
using System.Text;
using CoinRig.Control;

namespace CoinRig.Gateway.Tests;

/// <summary>What is looked after while a run goes: disk, supply, systemd's watchdog.</summary>
[TestClass]
public sealed class WatchTests
{
    const long Total = 10_000_000_000;

    const string Rest = """
        name: rest
        steps:
          - Rest for 10 minutes
          - Charge at C/5 for 10 minutes
        """;

    static DiskWatch With(Func<double> freePart) => new("runs", _ => new DiskSpace((long)(freePart() * Total), Total));

    [TestMethod]
    [DataRow(0.5, null)]
    [DataRow(0.09, "9.0 %")]
    public void BeforeRun_EnoughSpace_SaysAtMostAWord(double freePart, string? word)
    {
        var said = With(() => freePart).BeforeRun(1_000_000);
        Assert.AreEqual(word is null, said is null);
        StringAssert.Contains(said ?? "", word ?? "");
    }

    [TestMethod]
    public void BeforeRun_BelowFivePercent_IsRefused()
    {
        var refusal = Assert.ThrowsExactly<RefusedException>(() => With(() => 0.049).BeforeRun(0));
        StringAssert.Contains(refusal.Message, "coinrig archive");
    }

    [TestMethod]
    public void BeforeRun_FileThatWillNotFit_IsForecast() =>
        StringAssert.Contains(With(() => 0.2).BeforeRun(1_900_000_000), "would be stopped safely");

    [TestMethod]
    public void Look_DiskFills_WarnsOnceAndStopsSafelyAtTwoPercent()
    {
        using var bench = new TwinBench(Rest);
        var free = 0.11;
        var watch = With(() => free);
        bench.RunFor(700);
        watch.Look(bench.Run, 0);
        free = 0.09;
        watch.Look(bench.Run, 86_400);
        watch.Look(bench.Run, 86_405);
        bench.RunFor(1);
        Assert.AreEqual(1, bench.EventCodes.Count(c => c == "disk-low"));
        StringAssert.Contains(bench.Markers.OfType<RigEvent>().Single(e => e.Code == "disk-low").Message, "200 MB a day, which lasts 3.5 days");
        Assert.IsFalse(bench.Run.HasEnded);

        free = 0.019;
        watch.Look(bench.Run, 90_000);
        bench.RunFor(1);
        bench.AssertIdle();
        Assert.AreEqual(RunState.Failed, bench.Run.Live.State);
        Assert.AreEqual(EventSeverity.Alarm, bench.Markers.OfType<RigEvent>().Single(e => e.Code == "disk-full").Severity);
    }

    [TestMethod]
    public void Look_SupplySags_IsToldOnceAndWhenItIsWell()
    {
        using var folder = new TempFolder();
        var alarm = Path.Combine(folder.Path, "sys/class/hwmon/hwmon3/in0_lcrit_alarm");
        Directory.CreateDirectory(Path.GetDirectoryName(alarm)!);
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(alarm)!, "name"), "rpi_volt\n");
        using var bench = new TwinBench(Rest);
        var watch = new SupplyWatch(new HostFiles(folder.Path));
        foreach (var level in (string[])["0", "1", "1", "0"])
        {
            File.WriteAllText(alarm, level + "\n");
            watch.Look(bench.Run);
            bench.RunFor(1);
        }
        CollectionAssert.AreEqual(new[] { "undervoltage", "supply-well" }, bench.EventCodes.Where(c => c is "undervoltage" or "supply-well").ToArray());
        Assert.IsFalse(bench.Run.HasEnded);
    }

    [TestMethod]
    public void Watchdog_IsFedOnlyByScans()
    {
        using var folder = new TempFolder();
        var address = Path.Combine(folder.Path, "notify");
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        systemd.Bind(new UnixDomainSocketEndPoint(address));
        using var bench = new TwinBench(Rest);
        using var watchdog = SystemdWatchdog.Of(address)!;
        string Heard() => Encoding.ASCII.GetString(Receive(systemd));

        watchdog.Ready();
        Assert.AreEqual("READY=1", Heard());
        bench.RunFor(1);
        Assert.IsTrue(watchdog.Feed(bench.Run.Live));
        Assert.AreEqual("WATCHDOG=1", Heard());
        Assert.IsFalse(watchdog.Feed(bench.Run.Live), "no scan was made since, and the watchdog was fed");
        Assert.AreEqual(0, systemd.Available);
        bench.RunFor(1);
        Assert.IsTrue(watchdog.Feed(bench.Run.Live));
        bench.RunToEnd();
        Assert.IsTrue(watchdog.Feed(bench.Run.Live));
        Assert.IsTrue(watchdog.Feed(bench.Run.Live), "a run that has ended makes no scans and is well");
        Assert.IsNull(SystemdWatchdog.Of(null));
    }

    [TestMethod]
    public void Watchdog_OfTwoRuns_StarvesWhereOneHangs()
    {
        using var folder = new TempFolder();
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        systemd.Bind(new UnixDomainSocketEndPoint(folder.File("notify")));
        using var watchdog = SystemdWatchdog.Of(folder.File("notify"))!;
        using var well = new TwinBench(Rest);
        using var hangs = new TwinBench(Rest);
        well.RunFor(10);
        hangs.RunFor(10);
        Assert.IsTrue(watchdog.Feed(well.Run.Live, hangs.Run.Live));
        well.RunFor(10);
        Assert.IsFalse(watchdog.Feed(well.Run.Live, hangs.Run.Live), "one run made no scans");
        hangs.RunToEnd();
        well.RunFor(10);
        Assert.IsTrue(watchdog.Feed(well.Run.Live, hangs.Run.Live), "a run that is over needs no scans");
    }

    /// <summary>Both boards must have made scans since the last time, and it is fed at most every 5 s.</summary>
    [TestMethod]
    public async Task Watchdog_OfAService_IsFedWhileBothBoardsScan()
    {
        using var folder = new TempFolder();
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        systemd.Bind(new UnixDomainSocketEndPoint(folder.File("notify")));
        using var watchdog = SystemdWatchdog.Of(folder.File("notify"))!;
        await using var served = await ServedRig.StartAsync("""
            mqtt: off
            boards: [{profile: reference, channels: [1]}, {profile: reference, channels: [1]}]
            queue: [{channel: 1, protocol: long.yaml, cell: ncm523-lpo}, {channel: 2, protocol: long.yaml, cell: ncm523-lpo}]
            """);
        (long First, long Second) Samples() => (served.Channel(1).Samples ?? 0, served.Channel(2).Samples ?? 0);
        async Task BothRunOnAsync((long First, long Second) from) => await ServedRig.UntilAsync(() => Samples().First > from.First && Samples().Second > from.Second, "both ran on");
        await BothRunOnAsync((3, 3));
        served.Service.LookAfter(10, watchdog);
        Assert.AreEqual("WATCHDOG=1", Encoding.ASCII.GetString(Receive(systemd)));
        await BothRunOnAsync(Samples());
        served.Service.LookAfter(20, watchdog);
        Assert.AreEqual("WATCHDOG=1", Encoding.ASCII.GetString(Receive(systemd)));
        served.Service.LookAfter(20 + 4, watchdog);
        Assert.AreEqual(0, systemd.Available, "it is fed at most every 5 s");
    }

    static byte[] Receive(Socket socket)
    {
        var bytes = new byte[64];
        return bytes[..socket.Receive(bytes)];
    }

    [TestMethod]
    public void Reserve_IsThereWhileRecordingAndGoneAfter()
    {
        using var folder = new TempFolder();
        var path = KilledRun.After(folder.Path, Rest, 5);
        var alive = Path.Combine(folder.Path, "alive");
        Assert.IsEmpty(Directory.GetFiles(alive, "*-reserve"), "the end of the run kept its reserve");
        using (Runs.RunFile.Continue(path, null))
        {
            Assert.IsTrue(new FileInfo(path + "-reserve").Length >= 1 << 20);
        }
        Assert.IsFalse(File.Exists(path + "-reserve"));
    }
}
