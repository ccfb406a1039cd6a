using System.Device.Gpio;
using CoinRig.Cells;
using CoinRig.Clock;
using CoinRig.Documents;
using CoinRig.EmulatedKernel;
using CoinRig.FrontEnd;
using CoinRig.Gateway;
using CoinRig.Spi;
using CoinRig.Twin;

[assembly: DoNotParallelize]

namespace CoinRig.Linux.Tests;

/// <summary>A twin behind the emulated device files of a Raspberry Pi: /dev/gpiochip2, and /dev/spidev0.0 and 0.1 on its SPI bus.</summary>
sealed class EmulatedBoard : IDisposable
{
    internal const long Seed = 3;

    internal EmulatedBoard(string transport, bool inRealTime = false, string board = "reference")
    {
        RequireInterposer();
        Profile = ProfileOf(transport, board);
        Cell = CellFile.Load(Shipped.Cells.PathOf("ncm523-lpo"));
        Twin = new BoardTwin(Profile, Clock, Seed, CellModelFactory.Create(Cell, Seed));
        Chip = new GpioChipNode(new GpioController(Twin.Gpio), "pinctrl-rp1");
        Adc = new SpidevNode(Twin.OpenSpi, 0, 0);
        Dac = new SpidevNode(Twin.OpenSpi, 0, 1);
        Kernel = new Kernel();
        Kernel.Add("/dev/gpiochip0", new GpioChipNode(new GpioController(new BoardTwin(Profile, new VirtualClock(), 1).Gpio), "rp1-adc-expander"));
        Kernel.Add("/dev/gpiochip2", Chip);
        Kernel.Add(SpidevDevice.PathOf(0, 0), Adc);
        Kernel.Add(SpidevDevice.PathOf(0, 1), Dac);
        if (inRealTime)
        {
            Kernel.RealTime = (Clock, new RealClock());
        }
        Twin.PinChanged = Changes.Add;
    }

    internal BoardProfile Profile { get; }

    internal Cell Cell { get; }

    internal VirtualClock Clock { get; } = new();

    internal BoardTwin Twin { get; }

    internal Kernel Kernel { get; }

    internal GpioChipNode Chip { get; }

    /// <summary>/dev/spidev0.0: the ADC, or with GPIO chip select the bus.</summary>
    internal SpidevNode Adc { get; }

    /// <summary>/dev/spidev0.1.</summary>
    internal SpidevNode Dac { get; }

    internal List<PinChange> Changes { get; } = [];

    internal int Relay => Profile.Channels[0].Pins.CellRelay;

    /// <summary>Makes a test inconclusive where calls cannot be interposed.</summary>
    internal static void RequireInterposer()
    {
        if (Interposer.WhyNot is { } reason)
        {
            Assert.Inconclusive(reason);
        }
    }

    /// <summary>A shipped board with another transport.</summary>
    internal static BoardProfile ProfileOf(string transport, string board = "reference") =>
        BoardProfileFile.Read(Document.Parse(ProfileTextOf(transport, board), "board.yaml"));

    internal static string ProfileTextOf(string transport, string board = "reference")
    {
        var text = File.ReadAllText(Shipped.Boards.PathOf(board)) + $"transport: {transport}\nspi: {{bus: 0}}\nsupervisor: none\n";
        return transport == "gpio-cs" ? text : text.Replace(", adc_cs: 22, dac_cs: 23", "", StringComparison.Ordinal);
    }

    /// <summary>The relay line as the chip saw it: no line of the channel is high, and the relay went before the output.</summary>
    internal void AssertIdle()
    {
        var pins = Profile.Channels[0].Pins;
        int Fell(int? pin) => Changes.FindLastIndex(c => c.Pin == pin && !c.IsHigh);
        foreach (var pin in new int?[] { pins.CellRelay, pins.OutputEnable, pins.Potentiostat }.OfType<int>())
        {
            Assert.IsFalse(Changes.FindLast(c => c.Pin == pin).IsHigh, $"GPIO {pin} was left high");
        }
        Assert.IsTrue(Fell(pins.CellRelay) < Fell(pins.OutputEnable) || Fell(pins.OutputEnable) < 0, "the output went before the relay");
        Assert.IsFalse(Twin.Channels[0].IsRelayContactClosed, "the relay is closed");
        Assert.AreEqual(0, Twin.Channels[0].CellAmperes, 1e-12, "a current flows");
    }

    public void Dispose() => Kernel.Dispose();
}
