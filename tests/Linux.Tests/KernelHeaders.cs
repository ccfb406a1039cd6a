using System.Diagnostics;
using System.Globalization;
using CoinRig.EmulatedKernel;

namespace CoinRig.Linux.Tests;

/// <summary>What structures.c, compiled with the installed kernel headers, prints.</summary>
static class KernelHeaders
{
    static readonly Lazy<(Dictionary<string, string> Values, string? WhyNot)> Printed = new(Print);

    internal static long Number(string name) => long.Parse(Value(name), CultureInfo.InvariantCulture);

    internal static string Bytes(string name) => Value(name);

    static string Value(string name)
    {
        if (Printed.Value.WhyNot is { } reason)
        {
            Assert.Inconclusive(reason);
        }
        return Printed.Value.Values[name];
    }

    static (Dictionary<string, string> Values, string? WhyNot) Print()
    {
        if (!File.Exists("/usr/include/linux/gpio.h") || !File.Exists("/usr/include/linux/spi/spidev.h"))
        {
            return ([], "the kernel's headers are not installed (linux-libc-dev)");
        }
        var folder = Directory.CreateTempSubdirectory("coinrig-structures");
        try
        {
            var program = Path.Combine(folder.FullName, "structures");
            if (CCompiler.Run("-Wall", "-Werror", "-o", program, Path.Combine(AppContext.BaseDirectory, "structures.c")) is { } failure)
            {
                return ([], failure);
            }
            using var run = Process.Start(new ProcessStartInfo(program) { RedirectStandardOutput = true })!;
            var lines = run.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            run.WaitForExit();
            return (lines.ToDictionary(l => l[..l.LastIndexOf(' ')], l => l[(l.LastIndexOf(' ') + 1)..]), null);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
