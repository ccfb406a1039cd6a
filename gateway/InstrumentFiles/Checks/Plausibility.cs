namespace CoinRig.InstrumentFiles;

/// <summary>Values that no cell has, and needed cells that are empty.</summary>
sealed class Plausibility(Batch batch, Warnings warnings) : IBatchCheck
{
    const double MostVolts = 100;
    const double MostAmperes = 10_000;

    public void See()
    {
        Look(batch.Seconds, "time", double.PositiveInfinity, "s");
        Look(batch.Volts, "voltage", MostVolts, "V");
        Look(batch.Amperes, "current", MostAmperes, "A");
        LookFrequency();
    }

    public void End()
    {
    }

    void Look(ReadOnlySpan<double> values, string name, double most, string unit)
    {
        for (var row = 0; row < values.Length; row++)
        {
            if (Math.Abs(values[row]) <= most)
            {
                continue;
            }
            if (double.IsNaN(values[row]))
            {
                warnings.Add("missing-value", batch.Lines[row], $"{name} is missing.");
            }
            else
            {
                warnings.Add("implausible-value", batch.Lines[row], $"{name} is beyond {most} {unit}: is the unit right?");
            }
        }
    }

    void LookFrequency()
    {
        var hertz = batch[Meaning.Frequency];
        var real = batch[Meaning.RealImpedance];
        var imaginary = batch[Meaning.ImaginaryImpedance];
        for (var row = 0; row < hertz.Length; row++)
        {
            if (hertz[row] < 0)
            {
                warnings.Add("implausible-value", batch.Lines[row], "frequency is negative; the point is left out of its spectrum.");
            }
            else if (real.IsEmpty || imaginary.IsEmpty || double.IsNaN(hertz[row]))
            {
                continue;
            }
            else if (hertz[row] == 0)
            {
                if (real[row] != 0)
                {
                    warnings.Add("implausible-value", batch.Lines[row], "frequency is 0 beside an impedance; the point is left out of its spectrum.");
                }
            }
            else if (double.IsNaN(real[row]) || double.IsNaN(imaginary[row]))
            {
                warnings.Add("missing-value", batch.Lines[row], "the impedance is missing; the point is left out of its spectrum.");
            }
            else if (real[row] == 0 && imaginary[row] == 0)
            {
                warnings.Add("implausible-value", batch.Lines[row], "the impedance is 0, which no cell has; the point is left out of its spectrum.");
            }
        }
    }
}
