using CoinRig.Protocols;

namespace CoinRig.Control.Tests;

[TestClass]
public sealed class AutoRangeTests
{
    readonly RangedChannel _channel = new(0);
    readonly AutoRange _ranges;
    int _changes;

    public AutoRangeTests() => _ranges = new(_channel);

    [TestMethod]
    public void GrowingCurrent_GoesUpBeforeItLeavesTheRange_AndDownFarBelow()
    {
        Begin(5e-3);
        for (var amperes = 1e-6; amperes < 5e-3; amperes *= 1.01)
        {
            Take(amperes);
            Assert.IsLessThan(1.0, amperes / _channel.Range.FullScaleAmperes);
        }
        Assert.AreEqual("10 mA", _channel.Range.Name);
        Assert.AreEqual(2, _changes);
        for (var amperes = 5e-3; amperes > 1e-6; amperes /= 1.001)
        {
            Take(amperes);
        }
        Assert.AreEqual("100 uA", _channel.Range.Name);
        Assert.AreEqual(4, _changes);
    }

    [TestMethod]
    [DataRow(95e-6, 0)]
    [DataRow(95e-6, 1)]
    [DataRow(60e-6, 0)]
    [DataRow(60e-6, 1)]
    public void CurrentAtAThreshold_WithNoise_ChangesAtMostOnce(double amperes, int range)
    {
        _channel.Range = _channel.Reach.Ranges[range];
        Begin(1e-3);
        var random = new Random(1);
        for (var i = 0; i < 100_000; i++)
        {
            Take(amperes * (1 + 0.1 * (random.NextDouble() - 0.5)));
        }
        Assert.IsLessThanOrEqualTo(1, _changes);
    }

    [TestMethod]
    public void OneDisturbedReading_ChangesNothing()
    {
        _channel.Range = _channel.Reach.Ranges[1];
        Begin(5e-3);
        for (var i = 0; i < 1000; i++)
        {
            Take(i % 10 == 0 ? 1.1e-3 : 0.5e-3);
            Take(i % 10 == 5 ? 1e-6 : 0.5e-3);
        }
        Assert.AreEqual(0, _changes);
    }

    [TestMethod]
    public void LargestExpectedCurrent_BoundsTheRange()
    {
        Begin(0.5e-3);
        Take(0.99e-4);
        Take(0.99e-4);
        Assert.AreEqual("1 mA", _channel.Range.Name);
        Assert.IsFalse(_ranges.CanRaise);
        for (var i = 0; i < 10; i++)
        {
            Take(0.99e-3);
        }
        Assert.AreEqual(1, _changes);
    }

    [TestMethod]
    public void SegmentWithoutTheKey_StaysWhereItIs()
    {
        _ranges.Begin(Segment(5e-3, default));
        Assert.IsFalse(_ranges.CanRaise);
        Assert.IsNull(_ranges.Wanted(0.99e-4, mayLower: true));
        Assert.IsNull(_ranges.Wanted(0.99e-4, mayLower: true));
    }

    void Begin(double largest) => _ranges.Begin(Segment(largest, new(IsAuto: true, 0)));

    void Take(double amperes)
    {
        if (_ranges.Wanted(amperes, mayLower: true) is { } range)
        {
            Assert.AreNotSame(_channel.Range, range);
            (_channel.Range, _changes) = (range, _changes + 1);
            _ranges.Forget();
        }
    }

    static Segment Segment(double largest, RangeRule rule) =>
        new(SegmentRole.ConstantVoltage, ControlMode.Voltage, Waveform.Constant(4), [], new(10, 1, 1), largest) { Range = rule };
}
