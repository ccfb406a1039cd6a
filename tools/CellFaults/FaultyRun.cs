using System.Device.Gpio;
using CoinRig.Cells;
using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Protocols;
using CoinRig.Twin;

namespace CoinRig.CellFaults;

/// <summary>One run under a scenario, and what an observer sees who knows the true current and looks at no reading.</summary>
sealed class FaultyRun
{
    /// <summary>What may flow for long: 1 mA, which is the protocols' limit too, and a per cent of it for the calibration.</summary>
    internal const double BoundAmperes = 1.01e-3;

    /// <summary>How long more than that may flow: two scans, a conversion that never comes, and the release of the relay, ns.</summary>
    internal const long LongestNanoseconds = 2 * 100_000_000 + 80_300_000 + 5_000_000;

    /// <summary>After a run no more than this flows, A: a welded relay leaves what the output stage leaks.</summary>
    const double NothingAmperes = 1e-9;

    readonly List<Marker> _markers = [];
    long _samples, _lastSequence;

    FaultyRun(int seed, Scenario scenario)
    {
        Seed = seed;
        Scenario = scenario;
        var cell = CellFile.Load(Path.Combine(AppContext.BaseDirectory, "cells", "ncm523-lpo.yaml"));
        var profile = BoardProfileFile.Load(Path.Combine(AppContext.BaseDirectory, "boards", $"{scenario.Board}.yaml"));
        var virtualClock = new VirtualClock();
        var clock = new EventClock(virtualClock);
        var twin = new BoardTwin(profile, virtualClock, seed, CellModelFactory.Create(cell, seed));
        using var gpio = new GpioController(twin.Gpio);
        var board = Board.Open(profile, twin.OpenSpi, gpio, clock);
        var channel = twin.Channels[0];
        channel.CurrentWatch = Watch;
        var feed = new Feed(4096);
        var run = new ChannelRun(ProtocolFile.Read(Document.Parse(scenario.Protocol, "faults.yaml"), cell), board.Channels[0], clock,
            new FeedWriter(feed, () => Drain(feed)), new RunSettings(profile.ScanPeriodNanoseconds, 0, new RoomThermometer()));
        var start = clock.Nanoseconds;
        foreach (var happening in scenario.Happenings)
        {
            clock.At(start + (long)(happening.Seconds * 1e9), () => happening.Do(channel));
        }
        clock.At(start + (long)(scenario.StopSeconds * 1e9), () => run.RequestStop("a person"));
        Runner.Run(clock, run);
        Drain(feed);
        State = run.Live.State;
        Message = run.Message;
        Judge(twin, channel, board.Channels[0], profile);
        board.Dispose();
    }

    internal int Seed { get; }

    internal Scenario Scenario { get; }

    internal CurrentWatch Watch { get; } = new(BoundAmperes);

    internal RunState State { get; }

    internal string Message { get; }

    /// <summary>What the observer found wrong; empty where nothing is.</summary>
    internal List<string> Wrong { get; } = [];

    /// <summary>Carries a seed out.</summary>
    internal static FaultyRun Of(int seed) => new(seed, Scenario.Draw(seed));

    void Judge(BoardTwin twin, ChannelTwin channel, IChannel opened, BoardProfile profile)
    {
        Check(Watch.LongestNanoseconds <= LongestNanoseconds, $"more than {BoundAmperes * 1e3:0.##} mA for {Watch.LongestNanoseconds * 1e-6:0.0} ms");
        Check(!opened.IsConnected, "the relay is driven");
        Check(Math.Abs(channel.CellAmperes) <= NothingAmperes, $"{channel.CellAmperes * 1e6:0.000} uA flow after the run");
        Check(profile.Topology == Topology.HardwareLoop || twin.Dac.Mode(0) == DacPowerMode.HighImpedance, "the DAC is not in high impedance");
        Check(!channel.IsOutputEnabled, "the output stage is on");
        Check(_markers is [.., RunEnded], "the end of the run is not told");
        Check(_lastSequence == _samples, $"{_samples} samples, the last is number {_lastSequence}");
        var isTold = _markers.OfType<RigEvent>().Any(e => e.Code == "relay-welded") || Message.Contains("welded", StringComparison.Ordinal);
        // Without a cell nothing flows through a welded relay, so that nothing can tell.
        var isWelded = channel.RelayFault == RelayFault.Welded && channel.CellFault != CellFault.Open;
        Check(!isWelded || isTold, $"the relay is welded and nobody says so (the run is {State}: {Message})");
        Check(!isWelded || State != RunState.Done, "the run is done though its relay is welded");
    }

    void Check(bool isRight, string wrong)
    {
        if (!isRight)
        {
            Wrong.Add(wrong);
        }
    }

    void Drain(Feed feed)
    {
        while (feed.TryRead(out var entry))
        {
            if (entry.Kind == FeedKind.Sample)
            {
                _samples++;
                _lastSequence = entry.Sample.Sequence;
            }
            else if (entry.Marker is { } marker)
            {
                _markers.Add(marker);
            }
        }
    }
}
