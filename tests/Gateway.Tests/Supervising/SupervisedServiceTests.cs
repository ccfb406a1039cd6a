using CoinRig.Control;
using CoinRig.Runs;
using CoinRig.Telemetry;
using MQTTnet;
using MQTTnet.Protocol;

namespace CoinRig.Gateway.Tests;

/// <summary>A service whose boards have supervisors.</summary>
[TestClass]
public sealed class SupervisedServiceTests
{
    const string TwoChannels = """
        mqtt: off
        boards: [{profile: reference}]
        queue:
          - {channel: 1, protocol: short.yaml, cell: ncm523-lpo}
          - {channel: 2, protocol: short.yaml, cell: ncm523-pristine}
          - {channel: 2, protocol: short.yaml, cell: ncm523-pristine}
        """;

    [TestMethod]
    public async Task TwoChannels_OfOneBoard_AreBothWatched()
    {
        await using var served = await ServedRig.StartAsync(TwoChannels);
        await served.AtRestAsync();
        foreach (var (channel, runs) in ((int, int)[])[(1, 1), (2, 2)])
        {
            Assert.HasCount(runs, served.FilesOf(channel));
            foreach (var file in served.FilesOf(channel))
            {
                using var run = RunFileReader.Open(file);
                Assert.AreEqual(RunState.Done, run.Header.State, run.Header.StateMessage);
                StringAssert.Contains(run.Events().Single(e => e.Event.Code == "supervised").Event.Message, $"when channel {channel} is not within 1.900 to 4.600 V");
            }
        }
    }

    /// <summary>The door is opened when the relay closes for the third time.</summary>
    [TestMethod]
    public async Task Trip_IsAnAlarm_OverMqttToo_AndHoldsTheChannel()
    {
        using var folder = new TempFolder();
        var told = folder.File("told");
        await using (var served = await ServedRig.StartAsync(TwoChannels.Replace("mqtt: off\n", "", StringComparison.Ordinal).Replace("{profile: reference}", "{profile: reference, channels: [1]}", StringComparison.Ordinal)
            .Replace("channel: 2", "channel: 1", StringComparison.Ordinal), onAlarm: $"echo $COINRIG_CODE $COINRIG_MESSAGE > {told}", supervised: (twin, supervisor) =>
            {
                var closed = 0;
                twin.PinChanged = change =>
                {
                    closed += change is { Pin: 5, IsHigh: true } ? 1 : 0;
                    if (closed == 2)
                    {
                        supervisor.DoorIsClosed = false;
                    }
                };
            }))
        {
            await served.StateAsync(1, "held");
            StringAssert.Contains(served.Channel(1).Reason, "door-open");
            Assert.HasCount(1, served.FilesOf(1));
            StringAssert.Contains(await RetainedAsync(served.Service.Status().Telemetry!.Split(' ')[2], "coinrig/lab/rig/alarm/supervisor-tripped"), "door open");
        }
        var alarm = File.ReadAllText(told);
        StringAssert.StartsWith(alarm, "supervisor-tripped");
        StringAssert.Contains(alarm, "door open");
    }

    /// <summary>What who comes later is told of a topic.</summary>
    static async Task<string> RetainedAsync(string address, string topic)
    {
        using var client = new MqttClientFactory().CreateMqttClient();
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        client.ApplicationMessageReceivedAsync += message =>
        {
            told.TrySetResult(message.ApplicationMessage.ConvertPayloadToString());
            return Task.CompletedTask;
        };
        var broker = BrokerAddress.Parse(address);
        await client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer(broker.Host, broker.Port).Build());
        await client.SubscribeAsync(topic, MqttQualityOfServiceLevel.AtLeastOnce);
        await ServedRig.UntilAsync(() => told.Task.IsCompleted, $"{topic} was told");
        return await told.Task;
    }
}
