namespace CoinRig.Twin;

/// <summary>
/// The way from the input pins to the modulator: loading of the source by the switched capacitors (SBAS288K, analog inputs), range of
/// the buffer, sensor detection.
/// </summary>
sealed class AdsInputStage(IAnalogInputs inputs)
{
    /// <summary>The buffer works from AGND to AVDD - 2 V.</summary>
    const double BufferHeadroomVolts = 2;

    /// <summary>The protection diodes hold an input within the supplies and this.</summary>
    const double DiodeVolts = 0.3;

    /// <summary>Above this the sensor detection sinks current from AINP.</summary>
    const double DetectClampVolts = 3;

    /// <summary>Resistance of one detection switch, ohm.</summary>
    const double DetectSwitchOhms = 25;

    const double LeastSourceOhms = 1e-6;

    /// <summary>Effective impedances without buffer, ohm, by gain: from each input to AVDD/2 (A) and between them (B).</summary>
    static readonly double[] ToMidSupplyOhms = [260e3, 130e3, 65e3, 33e3, 16e3, 8e3, 8e3];
    static readonly double[] AcrossOhms = [220e3, 110e3, 55e3, 28e3, 14e3, 7e3, 7e3];

    /// <summary>AVDD, V.</summary>
    internal double SupplyVolts { get; set; } = 5;

    /// <summary>Voltage of the reference as it is, V.</summary>
    internal double ReferenceVolts { get; set; } = 2.5;

    /// <summary>Mean of the input over a span, as a fraction of the positive full scale 2 VREF/gain.</summary>
    /// <param name="input">How the input is set up.</param>
    /// <param name="rate">Index of the data rate; the buffer's input impedance depends on it.</param>
    /// <param name="from">Start, ns.</param>
    /// <param name="to">End, ns.</param>
    internal double MeanFraction(in AdsInput input, int rate, long from, long to)
    {
        var positive = inputs.MeanVolts(input.Positive, from, to);
        var negative = inputs.MeanVolts(input.Negative, from, to);
        var positiveOhms = Math.Max(LeastSourceOhms, inputs.SourceOhms(input.Positive));
        var negativeOhms = Math.Max(LeastSourceOhms, inputs.SourceOhms(input.Negative));
        if (input.DetectAmperes > 0)
        {
            var drop = input.DetectAmperes * (positiveOhms + DetectSwitchOhms);
            positive = Math.Min(DetectClampVolts, positive + drop);
            negative -= input.DetectAmperes * (negativeOhms + DetectSwitchOhms);
        }
        if (input.IsBuffered)
        {
            (positive, negative) = Load(positive, negative, positiveOhms, negativeOhms, 0, 1 / BufferedOhms(rate));
            positive = Math.Clamp(positive, 0, SupplyVolts - BufferHeadroomVolts);
            negative = Math.Clamp(negative, 0, SupplyVolts - BufferHeadroomVolts);
        }
        else
        {
            (positive, negative) = Load(positive, negative, positiveOhms, negativeOhms,
                1 / ToMidSupplyOhms[input.GainIndex], 1 / AcrossOhms[input.GainIndex]);
            positive = Math.Clamp(positive, -DiodeVolts, SupplyVolts + DiodeVolts);
            negative = Math.Clamp(negative, -DiodeVolts, SupplyVolts + DiodeVolts);
        }
        return (positive - negative) * input.Gain / (2 * ReferenceVolts);
    }

    /// <summary>Node voltages of two sources with a conductance from each node to AVDD/2 and one between the nodes.</summary>
    (double Positive, double Negative) Load(double positive, double negative, double positiveOhms, double negativeOhms,
        double toMid, double across)
    {
        var currentPositive = positive / positiveOhms + toMid * SupplyVolts / 2;
        var currentNegative = negative / negativeOhms + toMid * SupplyVolts / 2;
        var selfPositive = 1 / positiveOhms + toMid + across;
        var selfNegative = 1 / negativeOhms + toMid + across;
        var determinant = 1 / (selfPositive * selfNegative - across * across);
        return ((currentPositive * selfNegative + across * currentNegative) * determinant,
            (currentNegative * selfPositive + across * currentPositive) * determinant);
    }

    /// <summary>Input impedance with buffer, ohm (SBAS288K): 80 Mohm up to 50 SPS, 40 to 500, 20 at 1000, 10 above.</summary>
    static double BufferedOhms(int rate) => AdsRate.SamplesPerSecond[rate] switch
    {
        <= 50 => 80e6,
        <= 500 => 40e6,
        <= 1000 => 20e6,
        _ => 10e6,
    };
}
