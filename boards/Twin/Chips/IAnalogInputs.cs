namespace CoinRig.Twin;

/// <summary>What hangs on the nine analog inputs of the ADC. Time only moves on: a later question is never about an earlier window.</summary>
public interface IAnalogInputs
{
    /// <summary>The mean voltage of an input over a span of time, V against analog ground, before the ADC loads it.</summary>
    /// <param name="pin">0 to 7 for AIN0 to AIN7, 8 for AINCOM.</param>
    /// <param name="from">Start, ns.</param>
    /// <param name="to">End, ns; equal to <paramref name="from"/> for the value at that instant.</param>
    double MeanVolts(int pin, long from, long to);

    /// <summary>The resistance of the source behind an input, ohm.</summary>
    /// <param name="pin">0 to 7 for AIN0 to AIN7, 8 for AINCOM.</param>
    double SourceOhms(int pin);
}
