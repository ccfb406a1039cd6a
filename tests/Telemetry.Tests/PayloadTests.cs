using System.Text.Json;
using System.Text.Json.Nodes;
using CoinRig.Control;
using CoinRig.Runs;
using CoinRig.Telemetry.Payloads;
using CoinRig.Telemetry.Publishing;
using CoinRig.Telemetry.Tests.Doubles;
using CsCheck;

namespace CoinRig.Telemetry.Tests;

[TestClass]
public sealed class PayloadTests
{
    static readonly RunHeader Header = new MemoryRun().Header;

    [TestMethod]
    public void Sample_WithEverything_IsAFlatObject()
    {
        var sample = MemoryRun.SampleAt(12);
        (sample.Volts, sample.Amperes, sample.DegreesCelsius) = (3.8123, -1.25e-5, 25.5);
        sample.Flags = SampleFlags.AfterStep | SampleFlags.OpenCircuit;
        Assert.AreEqual(OneLine("""
            {"run":"gitt-ncm523-lpo__001","seq":12,"time":1767225601200,"seconds":1.2,"current_seconds":1.24,"voltage":3.8123,
            "current":-1.25E-05,"charge":4,"energy":1.7142857142857142,"temperature":25.5,"step":1,"segment":0,"cycle":1,
            "flags":"after-step open-circuit"}
            """), JsonSerializer.Serialize(SamplePayload.Of(Header, sample), PayloadJson.Default.SamplePayload));
    }

    [TestMethod]
    public void Flags_EachHasAWord()
    {
        foreach (var flag in Enum.GetValues<SampleFlags>().Where(f => f != SampleFlags.None))
        {
            var sample = MemoryRun.SampleAt(1);
            sample.Flags = flag;
            var word = string.Concat(flag.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
            StringAssert.Contains(JsonSerializer.Serialize(SamplePayload.Of(Header, sample), PayloadJson.Default.SamplePayload), $"\"flags\":\"{word}\"");
        }
    }

    [TestMethod]
    public void Sample_WithoutSensorAndFlags_LeavesThemOut()
    {
        var json = JsonSerializer.Serialize(SamplePayload.Of(Header, MemoryRun.SampleAt(1)), PayloadJson.Default.SamplePayload);
        Assert.IsFalse(json.Contains("temperature", StringComparison.Ordinal));
        Assert.IsFalse(json.Contains("flags", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Sample_AnyDouble_ReadsBackToTheSameBits() => Gen.Double.Sample(volts =>
    {
        var sample = MemoryRun.SampleAt(1);
        sample.Volts = volts;
        var voltage = JsonNode.Parse(JsonSerializer.Serialize(SamplePayload.Of(Header, sample), PayloadJson.Default.SamplePayload))!["voltage"];
        return double.IsFinite(volts)
            ? BitConverter.DoubleToInt64Bits(volts) == BitConverter.DoubleToInt64Bits(voltage!.GetValue<double>())
            : voltage is null;
    });

    [TestMethod]
    public void Result_WithDetails_StaysFlat()
    {
        var row = MemoryRun.Result with
        {
            Uncertainty = double.NaN,
            Details = new Dictionary<string, object> { ["at_seconds"] = 0.08, ["pulse"] = 3L, ["branch"] = "anodic", ["value"] = 1.0, ["lost"] = double.NaN },
        };
        Assert.AreEqual(OneLine("""
            {"run":"gitt-ncm523-lpo__001","id":5,"time":1767225661500,"seconds":61.5,"name":"step_resistance","value":12.5,"unit":"ohm",
            "flags":"charge-transfer-included","cycle":2,"step":7,"at_seconds":0.08,"pulse":3,"branch":"anodic","detail_value":1}
            """),
            JsonSerializer.Serialize(ResultPayload.Of(Header, 5, row), PayloadJson.Default.ResultPayload));
    }

    [TestMethod]
    public void Event_OfARun_SaysWhatAndWhen() => Assert.AreEqual(
        """{"run":"gitt-ncm523-lpo__001","id":2,"time":1767225602500,"seconds":2.5,"code":"relay-welded","severity":"alarm","message":"Open the box."}""",
        JsonSerializer.Serialize(EventPayload.Of(Header, 2, new RigEvent(2_500_000_000, "relay-welded", EventSeverity.Alarm, "Open the box.")),
            PayloadJson.Default.EventPayload));

    [TestMethod]
    public void Info_OfATwin_HasItsSeed() => Assert.AreEqual(
        OneLine("""
            {"lab":"lab","rig":"bench-1","software_version":"0.1.0","profile":"reference","source":"twin","seed":1,"run":"gitt-ncm523-lpo__001","channel":1,
            "protocol":"gitt","cell":"ncm523-lpo","started":1767225600000}
            """),
        JsonSerializer.Serialize(InfoPayload.Of(Publishers.Topics, Header), PayloadJson.Default.InfoPayload));

    [TestMethod]
    public void State_OfAChannel_UsesTheNamesOfASample()
    {
        var state = JsonNode.Parse(JsonSerializer.Serialize(StatePayload.Of(Header, MemoryRun.SampleAt(10), RunState.StoppedByLimit, "gitt"),
            PayloadJson.Default.StatePayload))!.AsObject();
        Assert.AreEqual("stopped-by-limit", state["state"]!.GetValue<string>());
        Assert.AreEqual(10, state["seq"]!.GetValue<int>());
        Assert.AreEqual(1767225601000, state["time"]!.GetValue<long>());
        Assert.IsFalse(state.ContainsKey("temperature"));
    }

    [TestMethod]
    public void Batch_OfLongSamples_StaysUnder64KiBAndHoldsHundreds()
    {
        var stream = new SampleStream(new MemoryRun(2000), Publishers.Topics, Publishers.Options(new BrokerAddress("localhost", 1)));
        var message = new Message();
        Assert.IsTrue(stream.TryNext(message));
        Assert.IsLessThan(64 * 1024, message.Payload.Length);
        Assert.IsGreaterThan(200, message.Position);
    }

    static string OneLine(string text) => text.ReplaceLineEndings("");
}
