namespace CoinRig.Electrochemistry.HalfCycles;

/// <summary>
/// Turns an instrument's charge columns into the charge since the row before. Counters restart at a step, at a half cycle or at a cycle, or run
/// on; a counter that fell began again at 0.
/// </summary>
public struct ChargeCounter
{
    double _charged, _discharged;
    bool _started;

    /// <summary>Two columns, both counting up.</summary>
    /// <param name="chargedCoulombs">Charge put in, C.</param>
    /// <param name="dischargedCoulombs">Charge taken out, C.</param>
    /// <returns>Charge since the row before, positive charges, C; NaN at the first row.</returns>
    public double Next(double chargedCoulombs, double dischargedCoulombs)
    {
        var passed = _started ? Rise(_charged, chargedCoulombs) - Rise(_discharged, dischargedCoulombs) : double.NaN;
        (_charged, _discharged, _started) = (chargedCoulombs, dischargedCoulombs, true);
        return passed;
    }

    /// <summary>One column that counts up whichever way the current flows.</summary>
    /// <param name="coulombs">The counter, C.</param>
    /// <param name="amperes">The row's current, A, which gives the direction.</param>
    /// <returns>Charge since the row before, positive charges, C; NaN at the first row.</returns>
    public double NextUnsigned(double coulombs, double amperes)
    {
        var passed = _started ? Math.Sign(amperes) * Rise(_charged, coulombs) : double.NaN;
        (_charged, _started) = (coulombs, true);
        return passed;
    }

    static double Rise(double before, double now) => now >= before ? now - before : now;
}
