using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Gateway.Tests;

[TestClass]
public sealed class BrokenScreenTests
{
    [TestMethod]
    public async Task ScreenThatBreaks_DoesNotStopARun()
    {
        using var folder = new TempFolder();
        var cell = CellFile.Load(Shipped.Cells.PathOf("ncm523-lpo"));
        var outcome = await RunSession.RunAsync(new RunRequest
        {
            Plan = ProtocolFile.Read(Document.Parse("name: t\nsteps:\n  - Rest for 10 minutes\n", "t.yaml"), cell),
            Profile = BoardProfileFile.Load(Shipped.Boards.PathOf("reference")),
            Channel = 1,
            OnHardware = false,
            Seed = 1,
            Speed = 1000,
            Directory = folder.Path,
            Telemetry = null,
        }, new FullDisk(), CancellationToken.None);
        Assert.AreEqual(RunState.Done, outcome.State, outcome.Message);
    }

    /// <summary>Standard output that goes into a file on a full disk.</summary>
    sealed class FullDisk : IRunScreen
    {
        public void Begin(string path, string? telemetry)
        {
        }

        public void Update(LiveState live) => throw new IOException("No space left on device");

        public void Notice(string line) => throw new IOException("No space left on device");

        public void Delivering(TimeSpan most) => throw new IOException("No space left on device");
    }
}
