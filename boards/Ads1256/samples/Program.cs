// Reads the potentiometer of the Waveshare High-Precision AD/DA board (AIN0 against AINCOM) ten times.
using System.Device.Gpio;
using System.Device.Spi;
using CoinRig.Clock;
using CoinRig.Spi;
using Iot.Device.Ads1256;
using UnitsNet;

const int dataReadyPin = 17, resetPin = 18, chipSelectPin = 22, syncPin = 27;

// Select line 0 of the bus is not wired on this board: the chip is selected by its own GPIO line.
var settings = new SpiConnectionSettings(0, 0) { ClockFrequency = Ads1256.SpiClockFrequency, Mode = Ads1256.SpiMode };
var clock = new RealClock();
using var gpio = new GpioController();
var transport = new GpioChipSelectTransport(SpiDevice.Create(settings), gpio, chipSelectPin, clock);
using var adc = new Ads1256(transport, gpio, dataReadyPin, clock, ElectricPotential.FromVolts(2.5), resetPin, syncPin);

adc.Initialize(DataRate.Sps10);
adc.SelfCalibrate(PgaGain.X1);
Console.WriteLine($"OFC and FSC at gain 1: {adc.GetCalibration(PgaGain.X1)}");

for (var i = 0; i < 10; i++)
{
    var reading = adc.Convert(AnalogInput.Ain0, AnalogInput.AinCom, PgaGain.X1);
    Console.WriteLine($"{reading.CenterNanoseconds / 1e9:0.000} s  {reading.Volts:0.000000} V{(reading.IsClipped ? "  clipped" : "")}");
}

adc.CheckRegisters();
