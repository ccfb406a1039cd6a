using System.Text.Json;
using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Gateway;
using CoinRig.Protocols;
using CoinRig.Runs;

namespace CoinRig.Lateness;

/// <summary>One run in real time, composed as on hardware: the board's twin stands in for the board alone, with chips that live in real time.</summary>
static class Measurement
{
    internal const string Word = "measure";
    internal const string RealTime = "fifo";
    internal const string Ordinary = "ordinary";

    /// <summary>Carries the run out and prints what it found as one line of JSON.</summary>
    internal static int Carry(int minutes, bool isRealTime)
    {
        var folder = Directory.CreateTempSubdirectory("coinrig-lateness");
        try
        {
            var cell = CellFile.Load(Shipped.Cells.PathOf("ncm523-lpo"));
            var protocol = $"""
                name: lateness
                record: {"{dt: 0.1 s}"}
                steps:
                  - Charge at C/20 for {minutes} minutes
                """;
            var request = new RunRequest
            {
                Plan = ProtocolFile.Read(Document.Parse(protocol, "lateness.yaml"), cell),
                Profile = BoardProfileFile.Load(Shipped.Boards.PathOf("reference")),
                Channel = 1,
                OnHardware = true,
                Seed = 1,
                Speed = 1,
                Directory = folder.FullName,
                Telemetry = null,
            };
            using var rig = TwinRig.InRealTime(request.Profile, cell, request.Channel, request.Seed);
            var outcome = RunSession.RunAsync(request, rig, isRealTime ? new LinuxKernel() : null, new NoScreen(), CancellationToken.None).GetAwaiter().GetResult();
            Console.WriteLine(JsonSerializer.Serialize(Evidence.Of(outcome, request.Profile.ScanPeriodNanoseconds)));
            return outcome.State == RunState.Done ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    sealed class NoScreen : IRunScreen
    {
        public void Begin(string path, string? telemetry)
        {
        }

        public void Update(LiveState live)
        {
        }

        public void Notice(string line) => Console.Error.WriteLine(line);

        public void Delivering(TimeSpan most)
        {
        }
    }
}
