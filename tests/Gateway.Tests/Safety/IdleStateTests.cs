using CoinRig.Control;
using CoinRig.Temperature;
using CoinRig.Twin;

namespace CoinRig.Gateway.Tests;

/// <summary>Whatever ends a run, the cell is disconnected, in the right order, and the run says why.</summary>
[TestClass]
public sealed class IdleStateTests
{
    const string Charge = """
        name: charge
        steps:
          - Charge at C/10 for 1 hour or until 4.2 V
        """;

    const string Hold = """
        name: hold
        steps:
          - {step: constant_voltage, voltage: 3.75 V, for: 1 h, largest_current: 0.9 mA}
        """;

    [TestMethod]
    [DataRow(Charge)]
    [DataRow(Hold)]
    public void NormalEnd(string protocol)
    {
        using var bench = new TwinBench(protocol);
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        bench.AssertIdle();
    }

    [TestMethod]
    [DataRow(Charge)]
    [DataRow(Hold)]
    public void StopByPerson(string protocol)
    {
        using var bench = new TwinBench(protocol);
        bench.RunFor(60);
        Assert.AreNotEqual(0, bench.Channel.CellAmperes);
        bench.Run.RequestStop("Ctrl-C");
        Assert.AreEqual(RunState.StoppedByPerson, bench.RunToEnd());
        bench.AssertIdle();
        CollectionAssert.Contains(bench.EventCodes.ToList(), "stopped");
    }

    [TestMethod]
    public void ProtocolLimit()
    {
        using var bench = new TwinBench(Charge + "\nlimits: {voltage: 2.5 V .. 4.3 V}\n");
        bench.RunFor(60);
        bench.Channel.CellFault = CellFault.Open;
        var state = bench.RunToEnd();
        Assert.AreEqual(RunState.StoppedByLimit, state, bench.Run.Message);
        bench.AssertIdle();
    }

    [TestMethod]
    [DataRow(AdcSilence.Zeros)]
    [DataRow(AdcSilence.Ones)]
    public void AdcStopsAnswering(AdcSilence silence)
    {
        using var bench = new TwinBench(Charge);
        bench.RunFor(60);
        bench.Twin.Faults.AdcSilent = silence;
        var before = bench.Clock.Nanoseconds;
        Assert.AreEqual(RunState.Failed, bench.RunToEnd());
        bench.AssertIdle();
        var opened = bench.Pins.Last(p => p is { Pin: "relay", IsHigh: false }).Nanoseconds;
        Assert.IsTrue(opened - before < 300_000_000, $"the relay was let go only after {(opened - before) / 1e6} ms");
        CollectionAssert.Contains(bench.EventCodes.ToList(), "adc-silent");
    }

    [TestMethod]
    public void DataReadyStuckHigh_IsAFaultAndNotZeroVolts()
    {
        using var bench = new TwinBench(Charge);
        bench.RunFor(60);
        bench.Twin.Faults.DataReadyStuck = StuckLevel.High;
        Assert.AreEqual(RunState.Failed, bench.RunToEnd());
        bench.AssertIdle();
    }

    [TestMethod]
    public void DiskFull_RecorderGivesUp()
    {
        using var bench = new TwinBench(Charge);
        bench.RunFor(60);
        bench.Feed.ReaderFault = new IOException("database or disk is full");
        Assert.AreEqual(RunState.Failed, bench.RunToEnd());
        bench.AssertIdle();
        StringAssert.Contains(bench.Run.Message, "disk is full");
    }

    [TestMethod]
    public void ExceptionInAnotherLayer()
    {
        var thermometer = new BrokenThermometer();
        using var bench = new TwinBench(Charge, thermometer: thermometer);
        bench.RunFor(60);
        thermometer.IsBroken = true;
        Assert.AreEqual(RunState.Failed, bench.RunToEnd());
        bench.AssertIdle();
        StringAssert.Contains(bench.Run.Message, "one wire too few");
    }

    [TestMethod]
    public void RelayWelded_IsAnAlarmAndNoCurrentIsDriven()
    {
        using var bench = new TwinBench(Charge);
        bench.RunFor(60);
        bench.Channel.RelayFault = RelayFault.Welded;
        bench.Run.RequestStop("Ctrl-C");
        bench.RunToEnd();
        bench.AssertIdle();
        Assert.IsTrue(bench.Channel.IsRelayContactClosed);
        CollectionAssert.Contains(bench.EventCodes.ToList(), "relay-welded");
    }

    [TestMethod]
    public void RelayWeldedBefore_IsRefused()
    {
        using var bench = new TwinBench(Charge);
        bench.Channel.RelayFault = RelayFault.Welded;
        Assert.AreEqual(RunState.Failed, bench.RunToEnd());
        bench.AssertIdle();
        StringAssert.Contains(bench.Run.Message, "welded");
        Assert.IsFalse(bench.Pins.Any(p => p is { Pin: "relay", IsHigh: true }));
    }

    [TestMethod]
    public void DacSilent_SmallestRangeForOneConversionAtMost()
    {
        using var bench = new TwinBench(Charge, plant: twin => twin.Faults.IsDacDead = true);
        Assert.AreEqual(RunState.Failed, bench.RunToEnd());
        bench.AssertIdle();
        CollectionAssert.Contains(bench.EventCodes.ToList(), "output-fault");
        Assert.IsTrue(Math.Abs(bench.Channel.CellCoulombs) < 105e-6 * 0.1, $"{bench.Channel.CellCoulombs} C went through the cell");
    }

    [TestMethod]
    [DataRow(CellFault.Reversed, "wrong way round")]
    [DataRow(CellFault.Shorted, "shorted")]
    public void BadCell_IsNeverConnected(CellFault fault, string word)
    {
        using var bench = new TwinBench(Charge);
        bench.Channel.CellFault = fault;
        Assert.AreEqual(RunState.Failed, bench.RunToEnd());
        bench.AssertIdle();
        StringAssert.Contains(bench.Run.Message, word);
        StringAssert.Contains(bench.Run.Message, " V");
        Assert.IsFalse(bench.Pins.Any(p => p is { Pin: "relay", IsHigh: true }));
    }

    [TestMethod]
    public void SenseLeadOff_IsNeverConnected()
    {
        using var bench = new TwinBench(Charge);
        bench.Channel.IsSenseLeadOff = true;
        Assert.AreEqual(RunState.Failed, bench.RunToEnd());
        bench.AssertIdle();
        StringAssert.Contains(bench.Run.Message, "sense lead");
    }

    [TestMethod]
    public void SenseLeadComesOff_WhileCharging_OpensTheRelayAtOnce()
    {
        using var bench = new TwinBench(Charge);
        bench.RunFor(60);
        bench.Channel.IsSenseLeadOff = true;
        var before = bench.Clock.Nanoseconds;
        Assert.AreEqual(RunState.StoppedByLimit, bench.RunToEnd(), bench.Run.Message);
        bench.AssertIdle();
        Assert.IsTrue(bench.Pins.Last(p => p is { Pin: "relay", IsHigh: false }).Nanoseconds - before < 300_000_000);
    }

    [TestMethod]
    public void RelayStuckOpen_IsAComplianceFault()
    {
        using var bench = new TwinBench(Charge);
        bench.Channel.RelayFault = RelayFault.StuckOpen;
        Assert.AreEqual(RunState.Failed, bench.RunToEnd());
        bench.AssertIdle();
        CollectionAssert.Contains(bench.EventCodes.ToList(), "compliance");
    }

    [TestMethod]
    public void Glitch_DoesNotEndARun()
    {
        using var bench = new TwinBench(Charge);
        bench.RunFor(60);
        bench.Twin.Faults.GlitchProbability = 1e-5;
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        bench.AssertIdle();
    }

    sealed class BrokenThermometer : IThermometer
    {
        internal bool IsBroken { get; set; }

        public bool TryRead(out UnitsNet.Temperature temperature)
        {
            temperature = UnitsNet.Temperature.FromDegreesCelsius(25);
            return IsBroken ? throw new InvalidOperationException("one wire too few") : true;
        }
    }
}
