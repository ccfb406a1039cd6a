using CoinRig.Control;
using CoinRig.Temperature;

namespace CoinRig.Gateway.Tests;

/// <summary>A temperature limit holds only while there is a temperature.</summary>
[TestClass]
public sealed class LostSensorTests
{
    const string Steps = "steps:\n  - Charge at C/10 for 1 hour\n";

    [TestMethod]
    public void SensorOfALimit_GoneForGood_EndsTheRun()
    {
        var thermometer = new Wire();
        using var bench = new TwinBench("name: t\nlimits: {temperature: 45 degC}\n" + Steps, thermometer: thermometer);
        bench.RunFor(60);
        thermometer.IsBroken = true;
        Assert.AreEqual(RunState.StoppedByLimit, bench.RunToEnd());
        bench.AssertIdle();
        CollectionAssert.Contains(bench.EventCodes.ToList(), "limit-unknown");
        Assert.IsTrue(bench.Clock.Nanoseconds < 95_000_000_000);
    }

    [TestMethod]
    public void SensorOfALimit_GoneForAMoment_DoesNot()
    {
        var thermometer = new Wire();
        using var bench = new TwinBench("name: t\nlimits: {temperature: 45 degC}\n" + Steps, thermometer: thermometer);
        for (var i = 0; i < 10; i++)
        {
            thermometer.IsBroken = !thermometer.IsBroken;
            bench.RunFor(20);
        }
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
    }

    [TestMethod]
    public void SensorThatNoLimitNeeds_MayGo()
    {
        var thermometer = new Wire();
        using var bench = new TwinBench("name: t\n" + Steps, thermometer: thermometer);
        bench.RunFor(60);
        thermometer.IsBroken = true;
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
    }

    sealed class Wire : IThermometer
    {
        internal bool IsBroken { get; set; }

        public bool TryRead(out UnitsNet.Temperature temperature)
        {
            temperature = UnitsNet.Temperature.FromDegreesCelsius(25);
            return !IsBroken;
        }
    }
}
