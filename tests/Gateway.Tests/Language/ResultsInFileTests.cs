using System.Text.Json;
using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Gateway.Tests;

/// <summary>A program that looks at results, carried out as <c>coinrig run</c> does it: recorder and scan on their own threads.</summary>
[TestClass]
public sealed class ResultsInFileTests
{
    const string Text = """
        name: Until a result
        record: {dt: 60 s}
        c_rate: last_discharge_capacity
        steps:
          - repeat: 20
            cycle: true
            until: discharge_capacity > 0.1 mAh and cycle >= 2
            steps:
              - {step: constant_current, label: up, current: 1C, until: 4.1 V}
              - {step: constant_current, current: discharge 1C, until: 3 V}
              - {step: rest, until: [2 min, {when: time > 1 min, goto: up, times: 1}]}
        """;

    [TestMethod]
    public void SameSeed_ReadsTheSameResults_AtTheSamePlaces()
    {
        var folder = Directory.CreateTempSubdirectory("coinrig-language");
        try
        {
            var protocol = Path.Combine(folder.FullName, "until.yaml");
            File.WriteAllText(protocol, Text);
            var first = Markers(folder.FullName, protocol);
            Assert.IsTrue(first.OfType<StepStarted>().Any(s => s.Position.CapacityPart > 0));
            Assert.AreEqual("1 2 3 1", string.Join(' ', first.OfType<StepStarted>().Take(4).Select(s => s.Step.Number)));
            Assert.IsLessThan(20, first.OfType<StepStarted>().Max(s => s.Cycle));
            CollectionAssert.AreEqual(first.Select(Told).ToList(), Markers(folder.FullName, protocol).Select(Told).ToList());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static string Told(Marker marker) => marker switch
    {
        StepStarted s => $"{s.Nanoseconds} {s.Step.Number} {s.Cycle} {string.Join(',', s.Position.Jumps)} {s.Position.CapacityPart:R}",
        SegmentStarted s => $"{s.Nanoseconds} {s.SetValue:R}",
        _ => $"{marker.Nanoseconds} {marker.GetType().Name}",
    };

    static List<Marker> Markers(string folder, string protocol)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = CommandLineApp.Run(["run", protocol, "--cell", "ncm523-lpo", "--no-mqtt", "--out", folder, "--json"], new Session(output, error, false, new RigCommands()));
        Assert.AreEqual(ExitCode.Done, code, error.ToString());
        using var reader = RunFileReader.Open(JsonDocument.Parse(output.ToString()).RootElement.GetProperty("run").GetString()!);
        return [.. reader.Markers()];
    }
}
