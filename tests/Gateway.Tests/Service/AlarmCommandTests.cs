using System.Text.Json;
using CoinRig.Twin;

namespace CoinRig.Gateway.Tests;

/// <summary>The command that is started at an alarm.</summary>
[TestClass]
public sealed class AlarmCommandTests
{
    const string Shorted = """
        mqtt: off
        boards: [{profile: reference, channels: [1]}]
        queue:
          - {channel: 1, protocol: short.yaml, cell: ncm523-lpo}
        """;

    [TestMethod]
    public async Task Alarm_StartsTheCommandWithTheAlarm()
    {
        using var folder = new TempFolder();
        var told = folder.File("told");
        await using (var served = await ServedRig.StartAsync(Shorted, (_, twin) => twin.Channels[0].CellFault = CellFault.Shorted, onAlarm: $"cat > {told}.json; echo $COINRIG_CODE $COINRIG_CHANNEL > {told}"))
        {
            await served.AtRestAsync();
        }
        Assert.AreEqual("cell-refused 1", File.ReadAllText(told).Trim());
        var alarm = JsonDocument.Parse(File.ReadAllText(told + ".json")).RootElement;
        Assert.AreEqual("cell-refused", alarm.GetProperty("code").GetString());
        StringAssert.EndsWith(alarm.GetProperty("run").GetString(), ".run.db");
    }

    [TestMethod]
    public async Task CommandThatFails_IsAnEvent()
    {
        await using var served = await ServedRig.StartAsync(Shorted, (_, twin) => twin.Channels[0].CellFault = CellFault.Shorted, onAlarm: "exit 7");
        await served.AtRestAsync();
        await ServedRig.UntilAsync(() => served.Service.Log.Last.Any(e => e.Message.Contains("exit code 7", StringComparison.Ordinal)), "the failure was told");
    }

    [TestMethod]
    public async Task SameAlarm_IsToldOnceAMinute()
    {
        using var folder = new TempFolder();
        var told = folder.File("told");
        await using (var command = new AlarmCommand($"echo $COINRIG_CODE >> {told}", TimeProvider.System, (_, problem) => Assert.Fail(problem)))
        {
            for (var i = 0; i < 1000; i++)
            {
                command.Raise(new("r", 1, "", "limit-voltage", "m", 0, DateTimeOffset.UnixEpoch));
            }
            command.Raise(new("r", 2, "", "limit-voltage", "m", 0, DateTimeOffset.UnixEpoch));
        }
        Assert.HasCount(2, File.ReadAllLines(told));
    }
}
