namespace CoinRig.InstrumentFiles;

/// <summary>Looks at every batch for what a person must be told.</summary>
sealed class Checks
{
    readonly IReadOnlyList<IBatchCheck> _all;

    public Checks(Batch batch, Warnings warnings) =>
        _all = [new AbsentSensor(batch, warnings), new Plausibility(batch, warnings), new TimeUnit(batch, warnings), new CurrentResolution(batch, warnings), new TwinColumns(batch, warnings), new ImpedanceSign(batch, warnings),
            new EmptyColumns(batch, warnings), new ChargeCounter(batch, warnings)];

    /// <summary>The batch has new rows.</summary>
    public void See()
    {
        foreach (var check in _all)
        {
            check.See();
        }
    }

    /// <summary>No rows follow.</summary>
    public void End()
    {
        foreach (var check in _all)
        {
            check.End();
        }
    }
}

/// <summary>One check, fed batch by batch.</summary>
interface IBatchCheck
{
    /// <summary>The batch has new rows.</summary>
    void See();

    /// <summary>No rows follow.</summary>
    void End();
}
