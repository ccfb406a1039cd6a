// Steps both outputs of the Waveshare High-Precision AD/DA board, VREF jumper at 5 V, then switches them off.
using System.Device.Gpio;
using System.Device.Spi;
using CoinRig.Clock;
using CoinRig.Spi;
using Iot.Device.Dac8552;
using UnitsNet;

const int chipSelectPin = 23;

// Select line 0 of the bus is not wired on this board: the chip is selected by its own GPIO line.
var settings = new SpiConnectionSettings(0, 0) { ClockFrequency = 900_000, Mode = Dac8552.SpiMode };
var clock = new RealClock();
using var gpio = new GpioController();
var transport = new GpioChipSelectTransport(SpiDevice.Create(settings), gpio, chipSelectPin, clock);
using var dac = new Dac8552(transport, ElectricPotential.FromVolts(5));

for (var volts = 0.5; volts <= 4.5; volts += 0.5)
{
    var code = dac.CodeFor(ElectricPotential.FromVolts(volts));
    dac.WriteBoth(code, (ushort)(Dac8552.CodeCount - code));
    Console.WriteLine($"A {volts} V, B {5 - volts} V");
    clock.Wait(RigClockExtensions.Second);
}

dac.PowerDownBoth(PowerDownMode.HighImpedance);
