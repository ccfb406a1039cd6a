using CoinRig.Control;
using CoinRig.Gateway;

namespace CoinRig.Linux.Tests;

/// <summary>What the kernel does to a run: each fault ends in the idle state with a message that says what to do, or does not end it at all.</summary>
[TestClass]
public sealed class FaultTests
{
    const string Charge = """
        name: charge
        record: {dt: 100 ms}
        steps:
          - Charge at C/10 for 30 seconds
        """;

    const string Sweep = """
        name: sweep
        record: {dt: 100 ms}
        steps:
          - {step: cyclic_voltammetry, rate: 5 mV/s, start: open_circuit, between: 3.5 V .. 3.8 V, cycles: 1}
        """;

    const uint GetValues = 0xC010_B40E;

    DirectoryInfo _folder = null!;

    [TestInitialize]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("coinrig-faults");

    [TestCleanup]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [TestMethod]
    [DataRow("gpio-cs")]
    [DataRow("kernel")]
    [DataRow("slow")]
    public void SignalsNowAndThen_ChangeNothing(string transport)
    {
        using var undisturbed = new EmulatedBoard(transport);
        var expected = RunOf.SamplesOf(Run(undisturbed));
        undisturbed.Dispose();
        using var board = new EmulatedBoard(transport);
        var random = new Random(1);
        int Interrupt(uint request) => random.Next(3) == 0 ? ErrorNumber.Interrupted : 0;
        (board.Adc.Fault, board.Dac.Fault, board.Chip.Fault) = (Interrupt, Interrupt, Interrupt);
        (board.Adc.OpenFault, board.Dac.OpenFault, board.Chip.OpenFault) = (() => Interrupt(0), () => Interrupt(0), () => Interrupt(0));
        var outcome = Run(board);
        Assert.AreEqual(RunState.Done, outcome.State, outcome.Message);
        CollectionAssert.AreEqual(expected.ToList(), RunOf.SamplesOf(outcome).ToList());
        board.AssertIdle();
    }

    [TestMethod]
    [DataRow("gpio-cs", ErrorNumber.InputOutput, "dmesg")]
    [DataRow("gpio-cs", ErrorNumber.Busy, "Another program or driver has the bus")]
    [DataRow("kernel", ErrorNumber.InputOutput, "dmesg")]
    [DataRow("kernel", ErrorNumber.Busy, "Another program or driver has the bus")]
    [DataRow("kernel", ErrorNumber.TimedOut, "dmesg")]
    [DataRow("kernel", ErrorNumber.Interrupted, "start the run again")]
    [DataRow("slow", ErrorNumber.InputOutput, "dmesg")]
    [DataRow("slow", ErrorNumber.Busy, "Another program or driver has the bus")]
    public void BusFails_MidRun(string transport, int error, string cure)
    {
        using var board = new EmulatedBoard(transport);
        AssertFails(board, () => (board.Adc.Fault, board.Dac.Fault) = (_ => error, _ => error), cure, "/dev/spidev0.0");
    }

    [TestMethod]
    [DataRow("gpio-cs")]
    [DataRow("kernel")]
    [DataRow("slow")]
    public void ShortTransfer_MidRun(string transport)
    {
        using var board = new EmulatedBoard(transport);
        AssertFails(board, () => board.Adc.ShortBy = 1, "start the run again", "a transfer carried");
    }

    [TestMethod]
    [DataRow("gpio-cs")]
    [DataRow("kernel")]
    [DataRow("slow")]
    public void BusVanishes_MidRun(string transport)
    {
        using var board = new EmulatedBoard(transport);
        AssertFails(board, () => (board.Adc.IsGone, board.Dac.IsGone) = (true, true), "restart the Pi", "The SPI driver went away");
    }

    /// <summary>The DAC's select line alone: the run ends where it must write to it.</summary>
    [TestMethod]
    [DataRow("kernel")]
    [DataRow("slow")]
    public void DacVanishes_MidRun(string transport)
    {
        using var board = new EmulatedBoard(transport);
        AssertFails(board, Sweep, () => board.Dac.IsGone = true, "restart the Pi", "/dev/spidev0.1");
    }

    [TestMethod]
    public void LevelCannotBeRead_MidRun()
    {
        using var board = new EmulatedBoard("kernel");
        AssertFails(board, () => board.Chip.Fault = request => request == GetValues ? ErrorNumber.InputOutput : 0, "Take the cells out", "GPIO 17");
    }

    /// <summary>Without its lines the program cannot open a relay; it sets the DAC to no current and says so. The supervisor opens the relay.</summary>
    [TestMethod]
    [DataRow("kernel")]
    [DataRow("slow")]
    public void LinesVanish_MidRun_CurrentIsSetToZero(string transport)
    {
        using var board = new EmulatedBoard(transport);
        using var rig = HardwareRig.Open(board.Profile, board.Clock);
        PlantAfter(board, 10, () => board.Chip.IsGone = true);
        var outcome = Carry(board, rig);
        Assert.AreEqual(RunState.Failed, outcome.State);
        StringAssert.Contains(outcome.Message, "Take the cells out");
        Assert.AreEqual(32768, board.Twin.Dac.Code(0), "the DAC is not in the zero-current code");
        Assert.AreEqual(0, board.Twin.Channels[0].CellAmperes, 1e-6);
        Assert.IsTrue(RunOf.EventsOf(outcome).Any(e => e.Message.Contains("opening the relay", StringComparison.Ordinal)), "nobody is told that the relay is closed");
    }

    [TestMethod]
    [DataRow("gpio-cs", "dtparam=spi=on")]
    [DataRow("kernel", "dtoverlay=spi0-2cs")]
    [DataRow("slow", "dtoverlay=spi0-2cs")]
    public void DeviceMissing_AtStart(string transport, string cure)
    {
        using var board = new EmulatedBoard(transport);
        board.Adc.IsGone = true;
        AssertRefused(board, cure);
    }

    [TestMethod]
    public void DacDeviceMissing_AtStart()
    {
        using var board = new EmulatedBoard("kernel");
        board.Dac.IsGone = true;
        AssertRefused(board, "/dev/spidev0.1");
    }

    [TestMethod]
    [DataRow(ErrorNumber.AccessDenied, "usermod -aG spi")]
    [DataRow(ErrorNumber.Busy, "Another program has the bus")]
    [DataRow(ErrorNumber.Interrupted, "it could not be opened")]
    public void Device_CannotBeOpened(int error, string cure)
    {
        using var board = new EmulatedBoard("kernel");
        board.Adc.OpenFault = () => error;
        AssertRefused(board, cure);
    }

    [TestMethod]
    public void ChipMissing_AtStart_SaysWhatIsThere()
    {
        using var board = new EmulatedBoard("kernel");
        board.Chip.IsGone = true;
        AssertRefused(board, "'rp1-adc-expander'");
    }

    [TestMethod]
    public void Chip_MayNotBeOpened()
    {
        using var board = new EmulatedBoard("kernel");
        board.Chip.OpenFault = () => ErrorNumber.AccessDenied;
        AssertRefused(board, "usermod -aG gpio");
    }

    [TestMethod]
    public void Line_IsHeldByAnOverlay_SaysByWhich()
    {
        using var board = new EmulatedBoard("gpio-cs");
        board.Chip.Hold(22, "spi0 CS0");
        AssertRefused(board, "'spi0 CS0' has it", "transport: kernel");
    }

    [TestMethod]
    public void Mode_IsNotTaken()
    {
        using var board = new EmulatedBoard("kernel");
        board.Adc.Fault = request => request == 0x4001_6B01 ? ErrorNumber.Invalid : 0;
        AssertRefused(board, "SPI bus 0");
    }

    void AssertFails(EmulatedBoard board, Action plant, params string[] says) => AssertFails(board, Charge, plant, says);

    void AssertFails(EmulatedBoard board, string protocol, Action plant, params string[] says)
    {
        RunOutcome outcome;
        using (var rig = HardwareRig.Open(board.Profile, board.Clock))
        {
            PlantAfter(board, 10, plant);
            outcome = Carry(board, rig, protocol);
            board.AssertIdle();
        }
        Assert.AreEqual(RunState.Failed, outcome.State, outcome.Message);
        foreach (var text in says)
        {
            StringAssert.Contains(outcome.Message, text);
        }
        Assert.IsTrue(RunOf.EventsOf(outcome).Any(e => e.Code == "device-fault"));
        var samples = RunOf.SamplesOf(outcome);
        Assert.IsTrue(samples.Count > 20 && samples[^1].Amperes > 5e-6, "the fault came before a current flowed");
        board.AssertIdle();
        Assert.AreEqual(0, board.Kernel.OpenDescriptors, "descriptors are left open");
    }

    /// <summary>No relay was moved, nothing stays claimed, and the message has what to do and no exception's name.</summary>
    static void AssertRefused(EmulatedBoard board, params string[] says)
    {
        var refused = Assert.ThrowsExactly<RefusedException>(() => HardwareRig.Open(board.Profile, board.Clock));
        foreach (var text in says)
        {
            StringAssert.Contains(refused.Message, text);
        }
        Assert.IsFalse(board.Changes.Any(c => c.Pin == board.Relay && c.IsHigh), "the relay was closed");
        Assert.AreEqual(0, board.Kernel.OpenDescriptors, "descriptors are left open");
    }

    RunOutcome Run(EmulatedBoard board)
    {
        using var rig = HardwareRig.Open(board.Profile, board.Clock);
        return Carry(board, rig);
    }

    RunOutcome Carry(EmulatedBoard board, HardwareRig rig, string protocol = Charge) =>
        RunOf.Carry(new RunOf.InVirtualTime(rig.Board, board.Clock, rig), board.Profile, board.Cell, protocol, _folder.FullName);

    /// <summary>The first call of the kernel so many seconds from now meets the fault.</summary>
    static void PlantAfter(EmulatedBoard board, double seconds, Action plant)
    {
        var due = board.Clock.Nanoseconds + (long)(seconds * 1e9);
        board.Kernel.Called = (_, _) =>
        {
            if (board.Clock.Nanoseconds >= due)
            {
                board.Kernel.Called = null;
                plant();
            }
        };
    }
}
