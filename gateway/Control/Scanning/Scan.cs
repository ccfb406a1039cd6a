namespace CoinRig.Control;

/// <summary>One scan of a channel: what was measured. Times are on the rig's clock, ns.</summary>
struct Scan
{
    internal long DueNanoseconds;
    internal long VoltageNanoseconds;
    internal long CurrentNanoseconds;
    internal double Volts;
    internal double Amperes;
    internal double DegreesCelsius;
    internal SampleFlags Flags;
}
