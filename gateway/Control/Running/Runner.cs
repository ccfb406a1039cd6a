using CoinRig.Clock;

namespace CoinRig.Control;

/// <summary>
/// Calls what is scanned when it is due: earliest first, ties in the order given. In virtual time this is a discrete-event
/// scheduler; in real time it is the loop of one board's thread.
/// </summary>
public static class Runner
{
    /// <summary>Runs until everything has ended.</summary>
    public static void Run(IRigClock clock, params ReadOnlySpan<IScanned> scanned)
    {
        while (true)
        {
            IScanned? next = null;
            foreach (var candidate in scanned)
            {
                if (!candidate.HasEnded && (next is null || candidate.NextDue < next.NextDue))
                {
                    next = candidate;
                }
            }
            if (next is null)
            {
                return;
            }
            clock.WaitUntil(next.NextDue);
            next.Scan();
        }
    }
}
