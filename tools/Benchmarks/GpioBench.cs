using System.Device.Gpio;

namespace CoinRig.Bench;

/// <summary>What the GPIO library itself costs a write and a read, apart from ours.</summary>
static class GpioBench
{
    const int Calls = 100_000;
    const int Line = 5;
    const int DataReady = 17;

    internal static IEnumerable<Comparison> Run()
    {
        using var gpio = new GpioController(new NullGpio(DataReady));
        var output = gpio.OpenPin(Line, PinMode.Output);
        gpio.OpenPin(DataReady, PinMode.Input);
        var levels = new PinValue[Line + 1];
        void Bare(int calls)
        {
            for (var i = 0; i < calls; i++)
            {
                levels[Line] = i & 1;
            }
        }
        yield return Measure.Compare("GPIO library: GpioController.Write(line, value)", calls =>
        {
            for (var i = 0; i < calls; i++)
            {
                gpio.Write(Line, i & 1);
            }
        }, "bare: an array element", Bare, Calls);
        yield return Measure.Compare("GPIO library: GpioPin.Write(value)", calls =>
        {
            for (var i = 0; i < calls; i++)
            {
                output.Write(i & 1);
            }
        }, "bare: an array element", Bare, Calls);
        yield return Measure.Compare("GPIO library: GpioController.Read(line)", calls =>
        {
            for (var i = 0; i < calls; i++)
            {
                gpio.Read(DataReady);
            }
        }, "bare: an array element", Bare, Calls);
    }
}
