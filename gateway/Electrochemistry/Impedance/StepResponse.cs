using System.Numerics;
using CoinRig.Electrochemistry.Impedance.Circuits;

namespace CoinRig.Electrochemistry.Impedance;

/// <summary>
/// What a circuit answers to a step of current: the inverse Laplace transform of Z(s)/s by the fixed Talbot contour (Abate and Valko 2004, Int. J. Numer.
/// Methods Eng. 60, 979). It says what resistance a pulse will show, from a spectrum.
/// </summary>
public static class StepResponse
{
    /// <summary>More points lose digits in doubles to cancellation.</summary>
    const int Points = 24;

    /// <summary>Voltage over current at a time after the step, ohm; accurate to about 1e-9.</summary>
    /// <param name="circuit">The circuit; it must not contain an inductance in series, whose answer is not finite at the step.</param>
    /// <param name="parameters">One value a parameter, in their units.</param>
    /// <param name="seconds">Time after the step, s, above zero.</param>
    public static double Ohms(Circuit circuit, ReadOnlySpan<double> parameters, double seconds)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds);
        var rate = 2.0 * Points / (5 * seconds);
        var sum = 0.5 * Math.Exp(rate * seconds) * (circuit.Impedance(new Complex(rate, 0), parameters) / rate).Real;
        for (var k = 1; k < Points; k++)
        {
            var angle = k * Math.PI / Points;
            var cotangent = 1 / Math.Tan(angle);
            var s = rate * angle * new Complex(cotangent, 1);
            var slope = angle + (angle * cotangent - 1) * cotangent;
            sum += (Complex.Exp(seconds * s) * (circuit.Impedance(s, parameters) / s) * new Complex(1, slope)).Real;
        }
        return rate / Points * sum;
    }
}
