namespace CoinRig.House.Tests;

/// <summary>References point down only (design, section 4).</summary>
[TestClass]
public sealed class LayeringTests
{
    /// <summary>The storeys from the ground up. A room may refer to rooms of the storeys below its own, and to no other.</summary>
    static readonly string[][] Storeys =
    [
        ["Quantities"],
        ["Clock", "Documents", "Electrochemistry", "Linux"],
        ["Cells", "InstrumentFiles", "Supervision", "Temperature", "Spi"],
        ["Ads1256", "Dac8552"],
        ["FrontEnd", "Protocols"],
        ["Calibration", "Interchange", "Twin"],
        ["Control"],
        ["Runs"],
        ["Analysis", "Telemetry", "Dashboard"],
        ["Gateway"],
    ];

    /// <summary>Samples of a device binding lie in its room, and are no rooms.</summary>
    static IEnumerable<Room> House => Room.All.Where(r => r.Wing is "boards" or "gateway" && !r.Path.Contains("/samples/", StringComparison.Ordinal));

    [TestMethod]
    public void Rooms_All_HaveAStorey() =>
        Sources.AssertNone(House.Where(r => Storey(r.Name) < 0).Select(r => r.Path), "Rooms without a storey in this test; say which one they are on");

    [TestMethod]
    public void References_All_PointDown() => Sources.AssertNone(
        from room in House
        from reference in room.References
        where Storey(Name(reference)) >= Storey(room.Name)
        select $"{room.Path} refers to {reference}", "References that do not point down");

    [TestMethod]
    public void Boards_All_ReferToBoardsOnly() => Sources.AssertNone(
        from room in Room.All
        where room.Wing == "boards"
        from reference in room.Reach()
        where !reference.StartsWith("boards/", StringComparison.Ordinal)
        select $"{room.Path} refers to {reference}", "boards/ refers to nothing in gateway/ or firmware/");

    /// <summary>The supervisor's logic has nothing above it and nothing below it; a tool or test of its own may refer to it, as Gateway may.</summary>
    [TestMethod]
    public void Firmware_All_RefersToFirmwareOnly() => Sources.AssertNone(
        from room in Room.All
        where room.Wing == "firmware"
        from reference in room.Reach()
        where !reference.StartsWith("firmware/", StringComparison.Ordinal)
        select $"{room.Path} refers to {reference}", "firmware/ refers to nothing in boards/ or gateway/");

    [TestMethod]
    public void Firmware_OutsideComposition_IsReferredToByNobody() => Sources.AssertNone(
        from room in House
        where room.Name is not "Gateway" && room.Reach().Any(r => r.StartsWith("firmware/", StringComparison.Ordinal))
        select room.Path, "Only Gateway, tests and tools may refer to firmware/");

    [TestMethod]
    public void Twin_OutsideComposition_IsReferredToByNobody() => Sources.AssertNone(
        from room in House
        where room.Name is not "Gateway" && room.Reach().Any(r => Name(r) == "Twin")
        select room.Path, "Only Gateway, tests and tools may refer to Twin");

    [TestMethod]
    public void Electrochemistry_Pure_HasNoInputOrOutput()
    {
        var room = Room.All.Single(r => r.Name == "Electrochemistry");
        Sources.AssertNone(room.Reach().Where(r => Name(r) != "Quantities").Concat(room.Packages.Where(p => p != "MathNet.Numerics")),
            "Electrochemistry refers to Quantities and MathNet.Numerics only");
    }

    /// <summary>Between protocol and pins the data flow one way; SQLite, MQTT and screens belong to the readers.</summary>
    [TestMethod]
    [DataRow("Control")]
    [DataRow("FrontEnd")]
    [DataRow("Protocols")]
    public void ScanSide_Packages_AreNoReaders(string name)
    {
        var room = Room.All.Single(r => r.Name == name);
        string[] readers = ["Microsoft.Data.Sqlite", "MQTTnet", "MQTTnet.Server", "Spectre.Console", "System.CommandLine", "ScottPlot"];
        Sources.AssertNone(room.Reach().Append(room.Path).SelectMany(p => Room.All.Single(r => r.Path == p).Packages).Intersect(readers),
            $"{name} must not reach a reader's package");
    }

    [TestMethod]
    public void Rooms_All_HaveATestProject() => Sources.AssertNone(
        House.Where(r => !Room.All.Any(t => t.Path == $"tests/{r.Name}.Tests/{r.Name}.Tests.csproj")).Select(r => r.Path), "Rooms without tests");

    [TestMethod]
    public void Rooms_All_AreInTheSolution()
    {
        var solution = File.ReadAllText(Path.Combine(Sources.Root, "CoinRig.slnx"));
        Sources.AssertNone(Room.All.Where(r => !solution.Contains($"\"{r.Path}\"", StringComparison.Ordinal)).Select(r => r.Path), "Projects that CoinRig.slnx leaves out");
    }

    [TestMethod]
    public void Packages_All_HaveTheirVersionInOnePlace() => Sources.AssertNone(
        from room in Room.All
        from hit in Sources.Hits(room.Path, Sources.Lines(room.Path), new("PackageReference.*Version="))
        select hit, "Versions stand in Directory.Packages.props");

    static string Name(string path) => Path.GetFileNameWithoutExtension(path);

    static int Storey(string name) => Array.FindIndex(Storeys, s => s.Contains(name));
}
