namespace CoinRig.InstrumentFiles;

/// <summary>Counts the starts of steps from the changes of the program's step number and of the cycle.</summary>
sealed class StepCounter
{
    (double Step, double Cycle) _before = (double.NaN, double.NaN);
    long _count;

    /// <summary>The count at a row; rows must come in order.</summary>
    public long At(Batch batch, int row)
    {
        var now = (Of(batch, Meaning.StepId, row), Of(batch, Meaning.Cycle, row));
        _count += now.Equals(_before) ? 0 : 1;
        _before = now;
        return _count;
    }

    static double Of(Batch batch, Meaning meaning, int row) => batch[meaning] is { IsEmpty: false } values ? values[row] : 0;
}
