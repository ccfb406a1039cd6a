using System.Device.Gpio;
using CoinRig.Clock;
using UnitsNet;

namespace Iot.Device.Ads1256.Tests.Fakes;

/// <summary>A binding with a fake chip behind it, in virtual time.</summary>
sealed class Bench : IDisposable
{
    public Bench(bool resetPin = true, bool syncPin = true, int spiClockFrequency = Ads1256.SpiClockFrequency, bool shouldDispose = true)
    {
        Chip = new FakeChip(Clock) { ClockFrequency = spiClockFrequency };
        Pins.Connect(FakeChip.DataReadyPin, () => Chip.DataReady);
        Pins.Written = (pin, value) =>
        {
            if (pin == FakeChip.ResetPin && value == PinValue.Low)
            {
                Chip.Reset();
            }
        };
        Gpio = new GpioController(Pins);
        Adc = new Ads1256(Chip, Gpio, FakeChip.DataReadyPin, Clock, ElectricPotential.FromVolts(2.5),
            resetPin ? FakeChip.ResetPin : -1, syncPin ? FakeChip.SyncPin : -1, shouldDispose: shouldDispose);
    }

    public VirtualClock Clock { get; } = new();

    public FakeGpioDriver Pins { get; } = new();

    public FakeChip Chip { get; }

    public GpioController Gpio { get; }

    public Ads1256 Adc { get; }

    /// <summary>Initialized at 25 SPS, gains 1 and 4 calibrated, nothing recorded yet.</summary>
    public static Bench Calibrated(int spiClockFrequency = Ads1256.SpiClockFrequency)
    {
        var bench = new Bench(spiClockFrequency: spiClockFrequency);
        bench.Adc.Initialize(DataRate.Sps25);
        bench.Chip.NextCalibration = (0x000102, 0x3A99A1);
        bench.Adc.SelfCalibrate(PgaGain.X1);
        bench.Chip.NextCalibration = (-0x000102, 0x3A99A4);
        bench.Adc.SelfCalibrate(PgaGain.X4);
        bench.Chip.Frames.Clear();
        return bench;
    }

    public void Dispose()
    {
        Adc.Dispose();
        Gpio.Dispose();
    }
}
