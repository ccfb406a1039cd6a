namespace CoinRig.InstrumentFiles;

/// <summary>Columns of a Battery Data Format file that are computed row by row because the source has none.</summary>
sealed class DerivedColumns
{
    const double PerHour = 3600;

    readonly HashSet<Meaning> _made = [];
    readonly StepCounter _steps = new();
    readonly Integrals _charge = new();
    readonly double _startedUnixSeconds;
    long _record;
    long _step;
    double _stepStart;

    public DerivedColumns(MeasuredRows rows, WriteOptions options)
    {
        bool Has(Meaning meaning) => rows.Columns.Any(c => c.Meaning == meaning && (BdfTerms.Of(meaning, c.Scope) is not null));
        Meaning[] wanted = options.Complete ? [Meaning.WallTime, Meaning.Cycle, Meaning.StepCount, Meaning.StepTime, Meaning.RecordIndex, Meaning.ChargingCharge, Meaning.DischargingCharge]
            : Has(Meaning.StepId) || Has(Meaning.Cycle) ? [Meaning.StepCount] : [];
        Terms = [.. wanted.Where(m => !Has(m)).Select(static m => BdfTerms.Of(m, m is Meaning.ChargingCharge or Meaning.DischargingCharge ? ChargeScope.Test : ChargeScope.Unknown)!)];
        _made = [.. Terms.Select(static t => t.Sense.Meaning)];
        _startedUnixSeconds = ((rows.Facts.Started ?? DateTime.UnixEpoch) - DateTime.UnixEpoch).TotalSeconds;
    }

    /// <summary>What is made, in the order of writing.</summary>
    public IReadOnlyList<BdfTerm> Terms { get; }

    /// <summary>Takes the next row.</summary>
    public void Next(Batch batch, int row, double amperes)
    {
        _record++;
        var step = _steps.At(batch, row);
        _stepStart = step == _step ? _stepStart : batch.Seconds[row];
        _step = step;
        if (_made.Contains(Meaning.ChargingCharge) || _made.Contains(Meaning.DischargingCharge))
        {
            _charge.Add(batch.Seconds[row], amperes);
        }
    }

    /// <summary>The value of a made column at that row, in the format's unit.</summary>
    public double Value(BdfTerm term, Batch batch, int row) => term.Sense.Meaning switch
    {
        Meaning.WallTime => _startedUnixSeconds + batch.Seconds[row],
        Meaning.Cycle => 1,
        Meaning.StepCount => _step,
        Meaning.StepTime => batch.Seconds[row] - _stepStart,
        Meaning.RecordIndex => _record,
        Meaning.ChargingCharge => _charge.In / PerHour,
        _ => _charge.Out / PerHour,
    };
}
