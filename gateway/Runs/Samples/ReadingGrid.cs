namespace CoinRig.Runs;

/// <summary>
/// The step between two neighbouring ADC codes, found in readings that were computed from codes. On it a reading is a small whole number
/// of steps and a rounding error of a few units in the last place: a quarter of the bits that the double itself needs.
/// </summary>
sealed class ReadingGrid
{
    /// <summary>Readings that share a step: few enough that a change of range spoils little, enough to find the step.</summary>
    public const int BlockLength = 256;

    /// <summary>Fewer readings than this are not worth the two numbers that a grid costs.</summary>
    const int FewestReadings = 16;

    /// <summary>Differences below this part of the largest reading are rounding errors.</summary>
    const double RoundingPart = 1.0 / (1L << 38);

    readonly double[] _sorted = new double[BlockLength];

    /// <summary>Finds the step; false where the readings lie on none.</summary>
    public bool TryFind(ReadOnlySpan<double> readings, out double step)
    {
        step = 0;
        if (readings.Length < FewestReadings)
        {
            return false;
        }
        var sorted = _sorted.AsSpan(0, readings.Length);
        readings.CopyTo(sorted);
        sorted.Sort();
        var largest = Math.Max(Math.Abs(sorted[0]), Math.Abs(sorted[^1]));
        if (!double.IsFinite(largest) || double.IsNaN(sorted[0]) || sorted[0] == sorted[^1])
        {
            return false;
        }
        var rounding = largest * RoundingPart;
        for (var i = 1; i < sorted.Length; i++)
        {
            step = CommonDivisor(step, sorted[i] - sorted[i - 1], rounding);
        }
        if (step < 16 * rounding)
        {
            return false;
        }
        var span = sorted[^1] - sorted[0];
        step = span / Math.Round(span / step);
        return true;
    }

    static double CommonDivisor(double step, double difference, double rounding)
    {
        while (difference > rounding)
        {
            (step, difference) = (difference, Math.Abs(step - Math.Round(step / difference) * difference));
        }
        return step;
    }
}
