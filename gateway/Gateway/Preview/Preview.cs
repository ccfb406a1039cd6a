using System.Globalization;
using CoinRig.Analysis;
using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.FrontEnd;
using CoinRig.Protocols;
using CoinRig.Runs;
using CoinRig.Twin;

namespace CoinRig.Gateway;

/// <summary>What a plan would do to its cell: the run itself, its sequencer and its limits, on a cell model without chips.</summary>
/// <param name="State">How it would end.</param>
/// <param name="Message">Why, in words; empty for a run that is done.</param>
/// <param name="Seconds">How long it would take, s.</param>
/// <param name="Scans">How many scans were computed.</param>
/// <param name="Samples">How many samples the run would record.</param>
/// <param name="Steps">What each step would do.</param>
/// <param name="Results">The results that the run would have.</param>
/// <param name="File">What figures draw.</param>
sealed record Preview(RunState State, string Message, double Seconds, long Scans, long Samples, IReadOnlyList<PreviewedStep> Steps, IReadOnlyList<ResultRow> Results, AnalyzedFile File)
{
    /// <summary>What stands for the file where there is none.</summary>
    const string Format = "preview";

    /// <summary>A plan that goes on for longer does not end by itself, s.</summary>
    const double LongestSeconds = 2 * 365.25 * 86_400;

    /// <summary>Computes it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="profile">The board: its ranges, span and scans.</param>
    /// <param name="channel">The board's channel, from 1.</param>
    /// <param name="seed">Draws the true cell as the twin of a run with that seed does; null takes the cell as its file states it.</param>
    /// <param name="mostScans">After so many scans no more is computed.</param>
    /// <exception cref="PlanRefusedException">The channel cannot do what the plan asks for.</exception>
    internal static Preview Of(Plan plan, BoardProfile profile, int channel, long? seed, long mostScans = long.MaxValue)
    {
        var clock = new VirtualClock();
        var ideal = new IdealChannel(profile, channel, CellModelFactory.Create(plan.Cell, seed ?? 0, draw: seed is not null), clock);
        var collector = new RunCollector(plan.Cell, MeasurementUncertainty.None);
        var steps = new StepCollector();
        var results = new CommittedResults();
        var feed = new Feed(1024);
        var samples = 0L;
        void Drain()
        {
            while (feed.TryRead(out var entry))
            {
                if (entry.Kind == FeedKind.Sample)
                {
                    samples++;
                    collector.OnSample(entry.Sample);
                }
                else if (entry.Marker is { } marker)
                {
                    steps.Take(marker);
                    collector.OnMarker(marker, results.Add);
                }
            }
        }
        var settings = new RunSettings(profile.ScanPeriodNanoseconds, 0, new RoomThermometer()) 
        {
            Pace = new AdaptivePace(ideal, clock, profile.ScanPeriodNanoseconds),
            Results = results,
            Waits = new NobodyToWaitFor(),
        };
        var run = new ChannelRun(plan, ideal, clock, new FeedWriter(feed, Drain, Drain), settings);
        while (!run.HasEnded)
        {
            clock.WaitUntil(run.NextDue);
            if (clock.Nanoseconds * 1e-9 > LongestSeconds)
            {
                run.RequestStop("After two years it had not ended, and no more was computed.");
            }
            if (run.Live.Scans > mostScans)
            {
                run.RequestStop("No more was computed.");
            }
            run.Scan();
            Drain();
        }
        var seconds = clock.Nanoseconds * 1e-9;
        return new(run.Live.State, run.Message, seconds, run.Live.Scans, samples, steps.Steps, collector.Results, collector.ToFile(plan.SourceName, Format, Facts(plan)));
    }

    static KeyValuePair<string, string>[] Facts(Plan plan) =>
        [new("protocol", $"Preview of {plan.Name}"), new("cell", plan.Cell.Name), new("steps", plan.Steps.Count().ToString(CultureInfo.InvariantCulture))];
}
