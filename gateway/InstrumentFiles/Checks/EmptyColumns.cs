namespace CoinRig.InstrumentFiles;

/// <summary>Columns that have a meaning and no value in any row.</summary>
sealed class EmptyColumns(Batch batch, Warnings warnings) : IBatchCheck
{
    readonly bool[] _hasValue = new bool[batch.Columns.Count];

    public void See()
    {
        for (var i = 0; i < _hasValue.Length; i++)
        {
            _hasValue[i] = _hasValue[i] || batch.Columns[i] is { IsText: true } or { Meaning: Meaning.Other or Meaning.Temperature or Meaning.AmbientTemperature } || HasValue(batch.Numbers(i));
        }
    }

    public void End()
    {
        foreach (var i in Enumerable.Range(0, _hasValue.Length).Where(i => !_hasValue[i]))
        {
            warnings.Add("empty-column", 0, $"Column '{batch.Columns[i].Name}' is empty in all rows.");
        }
    }

    static bool HasValue(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                return true;
            }
        }
        return false;
    }
}
