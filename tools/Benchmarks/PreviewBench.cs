using System.Diagnostics;
using CoinRig.Cells;
using CoinRig.FrontEnd;
using CoinRig.Gateway;
using CoinRig.Protocols;

namespace CoinRig.Bench;

/// <summary>A preview of 100 cycles, and one of a single cycle beside its whole run on the twin.</summary>
static class PreviewBench
{
    const int Rounds = 5;

    internal static void Run(TextWriter output)
    {
        var cell = CellFile.Load(Shipped.Cells.PathOf("ncm523-lpo"));
        var profile = BoardProfileFile.Load(Shipped.Boards.PathOf("reference"));
        var (hundred, preview) = Median(ProtocolFile.Load(Shipped.Protocols.PathOf("cycling-0.2c"), cell), profile);
        output.WriteLine($"preview of 100 cycles at 0.2 C ({preview.Seconds / 86_400:0.0} days, {preview.Scans} scans): {hundred:0.00} s");
        var one = ProtocolFile.Load(Shipped.Protocols.PathOf("capacity-0.1c"), cell);
        var (once, _) = Median(one, profile);
        var whole = RunBench.Seconds(one, profile, Rounds);
        output.WriteLine($"preview of {one.SourceName}: {once * 1e3:0} ms; baseline, its whole run on the twin: {whole * 1e3:0} ms, ratio {whole / once:0.0}");
    }

    static (double Seconds, Preview Preview) Median(Plan plan, BoardProfile profile)
    {
        var preview = Preview.Of(plan, profile, 1, seed: null);
        var times = Enumerable.Range(0, Rounds).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            Preview.Of(plan, profile, 1, seed: null);
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }).Order().ToArray();
        return (times[Rounds / 2], preview);
    }
}
