namespace CoinRig.Faults;

/// <summary>A sample as the oracle reads it from the file.</summary>
readonly record struct Row(long Sequence, long VoltageNanoseconds, long CurrentNanoseconds, double Volts, double Amperes, double NetCoulombs, double NetJoules,
    double DegreesCelsius, int Step, int Segment, int Cycle, int Flags)
{
    // gateway/Control/README.md, flags of a sample.
    internal const int Clipped = 1, Late = 2, AfterStep = 4, OpenCircuit = 8, Repeated = 16, Approach = 32, RangeChanged = 64, AfterGap = 128, Paused = 256;

    /// <summary>Whether one of the flags is set.</summary>
    internal bool Has(int flags) => (Flags & flags) != 0;
}
