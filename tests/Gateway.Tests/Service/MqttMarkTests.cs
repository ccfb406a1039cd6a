using CoinRig.Control;
using CoinRig.Runs;
using CoinRig.Telemetry;
using CoinRig.Telemetry.Publishing;
using MQTTnet;
using MQTTnet.Protocol;

namespace CoinRig.Gateway.Tests;

/// <summary>Marks over MQTT: taken where the rig file allows them, refused where it does not.</summary>
[TestClass]
public sealed class MqttMarkTests
{
    const string Rig = """
        boards: [{profile: reference, channels: [1]}]
        queue:
          - {channel: 1, protocol: long.yaml, cell: ncm523-lpo}
        """;

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Mark_OverMqtt_IsTakenWhereAllowed(bool isAllowed)
    {
        await using var served = await ServedRig.StartAsync($"mqtt: {{marks: {(isAllowed ? "true" : "false")}}}\n{Rig}", speed: 50);
        await served.StateAsync(1, "running");
        var address = served.Service.Status().Telemetry!.Split(' ')[2];
        using var client = new MqttClientFactory().CreateMqttClient();
        var broker = BrokerAddress.Parse(address);
        await client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer(broker.Host, broker.Port).WithProtocolVersion(MQTTnet.Formatter.MqttProtocolVersion.V500).Build());
        // The service may still be on its way to its own broker: until it listens nobody takes the message.
        await ServedRig.UntilAsync(() =>
        {
            var answer = client.PublishStringAsync("coinrig/lab/rig/cmd/ch/1/mark", "AFM image 12 starts", MqttQualityOfServiceLevel.AtLeastOnce).GetAwaiter().GetResult();
            return isAllowed ? answer.ReasonCode == MqttClientPublishReasonCode.Success : answer.ReasonCode == MqttClientPublishReasonCode.NotAuthorized;
        }, "the broker answered");
        if (isAllowed)
        {
            await ServedRig.UntilAsync(() =>
            {
                using var run = RunFileReader.Open(served.FilesOf(1).Single());
                return run.Marks().Any(m => m is { Text: "AFM image 12 starts", Source: MarkSource.Mqtt });
            }, "the mark was in the file");
        }
    }

    [TestMethod]
    [DataRow("AFM image 12 starts", "AFM image 12 starts")]
    [DataRow("{\"text\": \" AFM \"}", "AFM")]
    [DataRow("{\"text\": 5}", null)]
    [DataRow("{", null)]
    [DataRow("", null)]
    [DataRow("two\nlines", null)]
    public void Payload_IsATextOrAnObjectWithOne(string payload, string? text) => Assert.AreEqual(text, RigPresence.TextOf(System.Text.Encoding.UTF8.GetBytes(payload)));
}
