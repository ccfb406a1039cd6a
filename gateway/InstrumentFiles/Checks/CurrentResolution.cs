namespace CoinRig.InstrumentFiles;

/// <summary>
/// Whether the current is written finely enough to be integrated: its grid, the greatest common step of its values, against its size. Only a
/// current that changes and stays on few values is judged.
/// </summary>
sealed class CurrentResolution(Batch batch, Warnings warnings) : IBatchCheck
{
    const int MostLevels = 64;
    const double Coarse = 0.05;

    readonly SortedSet<double> _levels = [];
    bool _isFine;
    long _rows;

    public void See()
    {
        _rows += batch.Count;
        foreach (var amperes in batch.Amperes)
        {
            if (_isFine)
            {
                return;
            }
            if (amperes == 0 || double.IsNaN(amperes))
            {
                continue;
            }
            _levels.Add(Math.Abs(amperes));
            _isFine = _levels.Count > MostLevels;
        }
    }

    public void End()
    {
        if (_isFine || _levels.Count == 0 || _rows < 100 || Grid() is not { } grid || grid < Coarse * _levels.Max)
        {
            return;
        }
        var hasCharge = batch.Columns.Any(static c => c.Meaning is Meaning.ChargingCharge or Meaning.DischargingCharge or Meaning.NetCharge or Meaning.AbsoluteCharge);
        warnings.Add("current-too-coarse", 0, $"The current is written in steps of {grid:G3} A and is at most {_levels.Max:G3} A: its integral may be off by {50 * grid / _levels.Max:0} %."
            + (hasCharge ? " Take the file's own column of charge." : ""));
    }

    /// <summary>The last decimal place of the values, where they have few digits; null where they have many.</summary>
    double? Grid()
    {
        for (var place = 12; place >= 0; place--)
        {
            var unit = Math.Pow(10, -place);
            if (_levels.Any(l => Math.Abs(l / unit - Math.Round(l / unit)) > 1e-6 || Math.Round(l / unit) == 0))
            {
                return place == 12 ? null : Math.Pow(10, -place - 1);
            }
        }
        return 1;
    }
}
