using CoinRig.Analysis;
using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.Gateway;
using CoinRig.Runs;

namespace CoinRig.Campaign;

/// <summary>Carries out the runs of a campaign on the whole twin, one after another on one thread. A run whose file is there and done is not done again.</summary>
sealed class CampaignRunner(CampaignFile campaign, string directory, TextWriter log)
{
    /// <summary>The files of the runs, in the order of the campaign.</summary>
    /// <exception cref="InvalidOperationException">A run did not come to its end.</exception>
    internal IReadOnlyList<(CampaignRun Run, string Path)> RunAll()
    {
        var paths = new List<(CampaignRun, string)>();
        var clock = new RealClock();
        foreach (var (run, number) in campaign.Runs.Select((r, i) => (r, i + 1)))
        {
            var began = clock.Nanoseconds;
            var path = Finished(run) ?? Carry(run);
            paths.Add((run, path));
            log.WriteLine($"{number}/{campaign.Runs.Count} {run.Plan.SourceName} on {run.Plan.Cell.Name}: {path} ({(clock.Nanoseconds - began) * 1e-9:0.0} s)");
        }
        return paths;
    }

    string Stem(CampaignRun run) => RunNames.Stem(run.Plan.SourceName, run.Plan.Cell.Name, campaign.Board.Name, campaign.Seed);

    /// <summary>A file of this very run that ended well; null where there is none.</summary>
    string? Finished(CampaignRun run)
    {
        foreach (var path in Directory.GetFiles(directory, Stem(run) + "*" + RunNames.Extension).Order(StringComparer.Ordinal))
        {
            using var reader = RunFileReader.Open(path);
            var header = reader.Header;
            if (header.State == RunState.Done && header.ProtocolText == run.Plan.SourceText && header.CellText == run.Plan.Cell.SourceText)
            {
                return path;
            }
        }
        return null;
    }

    string Carry(CampaignRun order)
    {
        var cell = order.Plan.Cell;
        using var rig = TwinRig.WithCell(campaign.Board, cell, 1, campaign.Seed, double.PositiveInfinity);
        rig.Supervisor?.Greet();
        var feed = new Feed();
        var file = RunFile.Create(directory, RunHeader.Of(order.Plan, campaign.Board, 1, campaign.Seed, rig.Clock.UtcNow, RunSession.Version));
        using var recorder = new Recorder(file, feed, [new RunAnalyzer(cell, MeasurementUncertainty.Of(campaign.Board.Channels[0]))], CommitRule.FullSpeed);
        void Drain() => recorder.Drain();
        var run = new ChannelRun(order.Plan, rig.Board.Channels[0], rig.Clock, new FeedWriter(feed, Drain, Drain),
            new RunSettings(campaign.Board.ScanPeriodNanoseconds, 0, rig.Thermometer) { Supervision = RunSession.SupervisionOf(order.Plan, 1, rig) });
        Runner.Run(rig.Clock, order.Marks is { } marks ? [run, new StepMarks(run, rig.Clock, marks)] : [run]);
        recorder.Dispose();
        return run.Live.State == RunState.Done ? file.Path : throw new InvalidOperationException($"{order.Plan.SourceName} on {cell.Name}: {run.Message}");
    }
}
