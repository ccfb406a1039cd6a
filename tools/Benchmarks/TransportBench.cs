using System.Device.Gpio;
using CoinRig.Clock;
using CoinRig.Documents;
using CoinRig.EmulatedKernel;
using CoinRig.FrontEnd;
using CoinRig.Gateway;
using CoinRig.Linux;
using CoinRig.Spi;

namespace CoinRig.Bench;

/// <summary>
/// A scan over each transport, beside the bare ioctls that it needs: the same calls with the same arguments, written down from one scan and
/// made again by function pointer. Each call enters the kernel once (an ioctl on /dev/null) and is then answered by chips that cost nothing. No time of
/// a bus, of a pause or of a conversion is in it: it is what the program adds to what the system asks for.
/// </summary>
static class TransportBench
{
    const int Calls = 200, Rounds = 501;
    const int WarmUp = 200;

    /// <summary>What a scan over 'kernel' may cost: so many times the bare calls, and so much more, ns.</summary>
    const double MostTimes = 1.25, MostMore = 1_000;

    internal static void Run(TextWriter output)
    {
        var reference = File.ReadAllText(Shipped.Boards.PathOf("reference"));
        if (NullChips.Install(BoardProfileFile.Read(Document.Parse(reference, "reference.yaml"))) is { } reason)
        {
            output.WriteLine($"transports: not measured: {reason}");
            return;
        }
        using var kernel = File.OpenHandle("/dev/null");
        Interposer.EnterKernelOn((int)kernel.DangerousGetHandle());
        foreach (var transport in new[] { "gpio-cs", "kernel", "slow" })
        {
            var text = $"{(transport == "gpio-cs" ? reference : reference.Replace(", adc_cs: 22, dac_cs: 23", "", StringComparison.Ordinal))}transport: {transport}\nspi: {{bus: 0}}\n";
            var row = Compare(transport, BoardProfileFile.Read(Document.Parse(text, "board.yaml")));
            output.WriteLine(row);
            if (transport == "kernel")
            {
                var most = MostTimes * row.BaselineNanoseconds + MostMore;
                output.WriteLine($"  promised: at most {MostTimes} x bare + {MostMore / 1e3:0} us = {most:0} ns, 0 B: {(row.Nanoseconds <= most && row.AllocatedBytes == 0 ? "kept" : "NOT KEPT")}");
            }
        }
        Interposer.EnterKernelOn(-1);
    }

    static Comparison Compare(string transport, BoardProfile profile)
    {
        var clock = new VirtualClock();
        using var gpio = new GpioController(new GpioChipDriver(GpioChip.Find(GpioChip.RaspberryPiLabels)));
        using var board = Board.Open(profile, SpidevDevice.Open, gpio, clock);
        var scans = ScanBench.Scans(profile, board, clock);
        scans(WarmUp);
        var calls = NullChips.CallsOf(() => scans(1));
        return Measure.Compare($"scan over '{transport}'", scans, $"bare: {calls.Count(c => c.IsMessage)} SPI messages, {calls.Count(c => !c.IsMessage)} GPIO calls",
            times => NullChips.Repeat(calls, times), Calls, Rounds);
    }
}
