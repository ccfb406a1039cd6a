using System.Diagnostics;

namespace CoinRig.Lateness;

/// <summary>Starts this program once more, with another part to play.</summary>
static class Self
{
    internal static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(Self).Assembly.Location, .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
}
