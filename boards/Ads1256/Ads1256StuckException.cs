namespace Iot.Device.Ads1256;

/// <summary>The chip gives one and the same result whatever input is asked for; none of them is used.</summary>
public sealed class Ads1256StuckException : Ads1256Exception
{
    internal Ads1256StuckException(int code, int results)
        : base($"The ADC gave the code {code} {results} times in a row for different inputs: its data register is stuck, or its DIN does not arrive and the inputs are never changed. "
            + "Check the wires between the computer and the ADC, and switch its supply off and on.")
    {
    }
}
