using System.Device.Gpio;
using CoinRig.Clock;
using CoinRig.Twin;

namespace CoinRig.FrontEnd.Tests;

/// <summary>The safe orders, seen at the twin's pins and at the cell.</summary>
[TestClass]
public sealed class ConnectOrderTests
{
    readonly BoardProfile _profile = BoardProfileFile.Load(Path.Combine(AppContext.BaseDirectory, "boards", "reference.yaml"));
    readonly VirtualClock _clock = new();
    readonly List<string> _pins = [];
    BoardTwin _twin = null!;
    GpioController _gpio = null!;
    Board _board = null!;

    [TestInitialize]
    public void Open()
    {
        _twin = new BoardTwin(_profile, _clock, 1, new SourceCell());
        _gpio = new GpioController(_twin.Gpio);
        _board = Board.Open(_profile, _twin.OpenSpi, _gpio, _clock);
        var pins = _profile.Channels[0].Pins;
        _twin.PinChanged = change =>
        {
            var name = change.Pin == pins.CellRelay ? "relay" : change.Pin == pins.OutputEnable ? "output" : change.Pin == pins.Potentiostat ? "potentiostat"
                : change.Pin == 19 ? "1 mA" : change.Pin == 26 ? "10 mA" : null;
            if (name is not null)
            {
                _pins.Add($"{name} {(change.IsHigh ? "on" : "off")}");
            }
        };
    }

    [TestCleanup]
    public void Close()
    {
        _board.Dispose();
        _gpio.Dispose();
    }

    IChannel Channel => _board.Channels[0];

    ChannelTwin Truth => _twin.Channels[0];

    [TestMethod]
    public void Opened_IsIdle()
    {
        Assert.IsFalse(Channel.IsConnected);
        Assert.IsFalse(Truth.IsOutputEnabled);
        Assert.AreEqual(32768, _twin.Dac.Code(0));
        Assert.AreEqual(32768, _twin.Dac.Code(1));
    }

    [TestMethod]
    public void ConnectForCurrent_RelayLast_HardlyAnyCurrent()
    {
        Channel.ConnectForCurrent(Channel.Reach.Ranges[1]);
        CollectionAssert.AreEqual(new[] { "1 mA on", "output on", "relay on" }, _pins);
        Assert.AreEqual(0, Truth.CellAmperes, 100e-9);
        Channel.WriteCurrent(0.5e-3);
        _clock.Wait(RigClockExtensions.Millisecond);
        Assert.AreEqual(0.5e-3, Truth.CellAmperes, 1e-6);
    }

    [TestMethod]
    public void ConnectForVoltage_AtItsOwnVoltage_HardlyAnyCurrent()
    {
        var volts = Channel.ReadVoltage().Value;
        Channel.ConnectForVoltage(Channel.Reach.Ranges[1], volts);
        CollectionAssert.AreEqual(new[] { "1 mA on", "potentiostat on", "output on", "relay on" }, _pins);
        // A code is 76 uV, the target is known to 0.1 mV, and the cell has 100 ohm.
        Assert.AreEqual(0, Truth.CellAmperes, 5e-6);
    }

    [TestMethod]
    public void Disconnect_FromCurrent_ZeroThenRelayThenOutput()
    {
        Channel.ConnectForCurrent(Channel.Reach.Ranges[0]);
        Channel.WriteCurrent(50e-6);
        _pins.Clear();
        Channel.Disconnect();
        CollectionAssert.AreEqual(new[] { "relay off", "output off" }, _pins);
        Assert.AreEqual(0, Truth.CellAmperes);
    }

    [TestMethod]
    public void Disconnect_FromVoltage_RelayFirst()
    {
        Channel.ConnectForVoltage(Channel.Reach.Ranges[0], Channel.ReadVoltage().Value);
        _pins.Clear();
        Channel.Disconnect();
        CollectionAssert.AreEqual(new[] { "relay off", "output off", "potentiostat off" }, _pins);
        Assert.AreEqual(0, Truth.CellAmperes);
    }

    [TestMethod]
    public void Idle_FromVoltage_RelayFirst_NeverDrivesTheZeroCodeAsAVoltage()
    {
        Channel.ConnectForVoltage(Channel.Reach.Ranges[1], Channel.ReadVoltage().Value);
        Truth.RelayFault = RelayFault.Welded;
        var before = Truth.CellCoulombs;
        _pins.Clear();
        var outcome = Channel.Idle();
        CollectionAssert.AreEqual(new[] { "relay off", "output off", "potentiostat off" }, _pins);
        Assert.AreEqual(0, outcome.Faults.Count);
        Assert.IsTrue(Math.Abs(Truth.CellCoulombs - before) < 1e-6, $"{Truth.CellCoulombs - before} C went through the welded relay");
    }

    [TestMethod]
    public void ChangeOfRange_NewShuntBeforeTheOldOneGoes_AtZeroCurrent()
    {
        Channel.ConnectForCurrent(Channel.Reach.Ranges[1]);
        Channel.WriteCurrent(0.5e-3);
        _pins.Clear();
        Channel.ChangeRange(Channel.Reach.Ranges[2]);
        CollectionAssert.AreEqual(new[] { "10 mA on", "1 mA off" }, _pins);
        Assert.AreEqual(0, Truth.CellAmperes, 1e-6);
    }

    [TestMethod]
    public void ChangeOfRange_UnderAVoltage_WithTheRelayOpen_AndTheVoltageBack()
    {
        var rest = Channel.ReadVoltage().Value;
        Channel.ConnectForVoltage(Channel.Reach.Ranges[1], rest);
        Channel.WriteVoltage(rest + 5e-3);
        Hold();
        var amperes = Channel.ReadCurrent().Value;
        _pins.Clear();
        var began = _clock.Nanoseconds;
        var gap = Channel.ChangeRange(Channel.Reach.Ranges[0], amperes, 0);
        CollectionAssert.AreEqual(new[] { "relay off", "1 mA off", "relay on" }, _pins);
        Assert.IsTrue(began <= gap.OffNanoseconds && gap.OffNanoseconds < gap.OnNanoseconds && gap.OnNanoseconds <= _clock.Nanoseconds);
        // A quarter of the fall is still missing, and comes back scan by scan.
        Assert.IsLessThan(0.9 * amperes, Channel.ReadCurrent().Value);
        Hold();
        Assert.AreEqual(amperes, Channel.ReadCurrent().Value, 1e-6);

        void Hold()
        {
            for (var i = 0; i < 40; i++)
            {
                Channel.Regulate(rest + 5e-3, Channel.ReadVoltage().Value, Channel.ReadCurrent().Value);
            }
        }
    }

    [TestMethod]
    public void WrongOrder_IsRefused()
    {
        Assert.ThrowsExactly<InvalidOperationException>(() => Channel.WriteCurrent(1e-6));
        Channel.ConnectForCurrent(Channel.Reach.Ranges[0]);
        Assert.ThrowsExactly<InvalidOperationException>(() => Channel.WriteVoltage(3.7));
        Assert.ThrowsExactly<InvalidOperationException>(() => Channel.ChangeRange(Channel.Reach.Ranges[1], 0, 0));
        Assert.ThrowsExactly<InvalidOperationException>(() => Channel.ConnectForVoltage(Channel.Reach.Ranges[0], 3.7));
        Assert.ThrowsExactly<InvalidOperationException>(() => Channel.MeasureZero(Channel.Reach.Ranges[0]));
    }

    [TestMethod]
    public void Readings_AreCalibrated()
    {
        Assert.AreEqual(SourceCell.Volts, Channel.ReadVoltage().Value, 5 * 54e-6);
        Channel.MeasureZero(Channel.Reach.Ranges[0]);
        Channel.ConnectForCurrent(Channel.Reach.Ranges[0]);
        Channel.WriteCurrent(50e-6);
        for (var i = 0; i < 40; i++)
        {
            Channel.Regulate(50e-6, SourceCell.Volts, Channel.ReadCurrent().Value);
        }
        Assert.AreEqual(50e-6, Truth.CellAmperes, 5 * 50e-6 * 0.0002 + 3.1e-9);
    }

    [TestMethod]
    public void Zero_IsNotShiftedByADisturbedConversion()
    {
        var zero = Channel.MeasureZero(Channel.Reach.Ranges[1]);
        for (var i = 0; i < 100; i++)
        {
            _twin.Faults.GlitchProbability = 0.004;
            var disturbed = Channel.MeasureZero(Channel.Reach.Ranges[1]);
            _twin.Faults.GlitchProbability = 0;
            Assert.AreEqual(zero, disturbed, 20e-9, $"measurement {i}");
        }
    }
}
