using CoinRig.Control;
using CoinRig.Protocols;
using CoinRig.Runs;

namespace CoinRig.Bench;

/// <summary>The file of a month at ten rows a second: readings as ADC codes with noise, six hundred cycles of a charge and a discharge.</summary>
static class MonthOfRows
{
    const long Rows = 30L * 86_400 * 10;
    const int Steps = 1200;
    const double VoltsPerCode = 5.0 / 8388607;

    /// <summary>Writes it and gives its path.</summary>
    internal static string Write(string directory)
    {
        var feed = new Feed(8192);
        using var recorder = new Recorder(RunFile.Create(directory, Header), feed, [], CommitRule.FullSpeed);
        var random = new Random(1);
        var sample = new Sample { Cycle = 1, DegreesCelsius = double.NaN };
        var segment = new Segment(SegmentRole.ConstantCurrent, ControlMode.Current, Waveform.Constant(1e-4), [], new RecordRule(0.1, double.PositiveInfinity, double.PositiveInfinity), 1e-4);
        var step = new Step(1, "constant_current", "Charge at C/5 for 36 minutes", 1, [segment], false, []);
        for (long row = 0; row < Rows; row++)
        {
            var amperes = row / (Rows / Steps) % 2 == 0 ? 1e-4 : -1e-4;
            if (row % (Rows / Steps) == 0)
            {
                Begin(feed, ref sample, step, segment);
            }
            sample.Sequence++;
            sample.VoltageNanoseconds += 100_000_000;
            sample.CurrentNanoseconds = sample.VoltageNanoseconds + 40_208_333;
            sample.Volts = Math.Round((3.7 + amperes * 1000) * 0.5 / VoltsPerCode + 2 * Normal(random)) * VoltsPerCode / 0.5;
            sample.Amperes = Math.Round(amperes * 40_000 / VoltsPerCode + 2 * Normal(random)) * VoltsPerCode / 40_000;
            sample.NetCoulombs += sample.Amperes * 0.1;
            sample.NetJoules += sample.Amperes * sample.Volts * 0.1;
            while (!feed.TryWrite(new FeedEntry { Kind = FeedKind.Sample, Sample = sample }))
            {
                recorder.Drain();
            }
        }
        feed.TryWrite(new FeedEntry { Kind = FeedKind.Marker, Marker = new RunEnded(sample.VoltageNanoseconds, RunState.Done, "") });
        recorder.Drain();
        return recorder.Path;
    }

    static void Begin(Feed feed, ref Sample sample, Step step, Segment segment)
    {
        if (sample.StepCount > 0)
        {
            Put(feed, new SegmentEnded(sample.VoltageNanoseconds, sample.VoltageNanoseconds, sample.StepCount, 0, EndReason.Condition, "time", default, sample.Volts, sample.Amperes));
            Put(feed, new StepEnded(sample.VoltageNanoseconds, sample.StepCount, EndReason.Condition, "time"));
        }
        sample.StepCount++;
        sample.Cycle = (sample.StepCount + 1) / 2;
        Put(feed, new StepStarted(sample.VoltageNanoseconds, sample.StepCount, step, sample.Cycle, new ProgramPosition(0, [])));
        Put(feed, new SegmentStarted(sample.VoltageNanoseconds, sample.StepCount, 0, segment, sample.Cycle, 1e-4, "100 uA", sample.Volts, sample.Amperes));
    }

    static void Put(Feed feed, Marker marker) => feed.TryWrite(new FeedEntry { Kind = FeedKind.Marker, Marker = marker });

    static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    static RunHeader Header { get; } = new()
    {
        RunId = RunNames.Stem("month", "cell", "reference", 1),
        StartedUtc = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        ProtocolName = "a month",
        ProtocolText = "",
        CellName = "cell",
        CellText = "",
        ProfileName = "reference",
        ProfileText = "",
        Channel = 1,
        Source = "twin",
        Seed = 1,
        SoftwareVersion = "bench",
    };
}
