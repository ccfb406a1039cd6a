namespace CoinRig.InstrumentFiles;

/// <summary>Compares time, voltage and current with other columns of the file that, by their names, are the same: one may be in another unit.</summary>
sealed class TwinColumns : IBatchCheck
{
    const double Equal = 0.01;

    readonly Batch _batch;
    readonly Warnings _warnings;
    readonly List<Twin> _twins = [];

    public TwinColumns(Batch batch, Warnings warnings)
    {
        _batch = batch;
        _warnings = warnings;
        for (var i = 0; i < batch.Columns.Count; i++)
        {
            if (batch.Columns[i] is { Meaning: Meaning.Other, IsText: false } extra && Vocabulary.Find(extra.Name) is { Meaning: Meaning.Time or Meaning.Voltage or Meaning.Current } sense
                && batch.IndexOf(sense.Meaning) is >= 0 and var column)
            {
                _twins.Add(new(column, i, sense.Unit.Factor * Math.Pow(10, sense.Unit.Shift)));
            }
        }
    }

    public void See()
    {
        foreach (var twin in _twins)
        {
            var ours = _batch.Numbers(twin.Column);
            var theirs = _batch.Numbers(twin.Extra);
            for (var row = 0; row < ours.Length; row++)
            {
                var ratio = theirs[row] * twin.Factor / ours[row];
                if (double.IsFinite(ratio) && ratio != 0)
                {
                    twin.Rows++;
                    twin.Apart += Math.Abs(ratio - 1) > Equal ? 1 : 0;
                    twin.LogSum += Math.Log10(Math.Abs(ratio));
                }
            }
        }
    }

    public void End()
    {
        foreach (var twin in _twins.Where(static t => t.Apart > t.Rows / 2))
        {
            _warnings.Add("columns-disagree", 0, $"Columns '{_batch.Columns[twin.Column].Name}', which is taken, and '{_batch.Columns[twin.Extra].Name}' differ by a factor of {Math.Pow(10, twin.LogSum / twin.Rows):G4}: one of them is in another unit.");
        }
    }

    sealed class Twin(int column, int extra, double factor)
    {
        public int Column { get; } = column;

        public int Extra { get; } = extra;

        public double Factor { get; } = factor;

        public long Rows { get; set; }

        public long Apart { get; set; }

        public double LogSum { get; set; }
    }
}
