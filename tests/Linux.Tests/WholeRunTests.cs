using System.Device.Gpio;
using System.Device.Spi;
using CoinRig.Control;
using CoinRig.FrontEnd;
using CoinRig.Gateway;

namespace CoinRig.Linux.Tests;

/// <summary>Whole runs through the emulated device files, on every transport.</summary>
[TestClass]
public sealed class WholeRunTests
{
    const string Protocol = """
        name: a bit of everything
        record: {dt: 1 s}
        steps:
          - Rest for 5 seconds
          - Charge at C/10 for 20 seconds
          - {step: constant_voltage, voltage: 3.75 V, for: 20 s, largest_current: 0.9 mA}
          - Discharge at 2 mA for 5 seconds
          - {step: cyclic_voltammetry, rate: 5 mV/s, start: open_circuit, between: 3.5 V .. 3.8 V, cycles: 1}
        """;

    /// <summary>Within the two ranges of the series shunt.</summary>
    const string Gentle = """
        name: gentle
        record: {dt: 1 s}
        steps:
          - Rest for 5 seconds
          - Charge at C/10 for 20 seconds
          - Rest for 5 seconds
          - Discharge at C/10 for 20 seconds
        """;

    const string FewSeconds = """
        name: a few seconds
        record: {dt: 1 ms}
        steps:
          - Rest for 1 second
          - Charge at C/10 for 2 seconds
          - Rest for 1 second
        """;

    DirectoryInfo _folder = null!;

    [TestInitialize]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("coinrig-kernel");

    [TestCleanup]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [TestMethod]
    [DataRow("gpio-cs", "reference", Protocol)]
    [DataRow("kernel", "reference", Protocol)]
    [DataRow("slow", "reference", Protocol)]
    [DataRow("gpio-cs", "waveshare-series-shunt", Gentle)]
    [DataRow("kernel", "waveshare-series-shunt", Gentle)]
    [DataRow("slow", "waveshare-series-shunt", Gentle)]
    public void VirtualTime_SamplesAreThoseOfTheTwin_ToTheBit(string transport, string profile, string protocol)
    {
        using var board = new EmulatedBoard(transport, board: profile);
        AssertEqual(OnTwin(board, protocol), Through(board, protocol));
        Assert.IsTrue(board.Adc.Messages > 500, $"{board.Adc.Messages} messages went through the device file");
        Assert.AreEqual(0, board.Kernel.OpenDescriptors, "descriptors are left open");
        board.AssertIdle();
    }

    /// <summary>The transports that need no messages of segments work over the library's own device too.</summary>
    [TestMethod]
    [DataRow("gpio-cs")]
    [DataRow("slow")]
    public void VirtualTime_SpiDeviceOfTheLibrary_GivesTheSame(string transport)
    {
        using var board = new EmulatedBoard(transport);
        var gpio = new GpioController(new GpioChipDriver(GpioChip.Find(GpioChip.RaspberryPiLabels)));
        var opened = Board.Open(board.Profile, SpiDevice.Create, gpio, board.Clock);
        var rig = new RunOf.InVirtualTime(opened, board.Clock, opened);
        AssertEqual(OnTwin(board), RunOf.SamplesOf(RunOf.Carry(rig, board.Profile, board.Cell, Protocol, _folder.FullName)));
        Assert.IsTrue(board.Adc.Messages > 1000);
        opened.Dispose();
        gpio.Dispose();
    }

    [TestMethod]
    [DataRow("gpio-cs")]
    [DataRow("kernel")]
    [DataRow("slow")]
    public void RealTime_ProgramRunsToItsEnd_NoSampleLost(string transport)
    {
        using var board = new EmulatedBoard(transport, inRealTime: true);
        var profile = Path.Combine(_folder.FullName, "board.yaml");
        var protocol = Path.Combine(_folder.FullName, "protocol.yaml");
        File.WriteAllText(profile, EmulatedBoard.ProfileTextOf(transport));
        File.WriteAllText(protocol, FewSeconds);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLineApp.Run(["run", protocol, "--cell", "ncm523-lpo", "--board", profile, "--hardware", "--i-am-watching", "--no-mqtt", "--out", _folder.FullName, "--json"],
            new Session(output, error, false, new RigCommands()));
        Assert.IsNull(board.Kernel.Refusal);
        Assert.AreEqual(ExitCode.Done, code, output.ToString() + error);
        var path = System.Text.Json.JsonDocument.Parse(output.ToString()).RootElement.GetProperty("run").GetString()!;
        using var run = Runs.RunFileReader.Open(path);
        Assert.AreEqual("hardware", run.Header.Source);
        var samples = run.Samples().ToList();
        CollectionAssert.AreEqual(Enumerable.Range(1, samples.Count).Select(i => (long)i).ToList(), samples.Select(s => s.Sequence).ToList());
        // A sample gets its number where it is measured: none is missing. How many a busy machine finds time for is not a matter of this test.
        CollectionAssert.AreEquivalent(new[] { 1, 2, 3 }, samples.Select(s => s.StepCount).Distinct().ToList());
        Assert.IsTrue(samples.Any(s => Math.Abs(s.Amperes - 61e-6) < 1e-6), "no charging current was recorded");
        board.AssertIdle();
    }

    IReadOnlyList<Sample> OnTwin(EmulatedBoard board, string protocol = Protocol)
    {
        using var rig = TwinRig.WithCell(board.Profile, board.Cell, 1, EmulatedBoard.Seed, double.PositiveInfinity);
        var outcome = RunOf.Carry(rig, board.Profile, board.Cell, protocol, _folder.FullName);
        Assert.AreEqual(RunState.Done, outcome.State, outcome.Message);
        return RunOf.SamplesOf(outcome);
    }

    IReadOnlyList<Sample> Through(EmulatedBoard board, string protocol)
    {
        using var rig = HardwareRig.Open(board.Profile, board.Clock);
        var outcome = RunOf.Carry(new RunOf.InVirtualTime(rig.Board, board.Clock, rig), board.Profile, board.Cell, protocol, _folder.FullName);
        Assert.IsNull(board.Kernel.Refusal);
        Assert.AreEqual(RunState.Done, outcome.State, outcome.Message);
        return RunOf.SamplesOf(outcome);
    }

    static void AssertEqual(IReadOnlyList<Sample> expected, IReadOnlyList<Sample> actual)
    {
        Assert.IsTrue(expected.Count > 40, $"the twin gave {expected.Count} samples");
        Assert.AreEqual(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.AreEqual(expected[i], actual[i], $"sample {i + 1}: {expected[i].Volts} V, {actual[i].Volts} V; {expected[i].VoltageNanoseconds} ns, {actual[i].VoltageNanoseconds} ns");
        }
    }
}
