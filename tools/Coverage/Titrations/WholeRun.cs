using System.Device.Gpio;
using CoinRig.Analysis;
using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.FrontEnd;
using CoinRig.Protocols;
using CoinRig.Runs;
using CoinRig.Twin;

namespace CoinRig.Coverage;

/// <summary>
/// Titrates a cell through everything: emulated chips, drivers, front end, control, recorder, analysis. Board errors and noise
/// are drawn; the geometry is the stated one, so that what is left is the measurement's own error.
/// </summary>
static class WholeRun
{
    /// <summary>The pulses of one run.</summary>
    public static List<TitratedPulse> Run(string board, string cellName, string protocol, long seed)
    {
        var cell = TitrationCampaign.Cell(cellName);
        var profile = BoardProfileFile.Load(Path.Combine(AppContext.BaseDirectory, "boards", $"{board}.yaml"));
        var plan = ProtocolFile.Load(Path.Combine(AppContext.BaseDirectory, "protocols", $"{protocol}.yaml"), cell);
        var model = (HalfCell)CellModelFactory.Create(cell, seed, draw: false, new() { Ageing = false });
        var (start, capacity) = (model.MeanComposition, model.Capacity);
        var clock = new VirtualClock();
        var twin = new BoardTwin(profile, clock, seed, model);
        using var gpio = new GpioController(twin.Gpio);
        using var opened = Board.Open(profile, twin.OpenSpi, gpio, clock);
        var directory = Directory.CreateTempSubdirectory("coinrig-gitt");
        try
        {
            var feed = new Feed();
            var file = RunFile.Create(directory.FullName, RunHeader.Of(plan, profile, 1, seed, VirtualClock.Epoch, "campaign"));
            var charges = new PulseCharges();
            using var recorder = new Recorder(file, feed, [charges, new RunAnalyzer(cell, MeasurementUncertainty.Of(profile.Channels[0]))], CommitRule.FullSpeed);
            var run = new ChannelRun(plan, opened.Channels[0], clock, new FeedWriter(feed, () => recorder.Drain()),
                new RunSettings(profile.ScanPeriodNanoseconds, 0, new RoomThermometer()));
            Runner.Run(clock, run);
            recorder.Dispose();
            if (run.Live.State != RunState.Done)
            {
                throw new InvalidOperationException($"seed {seed}: {run.Message}");
            }
            using var reader = RunFileReader.Open(file.Path);
            return TitratedPulse.Of([.. reader.Results().Select(r => r.Row)], cell, model,
                pulse => (start - charges.Middles[pulse - 1] / capacity, charges.Middles[pulse - 1] / charges.Total));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    /// <summary>Many seeds, on all processors.</summary>
    public static List<TitratedPulse>[] RunMany(string board, string cellName, string protocol, int seeds)
    {
        var results = new List<TitratedPulse>[seeds];
        Parallel.For(0, seeds, i => results[i] = Run(board, cellName, protocol, i + 1));
        return results;
    }

    /// <summary>The charge at the middle of each pulse, which says at what composition the truth is to be asked.</summary>
    sealed class PulseCharges : IRunReader
    {
        bool _isPulse;

        public List<double> Middles { get; } = [];

        public double Total { get; private set; }

        public string Name => "charges";

        public void OnSample(in Sample sample)
        {
        }

        public void OnMarker(Marker marker, Action<ResultRow> post)
        {
            _isPulse = marker is SegmentStarted started ? started.Segment.Role == SegmentRole.Pulse : _isPulse;
            if (marker is SegmentEnded ended && _isPulse)
            {
                Middles.Add(Total + 0.5 * ended.Integrals.ChargeCoulombs);
                Total += ended.Integrals.ChargeCoulombs;
            }
        }
    }
}
