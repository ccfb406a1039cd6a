using CoinRig.Control;
using CoinRig.Twin;

namespace CoinRig.Gateway.Tests;

/// <summary>Two channels of one board: neither goes unwatched, and neither is late, while the other is busy with something long.</summary>
[TestClass]
public sealed class TurnsTests
{
    const string Charge = """
        name: charge
        record: {dt: 0.1 s}
        steps:
          - Charge at C/10 for 20 minutes
        """;

    /// <summary>Everything that takes long: zeros, connections for both modes, changes of range, disconnections.</summary>
    const string Busy = """
        name: busy
        record: {dt: 0.1 s}
        steps:
          - Rest for 2 seconds
          - repeat: 2
            steps:
              - Charge at C/20 for 5 seconds
              - {step: constant_voltage, voltage: 3.6 V, largest_current: 0.9 mA, range: auto, until: [time > 10 s]}
              - Rest for 2 seconds
              - Discharge at C/3 for 5 seconds
        """;

    [TestMethod]
    [DataRow("reference")]
    [DataRow("waveshare-series-shunt")]
    public void HardLimitOfOne_WhileTheOtherIsBusy_OpensItsRelayInTime(string board)
    {
        var (worst, allowed) = (0.0, 0.0);
        // From before the other begins until it has ended, at moments that fall into all parts of what it does.
        for (var i = 0; i < 24; i++)
        {
            using var rig = new TwoChannels(board);
            rig.Begin(1, Charge);
            rig.RunUntil(10);
            rig.Begin(2, Busy);
            var (crossed, opened) = (10.013 + i * 0.2917, double.NaN);
            var relay = rig.Profile.Channels[0].Pins.CellRelay;
            rig.Twin.PinChanged = change => opened = change.Pin == relay && !change.IsHigh ? change.Nanoseconds * 1e-9 : opened;
            rig.At(crossed, () => rig.Twin.Channels[0].CellFault = CellFault.Shorted);
            rig.RunUntil(crossed + 2);
            Assert.AreEqual(RunState.StoppedByLimit, rig.Run(1).Live.State, $"{board}, crossed at {crossed:0.000} s: {rig.Run(1).Message}");
            worst = Math.Max(worst, opened - crossed);
            allowed = 2 * rig.Profile.ScanPeriodNanoseconds * 1e-9 + 1.5 / rig.Profile.DataRate + 0.02;
            Assert.IsLessThan(allowed, opened - crossed, $"{board}, crossed at {crossed:0.000} s, {(rig.Run(2).Live.Step is null ? "while the other began" : "while the other ran")}");
        }
        Console.WriteLine($"{board}: at most {worst:0.000} s of {allowed:0.000} s");
    }

    [TestMethod]
    [DataRow("reference")]
    [DataRow("waveshare-series-shunt")]
    public void OneIsBusy_NoRowOfTheOtherIsLate(string board)
    {
        using var rig = new TwoChannels(board);
        rig.Begin(1, Charge);
        rig.RunUntil(10);
        rig.Begin(2, Busy);
        rig.RunUntil(400);
        Assert.AreEqual(RunState.Done, rig.Run(2).Live.State, rig.Run(2).Message);
        Assert.AreEqual(RunState.Running, rig.Run(1).Live.State, rig.Run(1).Message);
        for (var channel = 1; channel <= 2; channel++)
        {
            var rows = rig.Samples[channel - 1];
            Assert.AreEqual(0, rig.Run(channel).Live.LateScans, $"{board}, channel {channel}");
            Assert.AreEqual(0, rig.Run(channel).Live.MissedScans, $"{board}, channel {channel}");
            Assert.IsEmpty(rows.Where(r => r.Flags.HasFlag(SampleFlags.Late)).ToList());
        }
        var times = rig.Samples[0].Select(s => s.VoltageNanoseconds).ToList();
        Assert.IsGreaterThan(500, times.Count);
        Assert.IsLessThan(1.5 * rig.Profile.ScanPeriodNanoseconds, times.Zip(times.Skip(1), (a, b) => (double)(b - a)).Max(), "the longest time between two rows of channel 1, ns");
    }

    /// <summary>A part that waits for the other one's scan leaves a longer gap in a change of range; what flowed meanwhile must still be counted as well as alone.</summary>
    [TestMethod]
    [DataRow("reference")]
    [DataRow("waveshare-series-shunt")]
    public void ChargeInTurns_IsCountedAsWellAsAlone(string board)
    {
        var alone = MiscountOfBusy(board, beside: false);
        var inTurns = MiscountOfBusy(board, beside: true);
        Assert.AreEqual(alone, inTurns, 0.005, $"{board}: charge that was not counted, as a part of what flowed");
    }

    static double MiscountOfBusy(string board, bool beside)
    {
        using var rig = new TwoChannels(board);
        if (beside)
        {
            rig.Begin(1, Charge);
            rig.RunUntil(10);
        }
        rig.Begin(2, Busy);
        rig.RunUntil(400);
        Assert.AreEqual(RunState.Done, rig.Run(2).Live.State, rig.Run(2).Message);
        var through = rig.Markers[1].OfType<SegmentEnded>().Sum(s => s.Integrals.ChargeCoulombs + s.Integrals.DischargeCoulombs);
        return (rig.Run(2).Live.NetCoulombs - rig.Twin.Channels[1].CellCoulombs) / through;
    }
}
