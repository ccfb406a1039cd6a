using CoinRig.Cells;
using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Gateway;
using CoinRig.Protocols;
using CoinRig.Runs;
using CoinRig.Temperature;
using CoinRig.Twin;

namespace CoinRig.Linux.Tests;

/// <summary>A whole run, rig to run file.</summary>
static class RunOf
{
    internal static RunOutcome Carry(IRig rig, BoardProfile profile, Cell cell, string protocol, string folder)
    {
        var request = new RunRequest
        {
            Plan = ProtocolFile.Read(Document.Parse(protocol, "test.yaml"), cell),
            Profile = profile,
            Channel = 1,
            OnHardware = !rig.IsVirtual,
            Seed = rig.Seed,
            Speed = double.PositiveInfinity,
            Directory = folder,
            Telemetry = null,
        };
        return RunSession.RunAsync(request, rig, null, new NoScreen(), CancellationToken.None).GetAwaiter().GetResult();
    }

    internal static IReadOnlyList<Sample> SamplesOf(RunOutcome outcome)
    {
        using var run = RunFileReader.Open(outcome.Path);
        return [.. run.Samples()];
    }

    internal static IReadOnlyList<RigEvent> EventsOf(RunOutcome outcome)
    {
        using var run = RunFileReader.Open(outcome.Path);
        return [.. run.Events().Select(e => e.Event)];
    }

    /// <summary>The rig of the hardware, by the twin's clock and in the twin's room: all that differs is the way to the chips.</summary>
    internal sealed class InVirtualTime(Board board, IRigClock clock, IDisposable rig) : IRig
    {
        public Board Board => board;

        public IRigClock Clock => clock;

        public IThermometer? Thermometer { get; } = new RoomThermometer();

        public bool IsVirtual => true;

        public string Source => "twin";

        public long Seed => EmulatedBoard.Seed;

        public void Dispose() => rig.Dispose();
    }

    sealed class NoScreen : IRunScreen
    {
        public void Begin(string path, string? telemetry)
        {
        }

        public void Update(LiveState live)
        {
        }

        public void Notice(string line)
        {
        }

        public void Delivering(TimeSpan most)
        {
        }
    }
}
