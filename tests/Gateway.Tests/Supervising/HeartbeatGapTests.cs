using CoinRig.Control;
using CoinRig.FrontEnd;
using CoinRig.Supervision;

namespace CoinRig.Gateway.Tests;

/// <summary>
/// Whatever a run does (connects, finds the cell's impedance, ramps, sweeps, changes ranges, rests, pauses), the board is measured often enough for a heartbeat, at any rate that
/// a supervisor allows.
/// </summary>
[TestClass]
public sealed class HeartbeatGapTests
{
    const string Everything = """
        name: everything
        record: {dt: 10 s}
        steps:
          - Rest for 2 seconds
          - Charge at C/5 for 20 seconds
          - Discharge at C/20 for 20 seconds
          - Hold at 3.7 V for 60 seconds
          - Rest for 1 second
          - step: cyclic_voltammetry
            rate: 5 mV/s
            start: open_circuit
            between: 3.5 V .. 3.75 V
            cycles: 1
          - step: gitt
            current: C/10
            pulse: 3 s
            rest: 3 s
            until: time > 30 s
        """;

    /// <summary>Within what the series shunt can.</summary>
    const string Gentle = """
        name: gentle
        record: {dt: 10 s}
        steps:
          - Rest for 2 seconds
          - Charge at C/5 for 20 seconds
          - Rest for 2 seconds
          - {step: constant_voltage, voltage: 3.6 V, for: 60 s, largest_current: 0.9 mA}
          - Discharge at C/20 for 20 seconds
          - {step: constant_voltage, voltage: 3.55 V, for: 60 s, range: auto, largest_current: 0.9 mA}
          - Rest for 1 second
        """;

    static string BoardOf(string name, string rates) => File.ReadAllText(Shipped.Boards.PathOf(name))
        .Replace("data_rate: 25 SPS", "", StringComparison.Ordinal).Replace("scans_per_second: 10 Hz", rates, StringComparison.Ordinal);

    [TestMethod]
    [DataRow("reference", "{data_rate: 25 SPS, scans_per_second: 10 Hz}", 240)]
    [DataRow("reference", "{data_rate: 25 SPS, scans_per_second: 7.7 Hz}", 260)]
    [DataRow("reference", "{data_rate: 10 SPS, scans_per_second: 4.4 Hz}", 330)]
    [DataRow("waveshare-series-shunt", "{data_rate: 25 SPS, scans_per_second: 10 Hz}", 240)]
    [DataRow("waveshare-series-shunt", "{data_rate: 10 SPS, scans_per_second: 4.9 Hz}", 330)]
    public void Heartbeats_AreNeverFarApart_WhereTheCoilsHaveSupply(string board, string rates, int mostMilliseconds)
    {
        using var folder = new TempFolder();
        BeatRecord? record = null;
        SupervisedBench? made = null;
        using var bench = made = new SupervisedBench(board == "reference" ? Everything : Gentle, folder.Path, BoardOf(board, rates.Trim('{', '}').Replace(", ", "\n", StringComparison.Ordinal)), neverRests: true,
            wrap: line => record = new BeatRecord(line, () => made!.Clock.Nanoseconds));
        var outcome = bench.Carry(bench.Open());
        Assert.AreEqual(RunState.Done, outcome.State, outcome.Message);
        Assert.IsTrue(record!.Longest <= mostMilliseconds, $"{record.Longest} ms between two heartbeats");
        Assert.IsTrue(record.Count > 900, $"{record.Count} heartbeats");
    }

    [TestMethod]
    public void Pause_GoesOnBeating()
    {
        using var folder = new TempFolder();
        using var bench = new SupervisedBench(Everything, folder.Path);
        var run = bench.Step(bench.Open());
        run.For(15);
        run.Run.RequestPause();
        run.For(60);
        Assert.IsTrue(run.Run.Live.IsPaused);
        run.Run.RequestContinue();
        run.For(1000);
        Assert.AreEqual(RunState.Done, run.Run.Live.State, run.Run.Message);
    }

    /// <summary>The times between heartbeats from the first to the last.</summary>
    sealed class BeatRecord(ISerialLine line, Func<long> now) : ISerialLine
    {
        readonly LinkDecoder _decoder = new();
        long _last;

        internal long Longest { get; private set; }

        internal int Count { get; private set; }

        public int Read(Span<byte> to) => line.Read(to);

        public void Write(ReadOnlySpan<byte> bytes)
        {
            line.Write(bytes);
            foreach (var value in bytes)
            {
                if (_decoder.Take(value) && _decoder.Type == LinkMessage.Heartbeat)
                {
                    Longest = Math.Max(Longest, Count++ == 0 ? 0 : (now() - _last) / 1_000_000);
                    _last = now();
                }
            }
        }
    }
}
