namespace CoinRig.InstrumentFiles.Tests;

/// <summary>The trapezoid of a series, as the notes beside the data use it.</summary>
static class Charge
{
    /// <summary>Charge of the rows from one to another, C.</summary>
    public static double Trapezoid(Series series, int from = 0, int? to = null)
    {
        var sum = 0.0;
        for (var i = from + 1; i < (to ?? series.Length); i++)
        {
            sum += (series.Amperes[i] + series.Amperes[i - 1]) / 2 * (series.Seconds[i] - series.Seconds[i - 1]);
        }
        return sum;
    }
}
