using CoinRig.Temperature;

namespace CoinRig.Control;

/// <summary>How a run is carried out, apart from what it does.</summary>
/// <param name="ScanPeriodNanoseconds">Time from scan to scan, ns.</param>
/// <param name="CheckpointNanoseconds">How often the integrals are handed over between samples, ns; 0 never (in virtual time nothing is lost between samples).</param>
/// <param name="Thermometer">The cell's thermometer; null where there is none.</param>
public sealed record RunSettings(long ScanPeriodNanoseconds, long CheckpointNanoseconds, IThermometer? Thermometer);
