using System.Reflection;

namespace CoinRig.Firmware.Tests;

/// <summary>What the firmware takes, as the page says.</summary>
[TestClass]
public sealed class FootprintTests
{
    public TestContext TestContext { get; set; } = null!;

    /// <summary>The estimate is held against the one assembly of which both forms are there, the class library itself: it must not be too small.</summary>
    [TestMethod]
    public void Flash_OfTheClassLibrary_IsNotEstimatedTooSmall()
    {
        var path = typeof(FootprintTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "CoreLibrary").Value!;
        var estimate = Metadata.Of(File.OpenRead(path));
        var real = new FileInfo(Path.ChangeExtension(path, ".pe")).Length;
        TestContext.WriteLine($"{estimate}: {estimate.FlashBytes} estimated, {real} true");
        Assert.IsGreaterThan(real, estimate.FlashBytes);
    }

    [TestMethod]
    public void Page_Footprint_IsTheMetadatas()
    {
        using var image = new MemoryStream();
        Assert.IsTrue(DeviceCompilation.OfFiles(DeviceCompilation.LogicFiles).Emit(image).Success);
        image.Position = 0;
        var logic = Metadata.Of(image);
        var supervisor = new Supervisor(new Readings(), new MemoryOf(new byte[BlackBox.Size]));
        var (objects, bytes) = Heap.Of(supervisor, new LinkSession(supervisor));
        var page = Page.Read("firmware/README.md");
        TestContext.WriteLine($"{logic} {logic.FlashBytes}, {objects} objects, {bytes} bytes");
        Assert.Contains($"{logic.Types} types, {logic.Methods} methods, {logic.Fields} fields, {logic.IlBytes:#,0} bytes of IL", page);
        Assert.Contains($"{logic.FlashBytes / 1024.0:0} KB of flash", page);
        Assert.Contains($"{objects} objects, {bytes:#,0} bytes of heap", page);
    }

    /// <summary>An hour of loops with every kind of message, on .NET: what it would allocate there it would allocate on the device.</summary>
    [TestMethod]
    public void Loop_AnHour_AllocatesNothing()
    {
        var readings = new Readings();
        var supervisor = new Supervisor(readings, new MemoryOf(new byte[BlackBox.Size]));
        var link = new LinkSession(supervisor);
        var lines = Vector.All.Select(v => v.Line).ToArray();
        void Loops(int count)
        {
            for (var i = 0; i < count; i++)
            {
                var line = lines[i % lines.Length];
                link.Take(line, line.Length, i * 20L);
                (readings.SupplyMillivolts, readings.SupplyIsRead, readings.BoardReadAtMilliseconds) = (5000, i % 1000 > 10, i * 20L);
                supervisor.Cycle(i * 20L);
                link.TellChanges();
                link.Out.Clear();
                supervisor.Box.Save();
            }
        }
        Loops(5_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Loops(180_000);
        Assert.AreEqual(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
