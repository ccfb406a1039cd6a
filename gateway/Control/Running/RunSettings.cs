using CoinRig.Temperature;

namespace CoinRig.Control;

/// <summary>How a run is carried out, apart from what it does.</summary>
/// <param name="ScanPeriodNanoseconds">Time from scan to scan, ns.</param>
/// <param name="CheckpointNanoseconds">How often the integrals are handed over between samples, ns; 0 never (in virtual time nothing is lost between samples).</param>
/// <param name="Thermometer">The cell's thermometer; null where there is none.</param>
public sealed record RunSettings(long ScanPeriodNanoseconds, long CheckpointNanoseconds, IThermometer? Thermometer)
{
    /// <summary>Where an interrupted run goes on; null for a new one.</summary>
    public ResumePoint? Resume { get; init; }

    /// <summary>The board's lines for marks and triggers; null where there are none.</summary>
    public FrontEnd.SideLines? Lines { get; init; }

    /// <summary>How long until the next scan, in a run whose cell is only computed; null where scans come at their period.</summary>
    public IScanPace? Pace { get; init; }

    /// <summary>The results that are in the run's file; null where nothing reads the run along: a protocol that looks at results is then refused.</summary>
    public IRunResults? Results { get; init; }

    /// <summary>Who ends its waits; null where nobody can: then only their timeouts do.</summary>
    public IExternalWait? Waits { get; init; }

    /// <summary>The supervisor, as far as it watches this run; null where there is none.</summary>
    public ISupervision? Supervision { get; init; }
}
