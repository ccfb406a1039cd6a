using CoinRig.Tests;
using CsCheck;

namespace CoinRig.Protocols.Tests;

/// <summary>Waveforms are pure functions of the segment's time.</summary>
[TestClass]
public sealed class WaveformTests
{
    static readonly Gen<Waveform> Lines =
        from start in Gen.Double[-1, 5]
        from end in Gen.Double[-1, 5]
        from slope in Gen.Double[1e-5, 1]
        select new Waveform(double.NaN, slope, end).From(start);

    [TestMethod]
    public void Line_AtItsEnds_IsStartAndEnd() => Lines.Holds(line =>
        Math.Abs(line.At(0) - line.Start) < 1e-12 && line.At(line.DurationSeconds) == line.End && line.At(line.DurationSeconds * 2 + 1) == line.End);

    [TestMethod]
    public void Line_Anywhere_StaysBetweenItsEndsAndNeverTurns() => Gen.Select(Lines, Gen.Double[0, 1], Gen.Double[0, 1]).Holds(((Waveform Line, double A, double B) c) =>
    {
        var (line, a, b) = c;
        var (first, second) = (line.At(Math.Min(a, b) * line.DurationSeconds), line.At(Math.Max(a, b) * line.DurationSeconds));
        var forward = line.End >= line.Start ? second - first : first - second;
        return forward >= -1e-12 && first >= Math.Min(line.Start, line.End) - 1e-12 && first <= Math.Max(line.Start, line.End) + 1e-12;
    });

    [TestMethod]
    public void Line_FromAMeasuredStart_TurnsTowardsItsEndAndKeepsItsRate() => Lines.Holds(line =>
        line.DurationSeconds >= 0 && Math.Abs(line.DurationSeconds * Math.Abs(line.SlopePerSecond) - Math.Abs(line.End - line.Start)) < 1e-9);

    [TestMethod]
    public void Constant_Always_IsItsValue() => Gen.Select(Gen.Double[-5, 5], Gen.Double[0, 1e9]).Holds(((double Value, double Time) c) =>
        Waveform.Constant(c.Value).At(c.Time) == c.Value && double.IsPositiveInfinity(Waveform.Constant(c.Value).DurationSeconds));
}
