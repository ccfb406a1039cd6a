using System.Device.Gpio;
using CoinRig.Clock;
using CoinRig.EmulatedKernel;
using CoinRig.Twin;

namespace CoinRig.Linux.Tests;

/// <summary>The GPIO chip is found by its label, whatever its number, and its lines do what the library asks.</summary>
[TestClass]
public sealed class GpioChipTests
{
    BoardTwin _twin = null!;
    Kernel _kernel = null!;

    [TestInitialize]
    public void StartKernel()
    {
        EmulatedBoard.RequireInterposer();
        _twin = new BoardTwin(EmulatedBoard.ProfileOf("gpio-cs"), new VirtualClock(), 1);
        _kernel = new Kernel();
    }

    [TestCleanup]
    public void StopKernel() => _kernel?.Dispose();

    /// <summary>Labels and numbers of the kernels that are about (hardware reference 5.3).</summary>
    [TestMethod]
    [DataRow("pinctrl-bcm2835", "/dev/gpiochip0", DisplayName = "Pi 3, Zero 2 W")]
    [DataRow("pinctrl-bcm2711", "/dev/gpiochip0", DisplayName = "Pi 4")]
    [DataRow("pinctrl-rp1", "/dev/gpiochip4", DisplayName = "Pi 5, first kernels")]
    [DataRow("pinctrl-rp1", "/dev/gpiochip0", DisplayName = "Pi 5, later kernels")]
    [DataRow("pinctrl-rp1", "/dev/gpiochip13", DisplayName = "Pi 5, Debian's kernel")]
    public void Find_ByLabel_WhateverTheNumber(string label, string path)
    {
        _kernel.Add("/dev/gpiochip1", Node("raspberrypi-exp-gpio"));
        _kernel.Add("/dev/gpiochip11", Node("brcmvirt-gpio"));
        _kernel.Add(path, Node(label));
        using var chip = GpioChip.Find(GpioChip.RaspberryPiLabels);
        Assert.AreEqual((label, path, 54), (chip.Label, chip.Path, chip.Lines));
    }

    [TestMethod]
    public void Find_None_SaysWhatIsThere()
    {
        var error = Assert.ThrowsExactly<DeviceException>(() => GpioChip.Find(GpioChip.RaspberryPiLabels));
        StringAssert.Contains(error.Message, "there are no /dev/gpiochip files");
        _kernel.Add("/dev/gpiochip0", Node("INT34C5:00"));
        error = Assert.ThrowsExactly<DeviceException>(() => GpioChip.Find(GpioChip.RaspberryPiLabels));
        StringAssert.Contains(error.Message, "/dev/gpiochip0 'INT34C5:00'");
        Assert.AreEqual(0, _kernel.OpenDescriptors);
    }

    [TestMethod]
    public void Output_HasItsLevelFromTheFirstMoment_AndIsWrittenAndToggled()
    {
        using var gpio = Open();
        var changes = new List<(int, bool)>();
        _twin.PinChanged = c => changes.Add((c.Pin, c.IsHigh));
        gpio.OpenPin(20, PinMode.Output, PinValue.High);
        gpio.Write(20, PinValue.Low);
        gpio.Write(20, PinValue.High);
        gpio.Toggle(20);
        CollectionAssert.AreEqual(new[] { (20, true), (20, false), (20, true), (20, false) }, changes);
        Assert.AreEqual(PinMode.Output, gpio.GetPinMode(20));
    }

    [TestMethod]
    public void Input_FollowsItsPull()
    {
        using var gpio = Open();
        gpio.OpenPin(24, PinMode.InputPullUp);
        Assert.AreEqual(PinValue.High, gpio.Read(24));
        gpio.SetPinMode(24, PinMode.InputPullDown);
        Assert.AreEqual(PinValue.Low, gpio.Read(24));
    }

    [TestMethod]
    public void Line_OfAnotherProgram_IsBusyAndNamed()
    {
        using var gpio = Open();
        gpio.OpenPin(24, PinMode.Input);
        using var second = new GpioController(new GpioChipDriver(GpioChip.Find(GpioChip.RaspberryPiLabels)));
        var error = Assert.ThrowsExactly<DeviceException>(() => second.OpenPin(24, PinMode.Input));
        Assert.AreEqual(ErrorNumber.Busy, error.Error);
        StringAssert.Contains(error.Message, "GPIO 24: the line could not be taken, 'coinrig' has it");
        gpio.ClosePin(24);
        second.OpenPin(24, PinMode.Input);
    }

    [TestMethod]
    public void Controller_Disposed_GivesEverythingBack()
    {
        var gpio = Open();
        gpio.OpenPin(24, PinMode.Input);
        gpio.OpenPin(25, PinMode.Output);
        gpio.Dispose();
        Assert.AreEqual(0, _kernel.OpenDescriptors);
    }

    [TestMethod]
    public void Edges_AreRefused()
    {
        using var gpio = Open();
        gpio.OpenPin(17, PinMode.Input);
        Assert.ThrowsExactly<NotSupportedException>(() => gpio.WaitForEvent(17, PinEventTypes.Falling, TimeSpan.FromSeconds(1)));
        Assert.ThrowsExactly<NotSupportedException>(() => gpio.RegisterCallbackForPinValueChangedEvent(17, PinEventTypes.Falling, (_, _) => { }));
    }

    GpioChipNode Node(string label) => new(new GpioController(_twin.Gpio), label);

    GpioController Open()
    {
        _kernel.Add("/dev/gpiochip0", Node("pinctrl-bcm2835"));
        return new GpioController(new GpioChipDriver(GpioChip.Find(GpioChip.RaspberryPiLabels)));
    }
}
