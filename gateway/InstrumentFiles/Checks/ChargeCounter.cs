namespace CoinRig.InstrumentFiles;

/// <summary>Columns of charge or energy that by their name never begin anew, and do.</summary>
sealed class ChargeCounter : IBatchCheck
{
    const double Noise = 1e-9;

    readonly Batch _batch;
    readonly Warnings _warnings;
    readonly int[] _columns;
    readonly double[] _highest;

    public ChargeCounter(Batch batch, Warnings warnings)
    {
        _batch = batch;
        _warnings = warnings;
        _columns = [.. Enumerable.Range(0, batch.Columns.Count).Where(i => batch.Columns[i] is
        {
            Scope: ChargeScope.Test, IsText: false,
            Meaning: Meaning.ChargingCharge or Meaning.DischargingCharge or Meaning.AbsoluteCharge or Meaning.ChargingEnergy or Meaning.DischargingEnergy or Meaning.AbsoluteEnergy,
        })];
        _highest = new double[_columns.Length];
    }

    public void See()
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            var values = _batch.Numbers(_columns[i]);
            for (var row = 0; row < values.Length; row++)
            {
                if (values[row] < _highest[i] * (1 - Noise))
                {
                    _warnings.Add("charge-begins-anew", _batch.Lines[row], $"column '{_batch.Columns[_columns[i]].Name}' falls; by its name it counts from the start of the test to the end. Look where it begins anew before you subtract.");
                    _highest[i] = values[row];
                }
                _highest[i] = Math.Max(_highest[i], values[row]);
            }
        }
    }

    public void End()
    {
    }
}
