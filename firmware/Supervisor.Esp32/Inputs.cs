using System.Device.Adc;
using System.Device.Gpio;

namespace CoinRig.Firmware.Esp32;

/// <summary>Fills the readings from the pins.</summary>
public sealed class Inputs
{
    const int TemperatureEveryMilliseconds = 1000;

    readonly AdcChannel[] _cells = new AdcChannel[BoardProfile.Channels];
    readonly AdcChannel _supply;
    readonly AdcChannel _thermistor;
    readonly GpioPin _door;
    readonly GpioPin _coil;
    readonly Divider _cellDivider = new(Calibration.CellMicrovoltsPerCode, Calibration.CellOffsetMillivolts);
    readonly Divider _supplyDivider = new(Calibration.SupplyMicrovoltsPerCode, Calibration.SupplyOffsetMillivolts);
    long _temperatureDue;

    /// <param name="gpio">The pins.</param>
    public Inputs(GpioController gpio)
    {
        var adc = new AdcController();
        _cells[0] = adc.OpenChannel(Pins.Cell1AdcChannel);
        _cells[1] = adc.OpenChannel(Pins.Cell2AdcChannel);
        _supply = adc.OpenChannel(Pins.SupplyAdcChannel);
        _thermistor = adc.OpenChannel(Pins.ThermistorAdcChannel);
        _door = gpio.OpenPin(Pins.Door, PinMode.InputPullUp);
        _coil = gpio.OpenPin(Pins.CoilSupply, PinMode.Input);
    }

    /// <summary>Reads all that is due.</summary>
    /// <param name="now">Uptime, ms.</param>
    /// <param name="readings">Filled.</param>
    public void Read(long now, Readings readings)
    {
        for (var i = 0; i < BoardProfile.Channels; i++)
        {
            var code = Average(_cells[i]);
            readings.CellIsRead[i] = Divider.IsPlausible(code);
            readings.CellMillivolts[i] = _cellDivider.Millivolts(code);
        }
        var supply = Average(_supply);
        readings.SupplyIsRead = Divider.IsPlausible(supply);
        readings.SupplyMillivolts = _supplyDivider.Millivolts(supply);
        readings.DoorIsClosed = _door.Read() == PinValue.Low;
        readings.CoilIsPowered = _coil.Read() == PinValue.High;
        if (now >= _temperatureDue)
        {
            _temperatureDue = now + TemperatureEveryMilliseconds;
            var code = Average(_thermistor);
            if (Thermistor.IsPlausible(code))
            {
                readings.BoardDecidegrees = Thermistor.Temperature(code);
                readings.BoardReadAtMilliseconds = now;
            }
        }
    }

    /// <summary>Four conversions: the ESP32's ADC is noisy. One that clipped makes the reading clipped.</summary>
    static int Average(AdcChannel channel)
    {
        var sum = 0;
        for (var i = 0; i < 4; i++)
        {
            var code = channel.ReadValue();
            if (code >= Divider.LargestCode)
            {
                return Divider.LargestCode;
            }
            sum += code;
        }
        return sum / 4;
    }
}
