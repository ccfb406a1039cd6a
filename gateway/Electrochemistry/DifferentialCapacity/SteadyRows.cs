using CoinRig.Electrochemistry.HalfCycles;
using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Electrochemistry.DifferentialCapacity;

/// <summary>
/// Which rows of a half cycle belong to its constant current: those up to the last with nearly the whole current, for what comes after it is a hold, whose
/// charge would be a spike at its voltage. Of them a row far off the current (a rest, a pulse, another rate) is none; noise of some percent is.
/// </summary>
static class SteadyRows
{
    const double Whole = 0.9, Least = 0.5, Most = 1.5;

    /// <summary>Bounds of the current, with its sign, A.</summary>
    public static (double Low, double High) Of(HalfCycle half)
    {
        var (a, b) = (Least * half.RateAmperes, Most * half.RateAmperes);
        return half.IsCharge ? (a, b) : (-b, -a);
    }

    /// <summary>The rows of a half cycle in its trace, without a hold at its end.</summary>
    public static Trace Rows(Trace trace, HalfCycle half)
    {
        var last = (int)half.LastRow;
        while (last > half.FirstRow && !(Math.Abs(trace.Amperes[last]) is var size && size >= Whole * half.RateAmperes && size <= Most * half.RateAmperes))
        {
            last--;
        }
        return trace[(int)half.FirstRow..(last + 1)];
    }
}
