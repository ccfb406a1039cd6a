using CoinRig.Cells;
using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Gateway;
using CoinRig.Protocols;

namespace CoinRig.Bench;

/// <summary>A whole scan's logic: driver, front end, limits, sequencer, record gate, hand-over; the transports do nothing.</summary>
static class ScanBench
{
    const int Calls = 100_000;

    const string Charge = """
        name: bench
        steps:
          - Charge at 0.05 mA for 8000 hours
        """;

    internal static IEnumerable<Comparison> Run()
    {
        var profile = BoardProfileFile.Load(Shipped.Boards.PathOf("reference"));
        var clock = new VirtualClock();
        using var rig = new NullBoard(profile, clock);
        yield return Measure.Compare("scan logic with null transports", Scans(profile, rig.Board, clock),
            "bare: 2 codes to values, 4 limits, trapezoids, 1 code", BareScan, Calls);
    }

    /// <summary>So many scans of a charge that goes on and on, on channel 1.</summary>
    internal static Action<int> Scans(BoardProfile profile, Board board, VirtualClock clock)
    {
        var feed = new Feed();
        void Empty()
        {
            while (feed.TryRead(out _))
            {
            }
        }
        var plan = ProtocolFile.Read(Document.Parse(Charge, "bench.yaml"), CellFile.Load(Shipped.Cells.PathOf("ncm523-lpo")));
        var run = new ChannelRun(plan, new NeverWelded(board.Channels[0]), clock, new FeedWriter(feed, Empty), new RunSettings(profile.ScanPeriodNanoseconds, 0, null));
        return calls =>
        {
            for (var i = 0; i < calls; i++)
            {
                clock.WaitUntil(run.NextDue);
                run.Scan();
            }
            if (run.HasEnded)
            {
                throw new InvalidOperationException(run.Message);
            }
        };
    }

    static double _charge, _energy, _last;

    static void BareScan(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            var volts = (3_103_784 + (i & 3)) * 5.960465e-7 * 2.00166 + 0.0002;
            var amperes = (3_355_443 + (i & 3)) * 1.490116e-7 * 1.00122e-4 + 11e-9;
            if (volts < 2 || volts > 4.5 || amperes < -5e-3 || amperes > 5e-3)
            {
                throw new InvalidOperationException();
            }
            _charge += 0.5 * (amperes + _last) * 0.1;
            _energy += 0.5 * (amperes + _last) * volts * 0.1;
            _last = amperes;
            var code = Math.Round(32768 + (5e-5 - 1e-3 * (5e-5 - amperes)) / 1e-4 * 32768);
            _energy += code == 0 ? 1 : 0;
        }
    }
}
