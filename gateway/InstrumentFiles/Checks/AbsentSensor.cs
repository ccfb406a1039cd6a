namespace CoinRig.InstrumentFiles;

/// <summary>Temperatures that are exactly 0 throughout a batch, or below absolute zero, come from no sensor: they become NaN.</summary>
sealed class AbsentSensor(Batch batch, Warnings warnings) : IBatchCheck
{
    const double AbsoluteZero = -273.15;

    public void See()
    {
        for (var i = 0; i < batch.Columns.Count; i++)
        {
            if (batch.Columns[i] is { Meaning: Meaning.Temperature or Meaning.AmbientTemperature, IsText: false } column)
            {
                Look(batch.Cells(i).AsSpan(0, batch.Count), column.Name);
            }
        }
    }

    public void End()
    {
    }

    void Look(Span<double> values, string name)
    {
        if (!values.ContainsAnyExcept(0.0))
        {
            warnings.Add("absent-sensor", batch.Lines[0], $"column '{name}' is 0 throughout: there was no sensor. The temperature is taken as missing.");
            values.Fill(double.NaN);
        }
        for (var row = 0; row < values.Length; row++)
        {
            if (values[row] < AbsoluteZero)
            {
                warnings.Add("absent-sensor", batch.Lines[row], $"column '{name}' is below absolute zero: there was no sensor. The temperature is taken as missing.");
                values[row] = double.NaN;
            }
        }
    }
}
